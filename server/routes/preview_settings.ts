import { DEFAULT_SCOPE } from '../app/basics';
import { PREVIEW_DAYS, previewSettings } from '../../common/api';
import { addDays, dayAt } from '../../common/time';
import { pluralWords } from '../../common/waveform/words';
import { previewSettings as preview, previewWords } from '../app/again';
import { fetchDecisions } from '../elastic/silence';
import { createCountingPorts } from '../wiring';
import { defineRoute } from './route';
import { parsedOrRefused } from './settings';

/** A reader does not wait longer. A day that has begun is finished. */
const PATIENCE_MS = 8_000;

export const previewSettingsRoute = defineRoute(
  previewSettings,
  async ({ body, signal }, caller, services) => {
    const proposed = parsedOrRefused(body.settings);
    const { settings: present } = await services.settings.load(signal);
    const yesterday = addDays(dayAt(services.now().getTime(), present.zone), -1);
    const to = body.to !== undefined && body.to < yesterday ? body.to : yesterday;
    const decisions = await fetchDecisions(caller.client, DEFAULT_SCOPE, signal);
    const tried = { present, proposed, decisions, to, days: PREVIEW_DAYS };
    const request = { ...tried, patience: PATIENCE_MS };
    const counting = createCountingPorts(caller.client, DEFAULT_SCOPE);
    const { openThreads } = services;
    const ports = {
      ...counting,
      clock: () => performance.now(),
      ...(openThreads === undefined ? {} : { openThreads }),
    };
    const { days, is_cut: isCut, notes } = await preview(request, ports, signal);
    const span = { to, days: PREVIEW_DAYS, isLatest: to === yesterday };
    const cut = `only ${pluralWords(days.length, 'day')} were assessed in the time available`;
    return {
      days: [...days],
      words: previewWords(days, span),
      notes: [...(isCut ? [cut] : []), ...notes],
    };
  },
);
