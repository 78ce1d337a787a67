import type { Source } from './source';

/** Ids of sources in the settings cannot contain this character. */
const MARK = '~';

/** What the documents of a source are counted by in addition: hosts, or series and hosts. */
export type InnerPurpose = 'hosts' | 'pairs';

/** A source of the same documents that is counted by other fields, and is in no settings. */
export function innerSource(source: Source, purpose: InnerPurpose, fields: string[]): Source {
  return { ...source, id: `${source.id}${MARK}${purpose}`, subtype_fields: fields };
}

export function isInner({ id }: Pick<Source, 'id'>): boolean {
  return id.includes(MARK);
}

/** The id of the source in the settings. */
export function settingsId({ id }: Pick<Source, 'id'>): string {
  const [own = id] = id.split(MARK);
  return own;
}
