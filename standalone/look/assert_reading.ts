import { isReading } from './is_reading';

/** A request by its address, as it is sent. */
interface Addressed {
  readonly method: string;
  readonly path: string;
}

/** A request that could write, stopped before it was sent: a fault of the program. */
export class HeldBack extends Error {
  override readonly name = 'HeldBack';

  constructor({ method, path }: Addressed) {
    super(`not sent, because looking writes nothing: ${method} ${path}`);
  }
}

/** @throws HeldBack if a request could write */
export function assertReading(request: Addressed): void {
  if (!isReading(request.method, request.path)) throw new HeldBack(request);
}
