import { settingOf, type IndexShape } from './index_shape';

const LIMIT = 'index.mapping.total_fields.limit';
const USUAL_LIMIT = 1_000;

function membersOf(node: unknown, name: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  const members = Object.entries(node).find(([key]) => key === name)?.[1] as unknown;
  return typeof members === 'object' && members !== null ? Object.values(members) : [];
}

function countBelow(node: unknown): number {
  return membersOf(node, 'properties').reduce<number>(
    (sum, field) => sum + 1 + membersOf(field, 'fields').length + countBelow(field),
    0,
  );
}

/**
 * How many fields a mapping has, as Elasticsearch counts them against the limit: objects, fields,
 * sub-fields, aliases and runtime fields. Measured on Elasticsearch 8.19.
 *
 * @param mappings as returned by the API; names of fields come from logs
 */
export function countFields(mappings: unknown): number {
  return countBelow(mappings) + membersOf(mappings, 'runtime').length;
}

/** How many fields the index may have. */
export function fieldLimit(shape: IndexShape): number {
  return Number(settingOf(shape, LIMIT) ?? USUAL_LIMIT);
}
