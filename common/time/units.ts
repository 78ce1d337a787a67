export const MS_PER_SECOND = 1000;
export const MS_PER_MINUTE = 60000;
/** Zones differ from UTC, and change, by whole quarters of an hour. */
export const MS_PER_QUARTER = 900000;
export const MS_PER_HOUR = 3600000;
/** Of a day in UTC, which has no clock changes. */
export const MS_PER_DAY = 86400000;
export const HOURS_PER_DAY = 24;
export const DAYS_PER_WEEK = 7;
