export { bySurprise } from './by_surprise';
export { comparablePairs, type ComparablePair, ownHours, ownStretches } from './comparable_pairs';
export { countIncidents } from './count_incidents';
export { type Explained, explainedSentence } from './explanation';
export { gOfCounts, gOfShare, limitOfG, type TwoCounts } from './g_test';
export { incidentIds, IncidentIds } from './incident_ids';
export { type CountedPair, type Incidents, incidentsOf } from './incidents';
export { isSameExcess, mayBeSame, type PairCounts, type Sharing, sharingOf } from './same_excess';
export { type CountedValues, MOST_VALUES, tellingValues, type ValueCounts } from './telling_values';
