import type { Day } from '../../common/time';
import { localDay } from '../../common/time';
import { readRecords, type IdentifiedDocument } from '../ingest';
import { sampleDayRecords } from './sample_day';

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

/** The documents of a day of the sample, as ingesting its files would make them. */
export function sampleDocumentsOf(
  day: Day,
  age: number,
  zone: string,
  seed: number,
): IdentifiedDocument[] {
  const { to } = localDay(day, zone);
  return [...sampleDayRecords(day, age, zone, seed)].flatMap(([log, records]) =>
    documentsOf(log, records, zone, to),
  );
}
