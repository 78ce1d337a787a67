import { matches, momentOf, valuesAt, type Document } from './matches';

type Aggregation = Readonly<Record<string, unknown>>;
type Aggregations = Readonly<Record<string, Aggregation>>;
type Parameters = Readonly<Record<string, unknown>>;

function milliseconds(text: unknown): number {
  return Number(String(text).replace('ms', ''));
}

/** A bucket: how many documents it holds, and what is aggregated within. */
function bucketOf(documents: readonly Document[], within: Aggregations | undefined): object {
  return { doc_count: documents.length, ...aggregate(documents, within ?? {}) };
}

function groupBy<K>(
  documents: readonly Document[],
  keysOf: (document: Document) => readonly K[],
): Map<K, Document[]> {
  const groups = new Map<K, Document[]>();
  for (const document of documents) {
    for (const key of keysOf(document)) groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return groups;
}

function terms(documents: readonly Document[], parameters: Parameters, within?: Aggregations) {
  const { field, missing, size, include } = parameters;
  const groups = groupBy(documents, (document) => {
    const values = valuesAt(document, String(field));
    const keys = values.length === 0 && missing !== undefined ? [missing] : values;
    return keys.filter((key) => !Array.isArray(include) || include.includes(key));
  });
  const buckets = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, group]) => ({ key, ...bucketOf(group, within) }));
  const most = Number(size ?? 10);
  const rest = [...groups.values()].sort((a, b) => b.length - a.length).slice(most);
  const other = rest.reduce((sum, group) => sum + group.length, 0);
  return { sum_other_doc_count: other, buckets: buckets.slice(0, most) };
}

function dateHistogram(
  documents: readonly Document[],
  parameters: Parameters,
  within?: Aggregations,
) {
  const [interval, offset] = [
    milliseconds(parameters['fixed_interval']),
    milliseconds(parameters['offset'] ?? 0),
  ];
  const groups = groupBy(documents, (document) =>
    valuesAt(document, String(parameters['field'])).map(
      (value) => Math.floor((momentOf(value) - offset) / interval) * interval + offset,
    ),
  );
  const buckets = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, group]) => ({ key, ...bucketOf(group, within) }));
  return { buckets };
}

function dateRange(documents: readonly Document[], parameters: Parameters, within?: Aggregations) {
  const ranges = parameters['ranges'] as { key: string; from: number; to: number }[];
  const buckets = ranges.map(({ key, from, to }) => {
    const query = { range: { [String(parameters['field'])]: { gte: from, lt: to } } };
    return {
      key,
      ...bucketOf(
        documents.filter((document) => matches(document, query)),
        within,
      ),
    };
  });
  return { buckets };
}

/**
 * What aggregations come to over documents.
 *
 * @throws Error for a kind of aggregation that it does not know: then it must be taught
 */
export function aggregate(documents: readonly Document[], aggregations: Aggregations): object {
  const results = Object.entries(aggregations).map(([name, { aggs, ...kinds }]) => {
    const within = aggs as Aggregations | undefined;
    const [[kind, parameters] = ['', {}]] = Object.entries(kinds) as [string, Parameters][];
    switch (kind) {
      case 'filter': {
        const found = documents.filter((document) => matches(document, parameters));
        return [name, bucketOf(found, within)];
      }
      case 'terms':
        return [name, terms(documents, parameters, within)];
      case 'date_histogram':
        return [name, dateHistogram(documents, parameters, within)];
      case 'date_range':
        return [name, dateRange(documents, parameters, within)];
      default:
        throw new Error(`the Elasticsearch in memory does not know the aggregation "${kind}"`);
    }
  });
  return Object.fromEntries(results) as object;
}
