import { withOutage, type Outage } from '../../../../../common/settings';
import type { DataView, SourceOfDataView } from '../../../../../common/sources';
import type { Day } from '../../../../../common/time';
import type { SeriesDraft } from './series_draft';
import { floorsDraftOf } from './floors_draft';
import type { SettingsDraft } from './settings_draft';
import { newSourceDraft, type SourceDraft } from './source_draft';

/** A change of the form: takes the old form and returns the new one. */
export type DraftChange = (draft: SettingsDraft) => SettingsDraft;

function replaced<T>(items: readonly T[], place: number, part: Partial<T>): T[] {
  return items.map((item, at) => (at === place ? { ...item, ...part } : item));
}

/** Changes the fields of a source. @param place index in the form's list */
export function changeSource(place: number, part: Partial<SourceDraft>): DraftChange {
  return (draft) => ({ ...draft, sources: replaced(draft.sources, place, part) });
}

/** Adds an empty source. */
export function addSource(draft: SettingsDraft): SettingsDraft {
  return { ...draft, sources: [...draft.sources, newSourceDraft()] };
}

/** Adds a source that was made from a data view. */
export function addSourceOf(source: SourceOfDataView, view: DataView): DraftChange {
  const { name, runtime_fields: runtime } = view;
  const added = { ...newSourceDraft(), ...source, data_view: { name, runtime_fields: runtime } };
  return (draft) => ({ ...draft, sources: [...draft.sources, added] });
}

/** Removes a source, and the settings of its series. */
export function removeSource(place: number): DraftChange {
  return (draft) => {
    const gone = draft.sources[place];
    return {
      ...draft,
      sources: draft.sources.filter((_, at) => at !== place),
      series: draft.series.filter(({ source }) => source !== gone?.id),
    };
  };
}

/** Changes the settings of a series. */
export function changeSeries(place: number, part: Partial<SeriesDraft>): DraftChange {
  return (draft) => ({ ...draft, series: replaced(draft.series, place, part) });
}

/** Adds a series of the first source that is switched on. */
export function addSeries(draft: SettingsDraft): SettingsDraft {
  const source = draft.sources.find(({ enabled }) => enabled)?.id ?? '';
  const added = { source, subtype: '', omitDays: [], floors: floorsDraftOf(), isNew: true };
  return { ...draft, series: [...draft.series, added] };
}

/** Removes all settings of a series. */
export function removeSeries(place: number): DraftChange {
  return (draft) => ({ ...draft, series: draft.series.filter((_, at) => at !== place) });
}

/** Learns from a left-out day again. */
export function takeBackDay(place: number, day: Day): DraftChange {
  return (draft) => {
    const days = draft.series[place]?.omitDays ?? [];
    return changeSeries(place, { omitDays: days.filter((one) => one !== day) })(draft);
  };
}

/** Learns again from a day that was left out for more than one series. */
export function takeBackOutage(outage: Outage): DraftChange {
  return (draft) => ({ ...draft, outages: withOutage(draft.outages, outage, false) });
}
