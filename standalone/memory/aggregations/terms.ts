import type { Json } from '../request';
import type { Aggregating } from './aggregating';
import { byKey, groupBy, keysOf, type Key } from './group_by';

const USUAL_SIZE = 10;
const DAY_LENGTH = 'yyyy-MM-dd'.length;

function textOf(key: Key, type: string | undefined): Json {
  if (type === 'date') {
    const text = new Date(Number(key)).toISOString();
    // Days are the only dates that are grouped by value.
    return { key_as_string: text.endsWith('T00:00:00.000Z') ? text.slice(0, DAY_LENGTH) : text };
  }
  return {};
}

/** A bucket for each value, the most frequent first; values of the same number by their key. */
export function terms({ documents, typeOf, bucketOf }: Aggregating, parameters: Json): Json {
  const { field, missing, size = USUAL_SIZE, include, min_doc_count: least = 1 } = parameters;
  const name = String(field);
  const keys = keysOf(name, typeOf);
  const only = Array.isArray(include) ? new Set(include.map(String)) : undefined;
  const groups = groupBy(documents, (document) => {
    const found = keys(document);
    const all = found.length === 0 && missing !== undefined ? [missing as Key] : found;
    return only === undefined ? all : all.filter((key) => only.has(String(key)));
  });
  const sorted = [...groups]
    .filter(([, group]) => group.length >= Number(least))
    .sort(([a, some], [b, others]) => others.length - some.length || byKey(a, b));
  const shown = sorted.slice(0, Number(size));
  const others = sorted.slice(Number(size)).reduce((total, [, group]) => total + group.length, 0);
  return {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: others,
    buckets: shown.map(([key, group]) => ({
      key,
      ...textOf(key, typeOf(name)),
      ...bucketOf(group),
    })),
  };
}
