const LAST_WORD_MS = 10_000;

/** What a run, or a process that is about to end, still has to write: it is tried for ten seconds. */
export function lastWord(): AbortSignal {
  return AbortSignal.timeout(LAST_WORD_MS);
}
