import { localDay, type Day } from '../../common/time';
import { randomFrom, seedOf } from './random';
import { sampleDayOf, sampleStreams } from './sample_day';
import { documentsOf } from './sample_records';
import { spreadEvents } from './spread_events';
import type { Stream } from './stream';

/** Fields of a document. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields that are equal in all documents of a stream, if they have them. */
export const SHARED_FIELDS: readonly string[] = [
  'type',
  'host',
  'program',
  'syslog_severity_code',
  'rule_number',
  'event_type',
  'alert.signature_id',
];

/** A day of the sample. Its age is how many days it is before the last one. */
export interface AgedDay {
  readonly day: Day;
  readonly age: number;
}

/** Which sample: zone and seed decide everything about a day except its age. */
export interface SampleKind {
  readonly zone: string;
  readonly seed: number;
}

/** The time of a document (milliseconds since 1970 UTC), and one that only differs in its text. */
export interface Outline {
  readonly instant: number;
  readonly example: Fields;
}

const EXAMPLE_DAY = '2015-04-01';

function exampleOf(stream: Stream): Fields {
  const instant = Date.parse(`${EXAMPLE_DAY}T12:00:00Z`);
  const random = randomFrom(seedOf(0, stream.id, EXAMPLE_DAY));
  const record = stream.write({ instant, wallClock: instant }, random);
  const [read] = documentsOf(stream.log, [record], 'UTC', localDay(EXAMPLE_DAY, 'UTC').to);
  if (read === undefined) throw new Error(`the sample's "${stream.id}" writes no record`);
  return read.document;
}

let examples: ReadonlyMap<string, Fields> | undefined;

/**
 * A document of each stream, by the id of the stream. It represents all of them in the shared
 * fields.
 */
export function exampleDocuments(): ReadonlyMap<string, Fields> {
  examples ??= new Map(sampleStreams.map((stream) => [stream.id, exampleOf(stream)]));
  return examples;
}

/** The documents of a day, in any order, as far as they are known without writing the records. */
export function sampleOutlines({ day, age }: AgedDay, { zone, seed }: SampleKind): Outline[] {
  const local = localDay(day, zone);
  const known = exampleDocuments();
  return sampleStreams.flatMap(({ id, draw, spacing }) => {
    const random = randomFrom(seedOf(seed, id, day));
    const counts = draw(random, sampleDayOf(local, age));
    const example = known.get(id) ?? {};
    return spreadEvents(counts, local.columns, spacing, random).map((instant) => ({
      instant,
      example,
    }));
  });
}
