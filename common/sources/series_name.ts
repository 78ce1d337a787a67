import type { Source } from './source';
import { decodeSubtype } from './subtype';

/** A series in words: its name (if known) and its code, such as `syslog severity 5`. */
export interface SeriesName {
  readonly name: string;
  readonly code: string;
}

/** Puts a series of a source in words. Without a known name, only the code is used. */
export function seriesName(source: Source, subtype: string): SeriesName {
  const value = decodeSubtype(subtype, source.subtype_fields.length).join(' ');
  const code = source.wording.code.split('{subtype}').join(value);
  const known = source.wording.names.find(([key]) => key === subtype);
  return { name: known === undefined ? code : known[1], code };
}
