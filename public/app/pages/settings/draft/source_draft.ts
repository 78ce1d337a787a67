import type { Floors, SettingsFile } from '../../../../../common/settings';
import { presetSources, type DataView, type Source } from '../../../../../common/sources';
import { filterDraftOf, writtenFilter, type ConditionDraft } from './filter_draft';
import { floorsDraftOf, type FloorsDraft } from './floors_draft';
import { listOf } from './text_list';

/** A source as the form has it. */
export interface SourceDraft {
  readonly id: string;
  readonly name: string;
  readonly index: string;
  readonly time_field: string;
  /** Separated by commas. */
  readonly subtype_fields: string;
  readonly tag: string;
  /** The name of a series; `{subtype}` stands for the value. */
  readonly code: string;
  /** Names of values, which the form does not change. */
  readonly names: Source['wording']['names'];
  readonly filter: readonly ConditionDraft[];
  readonly enabled: boolean;
  readonly floors: FloorsDraft;
  /** Its origin: a preset cannot be removed, and only a new one's id can be changed. */
  readonly origin: 'preset' | 'own' | 'new';
  /** The data view that it was just made from. */
  readonly data_view?: Pick<DataView, 'name' | 'runtime_fields'>;
}

const PRESETS: ReadonlySet<string> = new Set(presetSources.map(({ id }) => id));

/** Converts settings to the form. */
export function sourceDraftOf(source: Source, floors: Floors | undefined): SourceDraft {
  const { id, name, index, time_field, subtype_fields, tag, wording, filter, enabled } = source;
  return {
    id,
    name,
    index,
    time_field,
    subtype_fields: subtype_fields.join(', '),
    tag,
    code: wording.code,
    names: wording.names,
    filter: filterDraftOf(filter),
    enabled,
    floors: floorsDraftOf(floors),
    origin: PRESETS.has(id) ? 'preset' : 'own',
  };
}

/** An empty form. */
export function newSourceDraft(): SourceDraft {
  return {
    id: '',
    name: '',
    index: '',
    time_field: '@timestamp',
    subtype_fields: '',
    tag: '',
    code: '{subtype}',
    names: [],
    filter: [],
    enabled: true,
    floors: floorsDraftOf(),
    origin: 'new',
  };
}

/** The complete source in the form: the input of the field check. */
export function writtenSource(draft: SourceDraft): Source {
  const { id, name, index, time_field, tag, code, names, enabled } = draft;
  return {
    id: id.trim(),
    name: name.trim(),
    index: index.trim(),
    time_field: time_field.trim(),
    subtype_fields: listOf(draft.subtype_fields, ','),
    tag: tag.trim(),
    wording: { code, names },
    filter: writtenFilter(draft.filter),
    enabled,
  };
}

type SourceEntry = NonNullable<SettingsFile['sources']>[number];

/**
 * What has to be saved of a source: what was saved before, with the changes of the form.
 *
 * @param before the form with the settings before the changes; undefined for a new source
 * @param saved the entry that was saved; undefined if the preset is unchanged
 * @returns undefined if nothing differs from the preset
 */
export function sourceEntry(
  draft: SourceDraft,
  before: SourceDraft | undefined,
  saved: SourceEntry | undefined,
): SourceEntry | undefined {
  const wished = writtenSource(draft);
  if (before === undefined) return wished;
  const old = new Map(Object.entries(writtenSource(before)));
  const changed = Object.entries(wished).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(old.get(key)),
  );
  if (changed.length === 0) return saved;
  return { ...saved, id: wished.id, ...(Object.fromEntries(changed) as Partial<Source>) };
}
