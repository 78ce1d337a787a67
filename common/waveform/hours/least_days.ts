/** With fewer training days nothing is sure: a band or a score would look like knowledge. */
export const LEAST_DAYS = 3;
