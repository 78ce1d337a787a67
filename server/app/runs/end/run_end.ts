import type { RunStatus } from '../run';

/** The reason of an abort that a user requested. */
export class RunCanceled extends Error {
  override readonly name = 'RunCanceled';

  constructor() {
    super('the run was canceled');
  }
}

/** The reason of an abort because the run now belongs to another attempt. */
export class RunSuperseded extends Error {
  override readonly name = 'RunSuperseded';

  constructor() {
    super('another attempt at this run has begun');
  }
}

/** The reason of an abort because the process is about to end. The run will be started again. */
export class ProcessStopping extends Error {
  override readonly name = 'ProcessStopping';

  constructor() {
    super('stopped before it was done; it starts again');
  }
}

/** How a run that threw an error ended: its status, and the words for it. */
export interface RunEnd {
  readonly status: Extract<RunStatus, 'failed' | 'partial' | 'canceled'>;
  /** Null if the user stopped it. */
  readonly error: string | null;
}

const SESSION_OVER = 'your session ended; start the analysis again to continue';

/**
 * Distinguishes a stop, a failure and an expired session. In the last case, the counts so far are
 * kept, so that starting again resumes the run.
 */
export function endOfRun(
  error: unknown,
  signal: AbortSignal,
  {
    describeError,
    isSessionOver,
  }: {
    readonly describeError: (error: unknown) => string;
    readonly isSessionOver?: ((error: unknown) => boolean) | undefined;
  },
): RunEnd {
  if (signal.reason instanceof ProcessStopping) {
    return { status: 'failed', error: signal.reason.message };
  }
  if (signal.aborted) return { status: 'canceled', error: null };
  if (isSessionOver?.(error) === true) return { status: 'partial', error: SESSION_OVER };
  return { status: 'failed', error: describeError(error) };
}
