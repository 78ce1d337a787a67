/**
 * The lowest threshold that can be set. Below this score the method skips a second look: no
 * threshold is there, so a lower score changes nothing.
 */
export const LEAST_SCORE_LIMIT = 3;
