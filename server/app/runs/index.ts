export type { AnalyzeDayPorts, KeptSilences, SeriesWriter } from './analyze_day_ports';
export { analyzeDays, type AnalyzedDays, analyzeDueDays } from './analyze_due_days';
export { type DayView, runOfSource, sourcesByRun, viewOfDay, viewsOfDays } from './view/day_view';
export { closedDays } from './due_days';
export { attemptsAt, assessedSources } from './earlier_attempts';
export { flagsInView } from './view/flags_in_view';
export { countLateDocuments } from './late_documents';
export { isDayClosed, isGap, ledgerOf } from './ledger';
export {
  type EarlierAttempt,
  type Run,
  runIdOf,
  type RunOrigin,
  type RunProgress,
  type RunStatus,
  type SourceResult,
  withTaggedNow,
} from './run';
export { noteLifted } from './end/note_lifted';
export { UnstoredSilences } from './end/unstored_silences';
export { ProcessStopping, RunSuperseded } from './end/run_end';
export type { RunLedger, VersionedRun } from './run_ledger';
export type { OverviewPorts } from './overview/overview_ports';
export { unmatchedNotes } from './overview/unmatched_sources';
export { noLogsOn } from './view/no_logs';
export { isShared, ownRunId, visibleRuns } from './run_owner';
export { type BegunRun, missingRightsIn, type RunPorts, RunService } from './run_service';
export { isAlive, isUnfinished, shownRun } from './run_state';
export { sentencesOf, type SourceNote } from './source_notes';
export { silentSources } from './silent_sources';
export { decisiveSettings, requestedRunId, type RunRequest } from './started_run';
export { untagAndNote } from './untag_and_note';
export { runsLackingNumbers, withFoundNumbers } from './view/found_numbers';
