import type { Refused } from './tagging_ports';

/** Documents of one index that were refused for one reason. */
export interface Refusal {
  readonly index: string;
  readonly documents: number;
  readonly reason: string;
  /** Trying again later may help; absent if the refusal is permanent. */
  readonly is_passing?: true;
  /** They may have been changed nevertheless: an answer was lost. */
  readonly is_unsettled?: true;
}

/** Counts refused documents by index and reason, and remembers which indices refuse as a whole. */
export class Refusals {
  private readonly counts = new Map<string, Refusal>();
  private readonly closed = new Map<string, Refused>();

  add(index: string, refused: Refused, documents = 1): void {
    const { is_unsettled: isUnsettled, ...ofIndex } = refused;
    // To other documents nothing is sent, so they are certainly not changed.
    if (refused.whole_index && !this.closed.has(index)) this.closed.set(index, ofIndex);
    const key = JSON.stringify([index, refused.reason, isUnsettled === true]);
    const before = this.counts.get(key)?.documents ?? 0;
    const { reason, is_passing: isPassing } = refused;
    const passing = isPassing === true ? { is_passing: isPassing } : {};
    const unsettled = isUnsettled === true ? { is_unsettled: isUnsettled } : {};
    const sum = before + documents;
    this.counts.set(key, { index, documents: sum, reason, ...passing, ...unsettled });
  }

  /** Why nothing more needs to be sent to an index; undefined while it accepts updates. */
  refusalOf(index: string): Refused | undefined {
    return this.closed.get(index);
  }

  /** By index, then reason. */
  list(): Refusal[] {
    return [...this.counts.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, refusal]) => refusal);
  }
}
