/** Who got a message. */
export interface Delivered {
  readonly to: readonly string[];
  /** What went wrong even so, in a sentence; null if nothing did. */
  readonly words: string | null;
}

/** How long a server may take. */
export interface Timeouts {
  readonly connectMs: number;
  readonly answerMs: number;
}
