export { isBusyStatus, MAX_ATTEMPTS, type Pause, pauseBeforeRetry } from './backoff';
export {
  bucketLimit,
  hasNoShard,
  isIndexGone,
  isShortOfMemory,
  refusalReason,
  refusalType,
} from './error_reason';
export { fetchMissingRights } from './fetch_index_rights';
export { fetchUserName } from './fetch_user_name';
export { fetchUserState } from './fetch_user_state';
export { fetchProduct, type Product } from './fetch_product';
export { ForeignAnswer } from './foreign_answer';
export { getSourceFilter, getSubtypeFilter, getTimeFilter } from './get_source_filter';
export { IncompleteAnswer } from './incomplete_answer';
export {
  canExcludeAfter,
  clusterOf,
  excludedCluster,
  indexExpressions,
  isNamedBy,
  isOfOtherClusters,
  namedPatterns,
  namesOfIndex,
} from './index_pattern';
export { isPassingTrouble, isUnanswered } from './passing_trouble';
export { type MeteredClient, meteredClient } from './metered_client';
export { patiently } from './patiently';
export { type BlockStore, readBlocks, readWhole, type StoredBlock } from './read_blocks';
export { retry, type RetryPolicy } from './retry';
export { asResponseError, isForbidden } from './response_error';
export { isPassingGap, searchGap } from './search_gap';
export { closePointInTime, isPointInTimeLost, KEEP_ALIVE, searchPages } from './search_pages';
export { LeastShards, orUnknown, searchFound, searchWhole } from './search_whole';
export {
  type BulkOperation,
  bulkPatiently,
  isTurnedAway,
  RefusedWrite,
  writePatiently,
} from './write_patiently';
export { asForeign, assertFromElasticsearch } from './check_answer';
export { checkedClient } from './checked_client';
export { indexBlockOf } from './error_reason';
export { type IndexBlock, indexBlockIn } from './index_block';
