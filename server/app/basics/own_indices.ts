/**
 * Matches all indices that Logwave keeps in Elasticsearch: counts, series, findings, runs and the
 * journal.
 */
export const OWN_INDICES = 'logwave-*';
