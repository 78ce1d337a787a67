export {
  type JournalPlaces,
  type KeptKind,
  type Outdated,
  type Pruned,
  pruneKept,
  type Removal,
  type RetentionPorts,
} from './prune_kept';
export { prunedWords } from './pruned_words';
export { retentionLimits } from './retention_limits';
