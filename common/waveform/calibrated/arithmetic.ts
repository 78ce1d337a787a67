/**
 * What is needed in every hour of every day, taken out of the global object once: where code runs in
 * a sandbox, as tests and plugins do, looking it up there takes longer than the arithmetic itself.
 */
export const { abs, exp, floor, log, log1p, max, min, sign, sqrt } = Math;

/** A count that is not known, in lists of numbers. */
export const UNKNOWN = Number.NaN;

/** Whether a count is not known. */
export const { isNaN: isUnknown } = Number;
