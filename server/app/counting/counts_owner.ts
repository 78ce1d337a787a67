import type { Source } from '../../../common/sources';
import { settingsHash } from '../basics';

/** Raise it when counting changes: counts of another version are not used any more. */
export const COUNTING_VERSION = 1;

/** Whose counts are kept: a source, as it is defined, of a scope in a zone. */
export interface CountsOwner {
  readonly scope: string;
  readonly source: string;
  readonly zone: string;
  readonly definition: string;
}

/** Who owns the counts of a source: another index, filter or field makes another owner. */
export function countsOwner(source: Source, zone: string, scope: string): CountsOwner {
  const { index, filter, time_field, subtype_fields } = source;
  const definition = settingsHash({
    version: COUNTING_VERSION,
    index,
    filter,
    time_field,
    subtype_fields,
  });
  return { scope, source: source.id, zone, definition };
}
