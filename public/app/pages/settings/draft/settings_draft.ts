import {
  type Outage,
  type SettingsFault,
  parseSettings,
  type Settings,
  type SettingsFile,
  type Weekday,
} from '../../../../../common/settings';
import { inForm, type DraftFaults } from './draft_faults';
import { writtenFloors } from './floors_draft';
import { inOrder } from './in_order';
import { messagesDraftOf, writtenMessages, type MessagesDraft } from './messages_draft';
import { numberOf } from './number_text';
import { runtimeFaults } from './runtime_faults';
import { seriesDraftOf, seriesEntry, type SeriesDraft } from './series_draft';
import { sourceDraftOf, sourceEntry, type SourceDraft } from './source_draft';

/** What the form changes. Everything is text or as written, until it is saved. */
export interface SettingsDraft {
  readonly zone: string;
  readonly method: Settings['method'];
  readonly training_days: string;
  /** In the order of the week, Monday first. */
  readonly weekend: readonly Weekday[];
  readonly retention_days: string;
  readonly retention_series_days: string;
  readonly score_limit: string;
  readonly difference_limit: string;
  readonly contribution_limit: string;
  readonly depth: string;
  readonly low_percentile: string;
  readonly high_percentile: string;
  readonly least_shared: string;
  readonly sources: readonly SourceDraft[];
  /** Series with settings of their own. */
  readonly series: readonly SeriesDraft[];
  /** Days that are left out for every series, or for those of a source. */
  readonly outages: readonly Outage[];
  readonly messages: MessagesDraft;
}

/** What the form begins with: what was saved, and the resulting settings. */
export interface SettingsBase {
  readonly saved: SettingsFile;
  readonly settings: Settings;
}

/** Converts settings to the form. */
export function draftOf(settings: Settings): SettingsDraft {
  const { zone, method, training, retention, calibrated, talk, sources, floors, series } = settings;
  const { least_shared } = settings.incidents;
  const floorsOf = new Map(floors.map((one) => [one.source, one.floors]));
  return {
    zone,
    method,
    training_days: String(training.days),
    weekend: inOrder(training.weekend),
    retention_days: String(retention.days),
    retention_series_days: String(retention.series_days),
    score_limit: String(calibrated.score_limit),
    difference_limit: String(talk.difference_limit),
    contribution_limit: String(talk.contribution_limit),
    depth: String(talk.depth),
    low_percentile: String(talk.low_percentile),
    high_percentile: String(talk.high_percentile),
    least_shared: String(least_shared),
    sources: sources.map((source) => sourceDraftOf(source, floorsOf.get(source.id))),
    series: series.map(seriesDraftOf),
    outages: settings.outages,
    messages: messagesDraftOf(settings.notifications),
  };
}

/** Items of a list of the settings, and their indices in the form. */
interface Written {
  readonly items: readonly unknown[];
  readonly places: readonly number[];
}

function writeList<T>(drafts: readonly T[], write: (draft: T) => unknown): Written {
  const written = drafts
    .map((draft, place) => ({ item: write(draft), place }))
    .filter(({ item }) => item !== undefined);
  return { items: written.map(({ item }) => item), places: written.map(({ place }) => place) };
}

function writeSources({ sources }: SettingsDraft, { saved, settings }: SettingsBase): Written {
  const before = new Map(draftOf(settings).sources.map((source) => [source.id, source]));
  const entries = new Map((saved.sources ?? []).map((entry) => [entry.id, entry]));
  return writeList(sources, (source) =>
    source.origin === 'new'
      ? sourceEntry(source, undefined, undefined)
      : sourceEntry(source, before.get(source.id), entries.get(source.id)),
  );
}

function writeFloors({ sources }: SettingsDraft): Written {
  return writeList(sources, ({ id, floors }) => {
    const written = writtenFloors(floors);
    return written && { source: id, floors: written };
  });
}

/** Of two sources with one id, the second would change the first, which the validator allows. */
function doubleIds({ sources }: SettingsDraft): SettingsFault[] {
  return sources.flatMap(({ id, origin }, place) => {
    const isTaken = sources.some((other, at) => at !== place && other.id === id.trim());
    if (origin !== 'new' || !isTaken) return [];
    return [{ path: `sources[${place}].id`, words: 'another source has this id' }];
  });
}

/** A message with findings of a missing source would never be sent. */
function missingSources({ sources, messages }: SettingsDraft): SettingsFault[] {
  const ids = new Set(sources.map(({ id }) => id.trim()));
  return writtenMessages(messages).channels.flatMap((channel, place) => {
    const missing = channel.sources.find((id) => !ids.has(id));
    if (missing === undefined) return [];
    const path = `notifications.channels[${place}].sources`;
    return [{ path, words: `there is no source with the ID "${missing}"` }];
  });
}

/** Either what is to be saved, or what is wrong with it. */
export type CheckedDraft = { readonly saved: SettingsFile } | { readonly faults: DraftFaults };

/** The saved settings with the changes of the form, checked by the validator of the API. */
export function checkDraft(base: SettingsBase, draft: SettingsDraft): CheckedDraft {
  const { saved } = base;
  const sources = writeSources(draft, base);
  const floors = writeFloors(draft);
  const series = writeList(draft.series, seriesEntry);
  const wished: unknown = {
    ...saved,
    zone: draft.zone.trim(),
    method: draft.method,
    training: {
      ...saved.training,
      days: numberOf(draft.training_days),
      weekend: [...draft.weekend],
    },
    retention: {
      ...saved.retention,
      days: numberOf(draft.retention_days),
      series_days: numberOf(draft.retention_series_days),
    },
    incidents: { ...saved.incidents, least_shared: numberOf(draft.least_shared) },
    calibrated: { ...saved.calibrated, score_limit: numberOf(draft.score_limit) },
    talk: {
      ...saved.talk,
      difference_limit: numberOf(draft.difference_limit),
      contribution_limit: numberOf(draft.contribution_limit),
      depth: numberOf(draft.depth),
      low_percentile: numberOf(draft.low_percentile),
      high_percentile: numberOf(draft.high_percentile),
    },
    sources: sources.items,
    floors: floors.items,
    series: series.items,
    outages: [...draft.outages],
    notifications: writtenMessages(draft.messages),
  };
  const parsed = parseSettings(wished);
  const found = 'faults' in parsed ? parsed.faults : [];
  const placed = inForm(inForm(found, 'sources', sources.places), 'floors', floors.places);
  const faults = [
    ...doubleIds(draft),
    ...missingSources(draft),
    ...runtimeFaults(draft.sources),
    ...inForm(placed, 'series', series.places),
  ];
  if (faults.length > 0) return { faults };
  // A value that passed the validator has the shape that it checks.
  return { saved: wished as SettingsFile };
}

/** Whether a form differs from another. */
export function isChanged(draft: SettingsDraft, before: SettingsDraft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(before);
}
