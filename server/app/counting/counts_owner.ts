import type { Source } from '../../../common/sources';
import { settingsHash } from '../basics';

/** Raise it when counting changes. Counts of another version are no longer used. */
export const COUNTING_VERSION = 1;

/** The owner of kept counts: a source, as it is defined, of a scope in a zone. */
export interface CountsOwner {
  readonly scope: string;
  readonly source: string;
  readonly zone: string;
  readonly definition: string;
}

/** Worked out once for a source: each of its days has an owner. */
const definitions = new WeakMap<Source, string>();

function definitionOf(source: Source): string {
  const { index, filter, time_field, subtype_fields } = source;
  const counted = { version: COUNTING_VERSION, index, filter, time_field, subtype_fields };
  const definition = definitions.get(source) ?? settingsHash(counted);
  definitions.set(source, definition);
  return definition;
}

/** The owner of the counts of a source. Another index, filter or field makes another owner. */
export function countsOwner(source: Source, zone: string, scope: string): CountsOwner {
  return { scope, source: source.id, zone, definition: definitionOf(source) };
}
