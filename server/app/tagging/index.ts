export { withoutMuted } from './muted_findings';
export { countDocumentsToTag } from './count_documents_to_tag';
export { type FindingsOfDay, hoursToTag } from './hours_to_tag';
export {
  isUnsettled,
  type JournalEntry,
  type JournalHead,
  type JournalHits,
} from './journal_entry';
export { type Refusal, Refusals } from './refusals';
export { tagFindings, type TagFindingsPorts } from './tag_findings';
export {
  type FlaggedSeries,
  type FoundDocument,
  type JournalCount,
  type JournalSelection,
  type ReadDocument,
  type ReadOutcome,
  type Refused,
  type SourceHours,
  type TaggableDocuments,
  type TaggingPorts,
  type TagJournal,
  UnreadableSource,
  type UpdateGuard,
  type WriteOutcome,
} from './tagging_ports';
export {
  countRefused,
  describeLeftOut,
  describeStillTagged,
  isWorthAnotherTry,
  type TaggedDocuments,
  type TaggedRecord,
  type TaggingResult,
} from './tagging_result';
export { hasTag } from './tags_field';
export { untag, type UntagPorts, type UntagResult } from './untag';
export type { SeriesHours } from './series_hours';
