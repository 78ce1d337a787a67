import type { Day } from '../../common/time';
import { localDay, type LocalDay } from '../../common/time';
import { readRecords, type IdentifiedDocument } from '../ingest';
import { writeSampleDay, type Written } from './sample_day';

/** Of records that name no host. */
const HOST = 'sensor1';
const FOLDER = '/var/log/sample';

/** The documents of records of one log. @param now no record is later, in milliseconds */
export function documentsOf(
  log: string,
  records: readonly string[],
  zone: string,
  now: number,
): IdentifiedDocument[] {
  return readRecords(records, { path: `${FOLDER}/${log}`, host: HOST, zone, now });
}

/**
 * The documents of records that were written on a day.
 *
 * @param isWanted which records are read, by when they were written
 */
export function documentsWritten(
  written: ReadonlyMap<string, readonly Written[]>,
  { zone, to }: LocalDay,
  isWanted: (instant: number) => boolean,
): IdentifiedDocument[] {
  return [...written].flatMap(([log, all]) => {
    const records = all.filter(({ instant }) => isWanted(instant)).map(({ record }) => record);
    return records.length === 0 ? [] : documentsOf(log, records, zone, to);
  });
}

/** The documents of a day of the sample, as ingesting its files would make them. */
export function sampleDocumentsOf(
  day: Day,
  age: number,
  zone: string,
  seed: number,
): IdentifiedDocument[] {
  return documentsWritten(writeSampleDay(day, age, zone, seed), localDay(day, zone), () => true);
}
