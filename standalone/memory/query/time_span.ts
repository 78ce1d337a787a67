import { jsonOf, listOf, type Json } from '../request';
import { momentOf } from './values';

/** From a moment on, before another one; milliseconds since 1970 UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

function meets(sides: Json, { from, to }: Span): boolean {
  const side = (name: string): number | undefined =>
    sides[name] === undefined || sides[name] === null ? undefined : momentOf(sides[name]);
  const least = side('gte') ?? side('gt');
  const [below, last] = [side('lt'), side('lte')];
  if (least !== undefined && least >= to) return false;
  if (below !== undefined && below <= from) return false;
  return last === undefined || last >= from;
}

/**
 * Whether a query may match a document of a span of time: true if that is not certain, so that
 * nothing is missed.
 *
 * @param field the time field of these documents
 */
export function mayMeet(query: unknown, field: string, span: Span): boolean {
  const { range, bool, function_score: scored } = jsonOf(query);
  if (scored !== undefined) return mayMeet(jsonOf(scored)['query'], field, span);
  const sides = jsonOf(range)[field];
  if (sides !== undefined) return meets(jsonOf(sides), span);
  if (bool === undefined) return true;
  const { filter, must, should } = jsonOf(bool);
  const all = [...listOf(filter), ...listOf(must)];
  if (!all.every((one) => mayMeet(one, field, span))) return false;
  const some = listOf(should);
  const isFree =
    some.length === 0 || (all.length > 0 && jsonOf(bool)['minimum_should_match'] === undefined);
  return isFree || some.some((one) => mayMeet(one, field, span));
}
