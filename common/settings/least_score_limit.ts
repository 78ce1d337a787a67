/**
 * The lowest limit that may be set, and the score below which the method saves itself a second look:
 * no limit lies there, so what only lowers scores changes nothing.
 */
export const LEAST_SCORE_LIMIT = 3;
