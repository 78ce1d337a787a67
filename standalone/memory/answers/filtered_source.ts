import { matchesPattern } from '../../../common/sources';
import { jsonOf, listOf, type Json } from '../request';

/** Whether a field, or something below it, is requested. */
function leadsTo(path: string, wish: string): boolean {
  return wish === path || wish.startsWith(`${path}.`) || matchesPattern(path, wish);
}

function isWithin(path: string, wish: string): boolean {
  return path === wish || path.startsWith(`${wish}.`) || matchesPattern(path, wish);
}

function pick(value: unknown, path: string, wishes: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const items = value.map((one) => pick(one, path, wishes)).filter((one) => one !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (wishes.some((wish) => isWithin(name, wish))) return [[key, inner as unknown] as const];
    if (!wishes.some((wish) => leadsTo(name, wish))) return [];
    const below = pick(inner, name, wishes);
    return below === undefined ? [] : [[key, below] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * The requested part of a document.
 *
 * @param wished the value of `_source`: all, nothing, or names of fields
 * @returns undefined for nothing
 */
export function filteredSource(source: Json, wished: unknown): Json | undefined {
  if (wished === false || wished === 'false') return undefined;
  if (wished === undefined || wished === true || wished === null) return source;
  const names = Array.isArray(wished) ? wished : listOf(jsonOf(wished)['includes'] ?? wished);
  return jsonOf(pick(source, '', names.map(String)));
}
