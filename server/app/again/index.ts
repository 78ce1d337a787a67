export { backtest, type Backtest, type BacktestProgress, type BacktestRequest } from './backtest';
export type { LimitRow, Proposal } from './backtest_limits';
export type { ComparedFinding, FindingChange } from './compare_findings';
export { lateChanges, type LateChanges } from './late_changes';
export { previewSettings } from './preview_settings';
export { previewWords } from './preview_words';
export { judgmentWords } from './judgment_words';
export { type JudgmentReplay, replayJudgment } from './replay_judgment';
export { replay, type Replay, type ReplayPorts } from './replay';
