/** With fewer training days nothing is certain: a band or a score would look like knowledge. */
export const LEAST_DAYS = 3;
