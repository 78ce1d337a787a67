import type { estypes } from '@elastic/elasticsearch';
import { capabilityIn, type Capability, type FieldRole, type Unusable } from './field_use';

/** The answer of field capabilities for each field, by type. */
export type FieldsByType = Record<string, Record<string, estypes.FieldCapsFieldCapability>>;

/** Why an index cannot be counted: what is wrong, and what to do. */
export interface FieldFault {
  readonly role: FieldRole;
  readonly problem: string;
  readonly hint: string;
}

const OTHERS: Record<FieldRole, string> = {
  time: 'name another time_field',
  presence: 'filter by another field',
  filter: 'filter by another field',
  subtype: 'name other subtype_fields',
  host: 'write the host into another field',
};
const MAPPING: Record<FieldRole, string> = {
  time: 'a date',
  presence: 'keyword',
  filter: 'keyword',
  subtype: 'keyword',
  host: 'keyword',
};
const SHOWN_FIELDS = 3;

/** `a`, then `a.b` for the field `a.b.c`. */
export function parentsOf(field: string): string[] {
  const parts = field.split('.');
  return parts.slice(1).map((_, place) => parts.slice(0, place + 1).join('.'));
}

/** The field below which nothing can be found by its name alone; undefined if there is none. */
export function nestedParent(
  index: string,
  field: string,
  fields: FieldsByType,
): string | undefined {
  return parentsOf(field).find((name) => capabilityIn(index, fields[name])?.type === 'nested');
}

/** Whether the field is a key of a flattened one: it has values, but no capabilities. */
export function isFlattenedKey(index: string, field: string, fields: FieldsByType): boolean {
  return parentsOf(field).some((name) => capabilityIn(index, fields[name])?.type === 'flattened');
}

function canBeNamed({ type, searchable, aggregatable }: Capability): boolean {
  return searchable && aggregatable && type !== 'flattened';
}

/** Fields below this one that can be used instead. */
function usableBelow(index: string, field: string, fields: FieldsByType): string[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(`${field}.`))
    .filter((name) => {
      const capability = capabilityIn(index, fields[name]);
      return capability !== undefined && canBeNamed(capability);
    })
    .sort();
}

function shownFields(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_FIELDS).map((name) => `"${name}"`);
  const more = names.length - SHOWN_FIELDS;
  return more > 0 ? `${shown.join(', ')} or ${more} more` : shown.join(' or ');
}

/**
 * What to do about a field that cannot be used: the fields to use instead, if the index has some.
 *
 * @param fields capabilities of the field, those above it and those below it
 */
export function hintFor(
  index: string,
  field: string,
  role: FieldRole,
  why: Unusable['why'],
  fields: FieldsByType,
): string {
  const others = OTHERS[role];
  // Which field has the host is not a setting.
  if (role === 'host') return `map it as ${MAPPING[role]}, or ${others}`;
  const below = usableBelow(index, field, fields);
  switch (why) {
    case 'object':
      return below.length > 0 ? `name a field in it, such as ${shownFields(below)}` : others;
    case 'nested': {
      const within = nestedParent(index, field, fields) ?? field;
      return `name a field outside of "${within}", or map "${within}" with include_in_root`;
    }
    case 'flattened':
      return `name one of its keys, such as "${field}.name"`;
    case 'no index':
    case 'no doc values':
    case 'text':
    case 'other type': {
      if (below.length > 0) return `name ${shownFields(below)} instead`;
      const how = why === 'no doc values' ? `${MAPPING[role]} with doc values` : MAPPING[role];
      return `map it as ${how}, or ${others}`;
    }
  }
}
