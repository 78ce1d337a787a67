import { encodeSubtype, meetsFilter, presetSources } from '../../common/sources';
import { columnFinder, localDay } from '../../common/time';
import { sampleDocumentsOf } from './sample_records';
import { countSample } from './sample_counts';
import { sampleOutlines, SHARED_FIELDS } from './sample_outlines';

const CHOSEN = { zone: 'Europe/Vienna', seed: 3 };
/** One of each kind: an ordinary Monday, and the day on which the clock goes back. */
const DAYS = [
  { day: '2015-03-23', age: 9 },
  { day: '2015-10-25', age: 2 },
  { day: '2015-04-01', age: 0 },
];

type Fields = Readonly<Record<string, unknown>>;

function at(document: Fields, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((value, part) => (value as Fields | undefined)?.[part], document);
}

/** The names of all fields, those within others by their paths. */
function namesIn(document: Fields, path = ''): string[] {
  return Object.entries(document).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? namesIn(value as Fields, `${path}${name}.`)
      : [path + name],
  );
}

describe('countSample', () => {
  it.each(DAYS)('counts what the documents of $day hold, without making them', ({ day, age }) => {
    const { zone, seed } = CHOSEN;
    const sources = presetSources.filter(({ index }) => index === 'logstash-*');
    const documents = sampleDocumentsOf(day, age, zone, seed);
    const hourAt = columnFinder(localDay(day, zone));
    const counted = countSample(sources, { day, age }, CHOSEN);
    sources.forEach((source, place) => {
      const own = documents.filter(({ document }) =>
        meetsFilter(source.filter, (field) => [String(at(document, field))]),
      );
      const expected = new Map<string, number[]>();
      for (const { document, instant } of own) {
        const values = source.subtype_fields.map((field) => String(at(document, field)));
        const subtype = encodeSubtype(values);
        const hours = expected.get(subtype) ?? Array<number>(24).fill(0);
        const hour = hourAt(instant ?? NaN) ?? NaN;
        hours[hour] = (hours[hour] ?? 0) + 1;
        expected.set(subtype, hours);
      }
      expect(counted[place]?.documents).toBe(own.length);
      expect(own.length).toBeGreaterThan(100);
      expect(new Map(counted[place]?.series)).toEqual(expected);
    });
  });

  it('knows times, shared fields and the names of all fields of documents before they are made', () => {
    const { zone, seed } = CHOSEN;
    const shown = (time: number, document: Fields): string =>
      // Most logs write no milliseconds.
      JSON.stringify([
        Math.floor(time / 1000),
        SHARED_FIELDS.map((field) => at(document, field)),
        namesIn(document).sort(),
      ]);
    const outlines = sampleOutlines({ day: '2015-04-01', age: 0 }, CHOSEN);
    const made = sampleDocumentsOf('2015-04-01', 0, zone, seed);
    expect(outlines.map(({ instant, example }) => shown(instant, example)).sort()).toEqual(
      made.map(({ instant, document }) => shown(instant ?? NaN, document)).sort(),
    );
  });
});
