/** The part of a run that says how it ended. */
export interface RunEnding {
  readonly status: string;
  /** What failed; null if nothing did. */
  readonly error: string | null;
}

const DID_NOT_END = 'The analysis of this day did not end.';
const SENTENCES: Readonly<Record<string, string>> = {
  running: 'The analysis of this day is not done yet.',
  canceling: 'The analysis of this day is being canceled.',
  canceled: 'The analysis of this day was canceled before its end.',
  failed: DID_NOT_END,
};

/**
 * That a day has no whole result, since its analysis is running or was cut off; null if the
 * analysis came to its end. What is stored of the day until then may be anything from nothing to all.
 */
export function unendedSentence({ status, error }: RunEnding): string | null {
  // A run whose session ended is stored as analyzed in part.
  return SENTENCES[status] ?? (error === null ? null : DID_NOT_END);
}
