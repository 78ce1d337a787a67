import type { Stored } from '../stored';
import { momentOf, valuesOf } from '../query/values';
import { jsonOf, listOf, UnknownRequest, type Json } from '../request';
import type { Aggregating } from './aggregating';
import { groupBy } from './group_by';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of a length such as `900000ms` or `1d`, which may be negative. */
function lengthOf(text: unknown): number {
  const [, number, unit = ''] = /^([+-]?\d+)([a-z]+)$/.exec(String(text)) ?? [];
  const factor = UNITS[unit];
  if (number === undefined || factor === undefined) {
    throw new UnknownRequest(`the length of time "${String(text)}"`);
  }
  return Number(number) * factor;
}

/** The start of the bin that contains an instant. */
export function binsOf({ fixed_interval: interval, offset }: Json): (moment: number) => number {
  const [length, shift] = [lengthOf(interval), offset === undefined ? 0 : lengthOf(offset)];
  return (moment) => Math.floor((moment - shift) / length) * length + shift;
}

/** A bucket for each bin that has documents. */
export function dateHistogram({ documents, bucketOf }: Aggregating, parameters: Json): Json {
  if (parameters['min_doc_count'] !== 1) {
    throw new UnknownRequest('a date histogram with empty bins');
  }
  const read = valuesOf(String(parameters['field']));
  const binOf = binsOf(parameters);
  const groups = groupBy(documents, ({ source }) =>
    read(source).map((value) => binOf(momentOf(value))),
  );
  const buckets = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, group]) => ({
      key,
      key_as_string: new Date(key).toISOString(),
      ...bucketOf(group),
    }));
  return { buckets };
}

interface Range {
  readonly key: unknown;
  readonly from: number;
  readonly to: number;
  readonly inside: Stored[];
}

/** The range that contains a moment, or none. @param ranges apart, in their order */
function rangeAt(ranges: readonly Range[], moment: number): readonly Range[] {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.to ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  const found = ranges[low];
  return found !== undefined && moment >= found.from ? [found] : [];
}

/** A bucket for each range, from its start on, before its end. */
export function dateRange({ documents, bucketOf }: Aggregating, parameters: Json): Json {
  const read = valuesOf(String(parameters['field']));
  const ranges = listOf(parameters['ranges'])
    .map((given): Range => {
      const { key, from, to } = jsonOf(given);
      return { key, from: momentOf(from), to: momentOf(to), inside: [] };
    })
    .sort((a, b) => a.from - b.from);
  const areApart = ranges.every(({ from }, place) => from >= (ranges[place - 1]?.to ?? -Infinity));
  const rangesAt = (moment: number): readonly Range[] =>
    areApart
      ? rangeAt(ranges, moment)
      : ranges.filter(({ from, to }) => moment >= from && moment < to);
  for (const document of documents) {
    for (const value of read(document.source)) {
      for (const { inside } of rangesAt(momentOf(value))) {
        if (inside.at(-1) !== document) inside.push(document);
      }
    }
  }
  return { buckets: ranges.map(({ inside, ...range }) => ({ ...range, ...bucketOf(inside) })) };
}
