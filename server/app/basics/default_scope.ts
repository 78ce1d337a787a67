/**
 * A scope is one set of sources with one run history. The ids of all stored documents begin with
 * it.
 */
export const DEFAULT_SCOPE = 'default';
