import { extname } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { addDays, type Day } from '../../common/time';
import { sampleDayRecords } from './sample_day';
import { SAMPLE_LOGS, type SampleLog } from './stream';

/** Rotated files are compressed when they are a week old. */
const COMPRESSED_FROM_AGE = 7;

/** Which sample: the same options give the same files, byte by byte. */
export interface SampleOptions {
  /** The day with the incidents. */
  readonly lastDay: Day;
  /** How many days, including the last one. */
  readonly days: number;
  readonly seed: number;
  /** The IANA zone of the calendar days and of times without a zone. */
  readonly zone: string;
}

/** One raw log of one day. */
export interface SampleFile {
  /** Folder and name, with a slash between. */
  readonly name: string;
  readonly content: Buffer;
  /** Lines, or alerts of several lines: each becomes a document. */
  readonly records: number;
}

const isCompressed = (age: number): boolean => age >= COMPRESSED_FROM_AGE;

/** `mail/mail-2015-04-01.log`: rotated by day, as logrotate's `dateext` does. */
function fileName(log: SampleLog, day: Day, age: number): string {
  const extension = extname(log);
  const base = log.slice(0, log.length - extension.length);
  return `${base}-${day}${extension}${isCompressed(age) ? '.gz' : ''}`;
}

/** The days of the sample, the oldest first, with their distance to the last one. */
function daysOf({ lastDay, days }: SampleOptions): { readonly day: Day; readonly age: number }[] {
  return Array.from({ length: days }, (_, index) => days - 1 - index).map((age) => ({
    age,
    day: addDays(lastDay, -age),
  }));
}

/** The names that the files of the sample may have. */
export function sampleFileNames(options: SampleOptions): Set<string> {
  return new Set(
    daysOf(options).flatMap(({ day, age }) => SAMPLE_LOGS.map((log) => fileName(log, day, age))),
  );
}

/** The files of the sample, the oldest day first. Each day is created on demand. */
export function* sampleFiles(options: SampleOptions): Generator<SampleFile> {
  const { seed, zone } = options;
  for (const { day, age } of daysOf(options)) {
    for (const [log, records] of sampleDayRecords(day, age, zone, seed)) {
      if (records.length === 0) continue;
      const text = Buffer.from(`${records.join('\n')}\n`);
      const content = isCompressed(age) ? gzipSync(text) : text;
      yield { name: fileName(log, day, age), content, records: records.length };
    }
  }
}
