/** Whose results these are: one set of sources, one ledger. The ids of all that is stored begin with it. */
export const DEFAULT_SCOPE = 'default';
