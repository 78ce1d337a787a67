import { PREVIEW_DAYS, previewSettings } from '../../common/api/setup/preview_settings';
import { addDays } from '../../common/time/day';
import { dayAt } from '../../common/time/local_day';
import { pluralWords } from '../../common/waveform/words/words';
import { previewSettings as preview } from '../app/again/preview_settings';
import { previewWords } from '../app/again/preview_words';
import { createCountingPorts } from '../wiring/create_counting_ports';
import { defineRoute } from './route';
import { SCOPE } from '../wiring/services';
import { parsedOrRefused } from './settings';

/** A reader waits no longer; a day at work is finished. */
const PATIENCE_MS = 8_000;

export const previewSettingsRoute = defineRoute(
  previewSettings,
  async ({ body, signal }, caller, services) => {
    const proposed = parsedOrRefused(body.settings);
    const { settings: present } = await services.settings.load(signal);
    const yesterday = addDays(dayAt(services.now().getTime(), present.zone), -1);
    const to = body.to !== undefined && body.to < yesterday ? body.to : yesterday;
    const request = { present, proposed, to, days: PREVIEW_DAYS, patience: PATIENCE_MS };
    const counting = createCountingPorts(caller.client, SCOPE);
    const ports = { ...counting, clock: () => performance.now() };
    const { days, is_cut: isCut, notes } = await preview(request, ports, signal);
    const span = { to, days: PREVIEW_DAYS, isLatest: to === yesterday };
    const cut = `only ${pluralWords(days.length, 'day')} were judged in the time there was`;
    return {
      days: [...days],
      words: previewWords(days, span),
      notes: [...(isCut ? [cut] : []), ...notes],
    };
  },
);
