import { Refusals, type Refusal } from './refusals';
import type { TaggingResult, UnreadSource } from './tagging_result';

/** A key of a document's tag: unique for a tag of one document. */
export function tagKey(tag: string, document: string): string {
  return JSON.stringify([tag, document]);
}

/** Counts of documents while findings are tagged. */
export class TaggingTally {
  updated = 0;
  already = 0;
  gone = 0;
  conflicts = 0;
  readonly refusals = new Refusals();
  readonly unread: UnreadSource[] = [];
  /** Tags that this call lists in the journal; only kept if earlier entries are unsettled. */
  readonly relisted = new Set<string>();

  constructor(readonly isRelisting = false) {}

  /** Documents that have their tag now: they were tagged, or had it before. */
  get tagged(): number {
    return this.updated + this.already;
  }

  /**
   * @param takenAway removed tags of earlier attempts
   * @param stillTagged those that could not be removed
   */
  result(takenAway: number, stillTagged: readonly Refusal[]): TaggingResult {
    return {
      updated: this.updated,
      already_tagged: this.already,
      taken_away: takenAway,
      gone: this.gone,
      conflicts: this.conflicts,
      refused: this.refusals.list(),
      still_tagged: stillTagged,
      unread: this.unread,
    };
  }
}
