import { columnFinder } from '../../../common/time/day_bins';
import { localDay } from '../../../common/time/local_day';
import { hoursWith } from '../../../test/fixtures/counts_source';
import { emptyCounts, foldComposite, foldTerms, type FoldedCounts } from './fold_counts';

type Value = string | number | boolean | null;

/** Folds buckets given as [values of the subtype fields, time, events]. */
function fold(
  buckets: readonly (readonly [readonly Value[], string, number])[],
  day = localDay('2026-11-23', 'UTC'),
): FoldedCounts {
  const counts = emptyCounts();
  const made = buckets.map(([values, time, events]) => ({
    key: {
      ...Object.fromEntries(values.map((value, index) => [`subtype_${index}`, value])),
      bin: Date.parse(time),
    },
    doc_count: events,
  }));
  const answer = { documents: { doc_count: 0 }, series: { buckets: made } };
  foldComposite(counts, answer, buckets[0]?.[0].length ?? 1, columnFinder(day));
  return counts;
}

describe('foldComposite', () => {
  it('puts the events of each bin into its hour', () => {
    const counts = fold([
      [[5], '2026-11-23T10:00Z', 20],
      [[5], '2026-11-23T15:00Z', 48],
      [[6], '2026-11-23T15:00Z', 1],
    ]);
    expect([...counts.series]).toEqual([
      ['5', hoursWith({ 10: 20, 15: 48 })],
      ['6', hoursWith({ 15: 1 })],
    ]);
    expect([counts.lacking, counts.total]).toEqual([0, 69]);
  });

  it('compares keys as text', () => {
    const keys: Value[] = [5, '5', -0, '0', true, '', '__proto__', '<script>'];
    const counts = fold(keys.map((key) => [[key], '2026-11-23T00:00Z', 1]));
    expect([...counts.series].map(([key, hours]) => [key, hours[0]])).toEqual([
      ['5', 2],
      ['0', 2],
      ['true', 1],
      ['', 1],
      ['__proto__', 1],
      ['<script>', 1],
    ]);
  });

  it('keeps the values of several fields apart', () => {
    const counts = fold([
      [['a', 'b c'], '2026-11-23T01:00Z', 1],
      [['a b', 'c'], '2026-11-23T01:00Z', 2],
    ]);
    expect([...counts.series.keys()]).toEqual(['["a","b c"]', '["a b","c"]']);
  });

  it('counts documents that lack a field apart from every series', () => {
    const counts = fold([
      [['a', null], '2026-11-23T01:00Z', 3],
      [[null, 'b'], '2026-11-23T02:00Z', 4],
    ]);
    expect([counts.series.size, counts.lacking, counts.total]).toEqual([0, 7, 7]);
  });

  it('adds both halves of an hour that is shown twice', () => {
    const day = localDay('2026-04-05', 'Australia/Lord_Howe');
    const counts = fold(
      [
        [['a'], '2026-04-04T14:00Z', 1],
        [['a'], '2026-04-04T14:30Z', 2],
        [['a'], '2026-04-04T15:00Z', 4],
      ],
      day,
    );
    expect(counts.series.get('a')).toEqual(hoursWith({ 1: 7 }));
  });

  it('leaves out a second time of a document that is outside the day', () => {
    const counts = fold([[['a'], '2026-11-24T00:00Z', 1]]);
    expect([counts.series.size, counts.total]).toEqual([0, 1]);
  });
});

describe('foldTerms', () => {
  const day = localDay('2026-11-23', 'UTC');
  const hours = (...events: [string, number][]) => ({
    buckets: events.map(([time, count]) => ({ key: Date.parse(time), doc_count: count })),
  });

  it('puts events into hours, and those without the field apart', () => {
    const counts = emptyCounts();
    const buckets = [
      { key: 5, hours: hours(['2026-11-23T10:00Z', 20], ['2026-11-23T15:00Z', 48]) },
      { key: -99, hours: hours(['2026-11-23T01:00Z', 3]) },
      { key: '__proto__', hours: hours(['2026-11-23T02:00Z', 1], ['2026-11-24T00:00Z', 1]) },
    ];
    const series = { sum_other_doc_count: 0, buckets };
    foldTerms(counts, { documents: { doc_count: 73 }, series }, -99, columnFinder(day));
    expect([...counts.series]).toEqual([
      ['5', hoursWith({ 10: 20, 15: 48 })],
      ['__proto__', hoursWith({ 2: 1 })],
    ]);
    expect([counts.lacking, counts.total]).toEqual([3, 73]);
  });
});
