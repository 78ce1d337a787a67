import type { IndexGroup } from './counting_ports';

/** A field that a source names, and the field that is used for it. */
export type UsedField = [field: string, used: string];

/**
 * The fields by which the documents of a source are found and counted. Each pair is listed once,
 * though indices may map a field differently.
 */
export function usedFields(groups: readonly IndexGroup[]): UsedField[] {
  const found: UsedField[] = [];
  for (const [field, used] of groups.flatMap((group) => [...group.fields])) {
    const isKnown = found.some(([own, name]) => own === field && name === used);
    if (!isKnown) found.push([field, used]);
  }
  return found;
}
