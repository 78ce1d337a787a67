import { jsonOf, listOf, type Json } from '../request';
import { momentOf } from './values';

/** From a moment on, before another one; milliseconds since 1970 UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const ALL: Json = { match_all: {} };
const NONE: Json = { match_none: {} };

const isAll = (query: Json): boolean => 'match_all' in query;
const isNone = (query: Json): boolean => 'match_none' in query;
/** Whether something in a clause has a name, for clauses that are asked of many spans. */
const named = new WeakMap<object, boolean>();

function hasName(query: unknown): boolean {
  const clause = jsonOf(query);
  const known = named.get(clause);
  if (known !== undefined) return known;
  const found = JSON.stringify(clause).includes('"_name"');
  named.set(clause, found);
  return found;
}

/** A range of the time field: all of a span, none of it, or the range as it is. */
function ofRange(query: Json, sides: Json, { from, to }: Span): Json {
  const side = (name: string): number | undefined =>
    sides[name] === undefined || sides[name] === null ? undefined : momentOf(sides[name]);
  const [gte, gt, lt, lte] = [side('gte'), side('gt'), side('lt'), side('lte')];
  const isOutside =
    (gte ?? gt ?? -Infinity) >= to || (lt ?? Infinity) <= from || (lte ?? Infinity) < from;
  if (isOutside) return NONE;
  const isCovered =
    (gte ?? -Infinity) <= from &&
    (gt ?? -Infinity) < from &&
    (lt ?? Infinity) >= to &&
    (lte ?? Infinity) >= to;
  return isCovered && !hasName(sides) ? ALL : query;
}

function ofBool(clause: Json, field: string, span: Span): Json {
  const narrow = (one: unknown): Json => narrowQuery(one, field, span);
  const { filter, must, should, must_not: not, minimum_should_match: given } = clause;
  const every = [...listOf(filter), ...listOf(must)];
  const some = listOf(should);
  const least = some.length === 0 ? 0 : Number(given ?? Number(every.length === 0));
  const all = every.map(narrow).filter((one) => !isAll(one));
  // The name of a clause counts even if the clause around it does not match.
  const left = some
    .map((one) => (hasName(one) ? jsonOf(one) : narrow(one)))
    .filter((one) => !isNone(one));
  if (all.some(isNone) || left.length < least) return NONE;
  if (all.length + left.length + listOf(not).length === 0) return ALL;
  return {
    bool: { filter: all, should: left, must_not: not ?? [], minimum_should_match: least },
  };
}

/**
 * A query that matches the same documents of a span of time, and asks less of each: what is certain
 * for the whole span is not asked again. It is `match_none` if it can match none of them.
 *
 * @param field the time field of these documents
 */
export function narrowQuery(query: unknown, field: string, span: Span): Json {
  const asked = jsonOf(query);
  const { range, bool, function_score: scored } = asked;
  if (scored !== undefined) return narrowQuery(jsonOf(scored)['query'], field, span);
  const sides = jsonOf(range)[field];
  if (sides !== undefined && jsonOf(range)['_name'] === undefined) {
    return ofRange(asked, jsonOf(sides), span);
  }
  return bool === undefined ? asked : ofBool(jsonOf(bool), field, span);
}

/** Whether a narrowed query may match anything: false only if that is certain. */
export function mayMatch(narrowed: Json): boolean {
  return !isNone(narrowed);
}
