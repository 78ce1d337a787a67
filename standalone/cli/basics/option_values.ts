import { InvalidArgumentError } from 'commander';
import { settingsSchema, type Settings } from '../../../common/settings';
import { EARLIEST_DAY, isDay, type Day, isZone, zoneName } from '../../../common/time';
const EARLIEST_YEAR = 1970;
const MOST_DAYS = 400;

/** A year that a log may be from. */
export function yearOption(text: string): number {
  const year = Number(text);
  if (/^\d{4}$/.test(text) && year >= EARLIEST_YEAR) return year;
  throw new InvalidArgumentError(`It must be a year from ${EARLIEST_YEAR} to 9999.`);
}

/** An IANA time zone, by its canonical name. */
export function zoneOption(text: string): string {
  if (isZone(text)) return zoneName(text);
  throw new InvalidArgumentError('It must be an IANA time zone such as Europe/Vienna.');
}

/** The weekdays of the weekend, or none of them. */
export function weekendOption(text: string): Settings['training']['weekend'] {
  const weekend = text === 'none' ? [] : text.toLowerCase().split(/[ ,]+/);
  const parsed = settingsSchema.shape.training.safeParse({ weekend });
  if (parsed.success) return parsed.data.weekend;
  throw new InvalidArgumentError('It must be weekdays such as friday,saturday, or none.');
}

/** A number of days, at least one. */
export function daysOption(text: string): number {
  const days = Number(text);
  if (/^\d{1,3}$/.test(text) && days >= 1 && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_DAYS}.`);
}

/** A seed of random numbers. */
export function seedOption(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, 0 or more.');
}

/** A calendar day. */
export function dayOption(text: string): Day {
  if (isDay(text) && text < EARLIEST_DAY) {
    throw new InvalidArgumentError(`It must be ${EARLIEST_DAY} or a later day.`);
  }
  if (isDay(text)) return text;
  throw new InvalidArgumentError('It must be a day such as 2015-04-01.');
}
