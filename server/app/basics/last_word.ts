const LAST_WORD_MS = 10_000;

/** The last write of a run, or of a process that is about to end. It is retried for ten seconds. */
export function lastWord(): AbortSignal {
  return AbortSignal.timeout(LAST_WORD_MS);
}
