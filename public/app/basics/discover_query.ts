import type { Condition } from '../../../common/sources';

/** A query in Elasticsearch's form. */
export type Query = Readonly<Record<string, unknown>>;

/** Matches what any of the queries matches. */
export function anyOf(queries: readonly Query[]): Query {
  const [only] = queries;
  if (queries.length === 1 && only !== undefined) return only;
  return { bool: { should: queries, minimum_should_match: 1 } };
}

function hasOneOf(field: string, values: readonly string[]): Query {
  return anyOf(values.map((value) => ({ match_phrase: { [field]: value } })));
}

/**
 * Values of a field that is used under several names. If a document has a `.keyword` twin, only the
 * twin counts, since a phrase matches anywhere in a text.
 */
export function hasOneOfUnder(names: readonly string[], values: readonly string[]): Query {
  const queries = names.map((name) => {
    const twin = names.find((other) => other.startsWith(`${name}.`));
    const query = hasOneOf(name, values);
    if (twin === undefined) return query;
    return { bool: { filter: [query], must_not: [{ exists: { field: twin } }] } };
  });
  return anyOf(queries);
}

/**
 * A condition of a source as a query.
 *
 * @param namesOf the names under which a field is really used
 */
export function conditionQuery(
  condition: Condition,
  namesOf: (field: string) => readonly string[],
): Query {
  const all = (within: readonly Condition[]) => within.map((one) => conditionQuery(one, namesOf));
  if ('not' in condition) return { bool: { must_not: all([condition.not]) } };
  if ('and' in condition) return { bool: { filter: all(condition.and) } };
  if ('or' in condition) return anyOf(all(condition.or));
  if ('exists' in condition) {
    return anyOf(namesOf(condition.exists.field).map((field) => ({ exists: { field } })));
  }
  if ('range' in condition) {
    const { field, ...bounds } = condition.range;
    return anyOf(namesOf(field).map((name) => ({ range: { [name]: bounds } })));
  }
  return hasOneOfUnder(namesOf(condition.field), condition.any_of);
}
