import { appendAll } from '../../common/lists';
import {
  addDays,
  dayAt,
  dayStartUtc,
  localDay,
  MS_PER_HOUR,
  type Day,
  type LocalDay,
} from '../../common/time';
import { MemoryCluster, type LazyDocuments, type Span } from '../memory';
import { getIndexTemplate, indexName, type IdentifiedDocument } from '../ingest';
import {
  type AgedDay,
  documentsWritten,
  type Outline,
  sampleOutlines,
  SHARED_FIELDS,
  writeSampleDay,
} from '../sample';

const TIME_FIELD = '@timestamp';

/** Which sample. The same choice gives the same logs. */
export interface SampleChosen {
  /** The day with the incidents. */
  readonly lastDay: Day;
  /** How many days, including the last one. */
  readonly days: number;
  readonly seed: number;
  readonly zone: string;
}

/** The days of a sample, the last one first. */
export function sampleDays({ lastDay, days }: SampleChosen): AgedDay[] {
  return Array.from({ length: days }, (_, age) => ({ day: addDays(lastDay, -age), age }));
}

/** Keeps what was made once for a day. */
function perDay<T>(make: (day: AgedDay) => T): (day: AgedDay) => T {
  const made = new Map<Day, T>();
  return (aged) => {
    const known = made.get(aged.day);
    if (known !== undefined) return known;
    const value = make(aged);
    made.set(aged.day, value);
    return value;
  };
}

interface SampleReader {
  /** The outlines of documents of a day in a span of time, which consists of whole hours. */
  readonly outlinesOf: (day: AgedDay, span: Span) => readonly Outline[];
  /** The documents of the records that were written in a span of time. */
  readonly documentsOf: (day: AgedDay, span: Span) => readonly IdentifiedDocument[];
}

/** Outlines by the starts of the hours that they are in. */
function byHour(outlines: readonly Outline[]): ReadonlyMap<number, readonly Outline[]> {
  const hours = new Map<number, Outline[]>();
  for (const outline of outlines) {
    const hour = Math.floor(outline.instant / MS_PER_HOUR) * MS_PER_HOUR;
    const known = hours.get(hour);
    if (known === undefined) hours.set(hour, [outline]);
    else known.push(outline);
  }
  return hours;
}

function readerOf({ seed, zone }: SampleChosen): SampleReader {
  const hoursOf = perDay((aged) => byHour(sampleOutlines(aged, { zone, seed })));
  const writtenOn = perDay(({ day, age }) => writeSampleDay(day, age, zone, seed));
  return {
    outlinesOf: (aged, { from, to }) => {
      const hours = hoursOf(aged);
      const within: Outline[] = [];
      for (let hour = from; hour < to; hour += MS_PER_HOUR) {
        appendAll(within, hours.get(hour) ?? []);
      }
      return within;
    },
    documentsOf: (aged, span) =>
      documentsWritten(writtenOn(aged), localDay(aged.day, zone), (at) => isIn(span, at)),
  };
}

const isIn = ({ from, to }: Span, instant: number): boolean => instant >= from && instant < to;

/**
 * The hours of a UTC day. It stays whole where the clock of a local day changes: a time on the wall
 * may then be read as the hour before.
 */
function spansOf({ from, to }: LocalDay, locals: readonly LocalDay[]): Span[] {
  if (locals.some(({ columns }) => columns.some(({ length }) => length !== 1))) {
    return [{ from, to }];
  }
  const hours = Array.from({ length: 24 }, (_, hour) => from + hour * MS_PER_HOUR);
  return hours.map((start) => ({ from: start, to: start + MS_PER_HOUR }));
}

/** The documents of a span of a UTC day: those of the local days that overlap it. */
function lazyDocuments(
  span: Span,
  days: readonly AgedDay[],
  { outlinesOf, documentsOf }: SampleReader,
): LazyDocuments {
  return {
    span,
    time_field: TIME_FIELD,
    known_fields: new Set([TIME_FIELD, ...SHARED_FIELDS]),
    outlines: () =>
      days.flatMap((day) =>
        outlinesOf(day, span).map(({ instant, example }) => ({
          ...example,
          [TIME_FIELD]: instant,
        })),
      ),
    make: () =>
      days.flatMap((day) =>
        documentsOf(day, span)
          .filter(({ instant }) => instant !== undefined && isIn(span, instant))
          .map(({ id, document }) => [id, document] as const),
      ),
  };
}

/**
 * A cluster in memory with the logs of a sample. The documents of a day are made when they are
 * first read.
 */
export function createSampleCluster(chosen: SampleChosen): MemoryCluster {
  const cluster = new MemoryCluster();
  const reader = readerOf(chosen);
  const mappings = getIndexTemplate().template?.mappings ?? {};
  const byUtcDay = new Map<Day, AgedDay[]>();
  for (const aged of sampleDays(chosen)) {
    const { from, to } = localDay(aged.day, chosen.zone);
    for (const utc of new Set([dayAt(from, 'UTC'), dayAt(to - 1, 'UTC')])) {
      byUtcDay.set(utc, [...(byUtcDay.get(utc) ?? []), aged]);
    }
  }
  for (const [utc, days] of byUtcDay) {
    const locals = days.map(({ day }) => localDay(day, chosen.zone));
    const spans = spansOf(localDay(utc, 'UTC'), locals);
    const lazy = spans.map((span) => lazyDocuments(span, days, reader));
    cluster.make(indexName(new Date(dayStartUtc(utc)).toISOString()), { mappings, lazy });
  }
  return cluster;
}

/** Makes the documents of one more day; false when all are made. */
export function makeNextDay({ indices }: MemoryCluster): boolean {
  const unmade = [...indices.values()].filter(({ isUnmade }) => isUnmade);
  void unmade[0]?.documents;
  return unmade.length > 1;
}
