export { fetchPairCounts } from './fetch_pair_counts';
export { valueCounter } from './fetch_value_counts';
