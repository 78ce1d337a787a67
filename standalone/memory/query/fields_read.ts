import { jsonOf, listOf, type Json } from '../request';

/** Clauses whose members are fields. */
const BY_FIELD = new Set(['range', 'term', 'terms', 'prefix']);
const CLAUSES = ['filter', 'must', 'should', 'must_not'] as const;
/** Index and id are not part of the document. */
const NO_FIELD = new Set(['_name', '_index', '_id', 'boost']);

type Add = (field: string) => void;

/** @returns false if it is not certain which fields are read */
function readsOfQuery(query: unknown, add: Add): boolean {
  return Object.entries(jsonOf(query)).every(([kind, given]) => {
    const clause = jsonOf(given);
    if (kind === 'match_all') return true;
    if (kind === 'bool') {
      return CLAUSES.flatMap((name) => listOf(clause[name])).every((one) => readsOfQuery(one, add));
    }
    if (kind === 'exists') add(String(clause['field']));
    if (BY_FIELD.has(kind)) Object.keys(clause).forEach(add);
    return kind === 'exists' || BY_FIELD.has(kind);
  });
}

function readsOfAggregation({ aggs, ...kinds }: Json, add: Add): boolean {
  const isOwn = Object.entries(kinds).every(([kind, given]) => {
    const parameters = jsonOf(given);
    if (kind === 'filter') return readsOfQuery(parameters, add);
    if (kind === 'filters') {
      return Object.values(jsonOf(parameters['filters'])).every((one) => readsOfQuery(one, add));
    }
    if (kind === 'composite') {
      return listOf(parameters['sources']).every((source) =>
        Object.values(jsonOf(source)).every((one) => readsOfAggregation(jsonOf(one), add)),
      );
    }
    const { field } = parameters;
    if (typeof field === 'string') add(field);
    return typeof field === 'string';
  });
  return isOwn && readsOfAggregations(aggs, add);
}

function readsOfAggregations(aggregations: unknown, add: Add): boolean {
  return Object.values(jsonOf(aggregations)).every((one) => readsOfAggregation(jsonOf(one), add));
}

/** The document fields that a search reads. */
export interface FieldsRead {
  /** To find the documents. */
  readonly query: ReadonlySet<string>;
  /** Of the documents that it finds. */
  readonly values: ReadonlySet<string>;
}

/** Which fields a search reads; undefined if that is not certain. */
export function fieldsRead(body: Json): FieldsRead | undefined {
  const [query, values] = [new Set<string>(), new Set<string>()];
  const addTo =
    (fields: Set<string>): Add =>
    (field) => {
      if (!NO_FIELD.has(field)) fields.add(field);
    };
  const isSure =
    readsOfQuery(body['query'], addTo(query)) && readsOfAggregations(body['aggs'], addTo(values));
  return isSure ? { query, values } : undefined;
}
