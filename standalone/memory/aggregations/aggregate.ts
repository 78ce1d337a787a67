import type { Stored } from '../stored';
import { compileQuery } from '../query/compile_query';
import { jsonOf, UnknownRequest, type Json } from '../request';
import type { Aggregating, TypeOf } from './aggregating';
import { composite } from './composite';
import { dateHistogram, dateRange } from './dates';
import { cardinality, extreme, sum } from './metrics';
import { terms } from './terms';

type Aggregate = (aggregating: Aggregating, parameters: Json) => Json;

const NO_NAMES = new Set<string>();

function found(documents: readonly Stored[], query: unknown): Stored[] {
  const matches = compileQuery(query);
  return documents.filter((document) => matches(document, NO_NAMES));
}

const KINDS: Readonly<Record<string, Aggregate>> = {
  terms,
  composite,
  sum,
  cardinality,
  date_histogram: dateHistogram,
  date_range: dateRange,
  max: extreme(Math.max),
  min: extreme(Math.min),
  filter: ({ documents, bucketOf }, query) => bucketOf(found(documents, query)),
  filters: ({ documents, bucketOf }, { filters }) => ({
    buckets: Object.fromEntries(
      Object.entries(jsonOf(filters)).map(([name, query]) => [
        name,
        bucketOf(found(documents, query)),
      ]),
    ),
  }),
};

/**
 * The results of aggregations over documents.
 *
 * @throws UnknownRequest for an unknown kind of aggregation
 */
export function aggregate(documents: readonly Stored[], aggregations: Json, typeOf: TypeOf): Json {
  const results = Object.entries(aggregations).map(([name, given]) => {
    const { aggs, aggregations: longer, ...kinds } = jsonOf(given);
    const within = jsonOf(aggs ?? longer);
    const [[kind, parameters] = ['', {}]] = Object.entries(kinds);
    const run = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (run === undefined) throw new UnknownRequest(`the aggregation "${kind}"`);
    const bucketOf = (inside: readonly Stored[]): Json => ({
      doc_count: inside.length,
      ...aggregate(inside, within, typeOf),
    });
    return [name, run({ documents, typeOf, bucketOf }, jsonOf(parameters))] as const;
  });
  return Object.fromEntries(results);
}
