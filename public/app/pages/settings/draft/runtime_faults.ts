import type { SettingsFault } from '../../../../../common/settings';
import { conditionSchema, namedFields, runtimeFieldWords } from '../../../../../common/sources';
import { jsonIn, type ConditionDraft } from './filter_draft';
import type { SourceDraft } from './source_draft';
import { listOf } from './text_list';

/** The fields that are named at a path within a source. */
type Named = readonly [path: string, fields: readonly string[]];

function namedIn(condition: ConditionDraft, place: number): Named {
  if ('field' in condition) return [`filter[${place}].field`, [condition.field.trim()]];
  const { data } = conditionSchema.safeParse(jsonIn(condition.text));
  const fields = data === undefined ? [] : namedFields([data]).map(({ field }) => field);
  return [`filter[${place}]`, fields];
}

function faultsOf(draft: SourceDraft, place: number): SettingsFault[] {
  const { data_view: view } = draft;
  if (view === undefined) return [];
  const named: Named[] = [
    ['time_field', [draft.time_field.trim()]],
    ['subtype_fields', listOf(draft.subtype_fields, ',')],
    ...draft.filter.map(namedIn),
  ];
  return named.flatMap(([path, fields]) =>
    view.runtime_fields
      .filter((field) => fields.includes(field))
      .map((field) => ({
        path: `sources[${place}].${path}`,
        words: runtimeFieldWords(field, view.name),
      })),
  );
}

/** Fields of sources that were made from a data view, and that only Kibana can search. */
export function runtimeFaults(sources: readonly SourceDraft[]): SettingsFault[] {
  return sources.flatMap(faultsOf);
}
