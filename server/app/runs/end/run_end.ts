import type { RunStatus } from '../run';

/** The reason of an abort that a user asked for. */
export class RunCanceled extends Error {
  override readonly name = 'RunCanceled';

  constructor() {
    super('the run was canceled');
  }
}

/** The reason of an abort since the run belongs to another attempt by now. */
export class RunSuperseded extends Error {
  override readonly name = 'RunSuperseded';

  constructor() {
    super('another attempt at this run has begun');
  }
}

/** The reason of an abort since the process is about to end: the run is to be begun again. */
export class ProcessStopping extends Error {
  override readonly name = 'ProcessStopping';

  constructor() {
    super('stopped before it was done; it starts again');
  }
}

/** How a run ended that threw: what becomes of its status, and the words for it. */
export interface RunEnd {
  readonly status: Extract<RunStatus, 'failed' | 'partial' | 'canceled'>;
  /** Null where the user stopped it. */
  readonly error: string | null;
}

const SESSION_OVER = 'your session ended; start the analysis again to continue';

/**
 * Tells a stop from a failure, and a session that ended from both: what was counted by then is
 * kept, so that starting again resumes.
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
