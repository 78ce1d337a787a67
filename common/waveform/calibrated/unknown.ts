/** A count that is not known, in lists of numbers. */
export const UNKNOWN = Number.NaN;

/** Whether a count is not known. */
export const { isNaN: isUnknown } = Number;
