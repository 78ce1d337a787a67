import { findPresets } from '../../common/api';
import { presetSources } from '../../common/sources';
import { addDays, dayAt, localDay } from '../../common/time';
import { fetchEvidence } from '../elastic/counting';
import { defineRoute } from './route';

export const findPresetsRoute = defineRoute(
  findPresets,
  async ({ query, signal }, { client }, services) => {
    const { settings } = await services.settings.load(signal);
    const day = query.day ?? addDays(dayAt(services.now().getTime(), settings.zone), -1);
    const local = localDay(day, settings.zone);
    const known = new Set(presetSources.map(({ id }) => id));
    const presets = [];
    for (const source of settings.sources.filter(({ id }) => known.has(id))) {
      const { documents, words } = await fetchEvidence(client, source, local, signal);
      const { id, name, index, enabled } = source;
      presets.push({ id, name, index, enabled, documents, words });
    }
    return { day, presets };
  },
);
