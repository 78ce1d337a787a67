import { matchesPattern } from '../../../common/sources';
import type { Stored } from '../stored';
import { jsonOf, listOf, UnknownRequest, type Json } from '../request';
import { hasValue, momentOf } from './values';

/** Whether a document matches. Names of the clauses that matched it are added. */
export type Matches = (document: Stored, names: Set<string>) => boolean;

const INDEX = '_index';
const UNNAMED = new Set<string>();

/** The entries of a clause that are fields, not options such as `boost`. */
function fieldsOf(clause: Json): [string, unknown][] {
  return Object.entries(clause).filter(([name]) => name !== '_name' && name !== 'boost');
}

function onlyField(clause: Json): [string, unknown] {
  const [only] = fieldsOf(clause);
  if (only === undefined) throw new UnknownRequest('a query of no field');
  return only;
}

/** Whether a value of a field is wanted, which may be the index or the id of the document. */
function someValue(
  field: string,
  isWanted: (value: unknown) => boolean,
): (document: Stored) => boolean {
  if (field === INDEX) return ({ index }) => isWanted(index);
  if (field === '_id') return ({ id }) => isWanted(id);
  const has = hasValue(field, isWanted);
  return ({ source }) => has(source);
}

function valueIn(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
}

function oneOf(field: string, wanted: readonly unknown[]): Matches {
  const texts = new Set(wanted.map(String));
  if (field === INDEX) {
    const patterns = [...texts];
    return ({ index }) => patterns.some((pattern) => matchesPattern(index, pattern));
  }
  return someValue(field, (value) => texts.has(typeof value === 'string' ? value : String(value)));
}

/** A side of a range; the limit if the side is open. */
function sideOf(limit: unknown, open: number): number {
  return limit === undefined || limit === null ? open : momentOf(limit);
}

function range(clause: Json): Matches {
  const [field, given] = onlyField(clause);
  const sides = jsonOf(given);
  const [gte, gt] = [sideOf(sides['gte'], -Infinity), sideOf(sides['gt'], -Infinity)];
  const [lte, lt] = [sideOf(sides['lte'], Infinity), sideOf(sides['lt'], Infinity)];
  return someValue(field, (value) => {
    const moment = momentOf(value);
    return moment >= gte && moment > gt && moment <= lte && moment < lt;
  });
}

function bool(clause: Json): Matches {
  const all = [...listOf(clause['filter']), ...listOf(clause['must'])].map(compileQuery);
  const none = listOf(clause['must_not']).map(compileQuery);
  const some = listOf(clause['should']).map(compileQuery);
  const least = Number(clause['minimum_should_match'] ?? (all.length === 0 ? 1 : 0));
  // Each is evaluated if it may have a name, so that all names are found.
  const isEachAsked = least > 1 || JSON.stringify(clause['should'] ?? []).includes('"_name"');
  return (document, names) => {
    if (!all.every((matches) => matches(document, names))) return false;
    if (none.some((matches) => matches(document, UNNAMED))) return false;
    if (some.length === 0) return true;
    if (!isEachAsked && least === 1) return some.some((matches) => matches(document, names));
    return some.filter((matches) => matches(document, names)).length >= least;
  };
}

const KINDS: Readonly<Record<string, (clause: Json) => Matches>> = {
  match_all: () => () => true,
  match_none: () => () => false,
  bool,
  // Scores only give an order.
  function_score: (clause) => compileQuery(clause['query']),
  range,
  term: (clause) => {
    const [field, given] = onlyField(clause);
    return oneOf(field, [valueIn(given)]);
  },
  terms: (clause) => {
    const [field, given] = onlyField(clause);
    return oneOf(field, listOf(given));
  },
  ids: (clause) => oneOf('_id', listOf(clause['values'])),
  exists: (clause) => someValue(String(clause['field']), () => true),
  prefix: (clause) => {
    const [field, given] = onlyField(clause);
    const start = String(valueIn(given));
    return someValue(field, (value) => String(value).startsWith(start));
  },
};

/** The name of a clause, which is in it, or among the options of its field. */
function nameOf(clause: Json): string | undefined {
  const options = Object.values(clause).filter((value) => !Array.isArray(value));
  const found = [clause, ...options].map((one) => jsonOf(one)['_name']);
  return found.find((name) => typeof name === 'string');
}

/**
 * A query as a function of a document.
 *
 * @throws UnknownRequest for an unknown kind of query
 */
export function compileQuery(query: unknown): Matches {
  const [[kind, given] = ['match_all', {}], ...others] = Object.entries(jsonOf(query));
  const compile = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (compile === undefined || others.length > 0) throw new UnknownRequest(`the query "${kind}"`);
  const clause = jsonOf(given);
  const matches = compile(clause);
  const name = kind === 'bool' ? undefined : nameOf(clause);
  if (name === undefined) return matches;
  return (document, names) => {
    const isFound = matches(document, names);
    if (isFound) names.add(name);
    return isFound;
  };
}
