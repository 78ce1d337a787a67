import { sharedStop } from '../../server/app/basics';

/** A signal that ends with the first of others. `release` removes its listeners. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** Links signals: Node has `AbortSignal.any` only since 20, and Kibana's is older. */
export function linkSignals(signals: readonly AbortSignal[]): LinkedSignal {
  const controller = sharedStop();
  const abort = (event: Event): void => {
    const { target } = event;
    controller.abort(target instanceof AbortSignal ? target.reason : undefined);
  };
  const release = (): void => signals.forEach((one) => one.removeEventListener('abort', abort));
  const ended = signals.find(({ aborted }) => aborted);
  if (ended !== undefined) controller.abort(ended.reason);
  else signals.forEach((one) => one.addEventListener('abort', abort, { once: true }));
  return { signal: controller.signal, release };
}
