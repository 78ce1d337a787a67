import { seriesKey } from '../../common/sources';

/** Groups items by the series that they are about. */
export function bySeries<T extends { readonly source: string; readonly subtype: string | null }>(
  items: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = seriesKey(item.source, item.subtype);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
