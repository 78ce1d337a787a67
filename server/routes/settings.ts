import {
  ApiError,
  exportSettings,
  getSettings,
  importSettings,
  putOutage,
  putSeriesSettings,
  putSettings,
} from '../../common/api';
import {
  parseSettings,
  parseStoredSettings,
  settingsFileOf,
  settingsSchema,
  withOutage,
  type Settings,
  type SettingsFile,
} from '../../common/settings';
import { settingsHash, subtypeKey } from '../app/basics';
import { decisiveSettings } from '../app/runs';
import { defineRoute } from './route';
import {
  type Caller,
  type LoadedSettings,
  saveSettings,
  type Saving,
  type Services,
} from '../wiring';
import { assertSubtype, sourceOf } from '../answers';

/**
 * @param parse how strictly: settings that were saved before may have parts that are not taken any more
 * @throws ApiError that lists every fault
 */
export function parsedOrRefused(saved: SettingsFile, parse = parseSettings): Settings {
  const parsed = parse(saved);
  if ('settings' in parsed) return parsed.settings;
  throw new ApiError('settings_invalid', parsed.errors.join('; '), { faults: parsed.errors });
}

function toAnswer({ settings, saved, version, updated_at, updated_by, faults }: LoadedSettings) {
  return {
    settings: { ...settings, sources: [...settings.sources] },
    saved,
    settings_hash: settingsHash(decisiveSettings(settings)),
    version,
    updated_at,
    updated_by,
    faults: [...faults],
  };
}

export const getSettingsRoute = defineRoute(getSettings, async ({ signal }, caller, services) => {
  const may_change = await caller.can('manage');
  return { ...toAnswer(await services.settings.load(signal)), may_change };
});

function savingOf({ client, name: author }: Caller, services: Services): Saving {
  const { settings: store, log } = services;
  return { client, store, author, now: services.now(), log };
}

/**
 * Saves settings, replacing those with the given version, and checks whether the schedule needs a
 * new key.
 */
async function save(
  saved: SettingsFile,
  version: string | null,
  caller: Caller,
  services: Services,
  signal: AbortSignal,
) {
  const settings = parsedOrRefused(saved);
  const loaded = await saveSettings(saved, version, savingOf(caller, services), signal);
  const needs_key = await services.schedule.needsKey(settings, signal);
  return { ...toAnswer(loaded), needs_key };
}

export const putSettingsRoute = defineRoute(putSettings, ({ body, signal }, caller, services) =>
  save(body.settings, body.version, caller, services, signal),
);

export const exportSettingsRoute = defineRoute(
  exportSettings,
  async ({ signal }, _caller, services) => {
    const { saved } = await services.settings.load(signal);
    parsedOrRefused(saved, parseStoredSettings);
    return settingsSchema.parse(settingsFileOf(saved));
  },
);

export const importSettingsRoute = defineRoute(
  importSettings,
  async ({ body, signal }, caller, services) => {
    const { version } = await services.settings.load(signal);
    return save(body, version, caller, services, signal);
  },
);

/** Source, subtype and left-out days. */
const SERIES_KEYS = 3;

/** The saved settings with the left-out days of one series replaced. */
function withOmittedDays(
  saved: SettingsFile,
  source: string,
  subtype: string,
  omitDays: readonly string[],
): SettingsFile {
  const series = saved.series ?? [];
  const isIt = (one: { source: string; subtype: string }): boolean =>
    one.source === source && (one.subtype === subtype || subtypeKey(one.subtype) === subtype);
  const before = series.find(isIt);
  const changed = { ...before, source, subtype, omit_days: [...omitDays].sort() };
  const others = series.filter((one) => !isIt(one));
  // A series without any setting needs no entry.
  const isEmpty = omitDays.length === 0 && Object.keys(changed).length === SERIES_KEYS;
  return { ...saved, series: isEmpty ? others : [...others, changed] };
}

export const putSeriesSettingsRoute = defineRoute(
  putSeriesSettings,
  async ({ body, signal }, caller, services) => {
    const { source, subtype, omit_days } = body;
    const loaded = await services.settings.load(signal);
    assertSubtype(sourceOf(loaded.settings, source), subtype, 'body.subtype');
    const saved = withOmittedDays(loaded.saved, source, subtype, omit_days);
    parsedOrRefused(saved, parseStoredSettings);
    const saving = savingOf(caller, services);
    return toAnswer(await saveSettings(saved, loaded.version, saving, signal));
  },
);

export const putOutageRoute = defineRoute(putOutage, async ({ body, signal }, caller, services) => {
  const { day, source, is_left_out } = body;
  const { settings, saved: before, version } = await services.settings.load(signal);
  const outage = source === null ? { day } : { day, source: sourceOf(settings, source).id };
  const outages = withOutage(settings.outages, outage, is_left_out);
  const saved = { ...before, outages };
  parsedOrRefused(saved, parseStoredSettings);
  return toAnswer(await saveSettings(saved, version, savingOf(caller, services), signal));
});
