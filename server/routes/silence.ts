import { type ApiSilence, getSilence, getSilenceOfDay, markSilence } from '../../common/api';
import { localDay } from '../../common/time';
import type { SilenceRow } from '../app/silence';
import { lookSilence, setMark, silencesOf } from '../wiring';
import { defineRoute } from './route';

const MOST_NOTES = 1000;

/** A row as the API has it, whose lists a caller may change. */
function toApi(row: SilenceRow): ApiSilence {
  return { ...row, daily: [...row.daily], below: row.below.map((one) => ({ ...one })) };
}

/** What is silent now, with the rights of the caller. */
export const getSilenceRoute = defineRoute(getSilence, async ({ signal }, caller, services) => {
  const { settings } = await services.settings.load(signal);
  const now = services.now();
  const look = await lookSilence(caller.client, settings, { at: now, now }, signal);
  const { at, day, rows, quiet_together, not_known, notes, watched } = look;
  const shown = notes.slice(0, MOST_NOTES);
  return {
    at,
    day,
    zone: settings.zone,
    rows: rows.map(toApi),
    quiet_together,
    not_known,
    notes: shown,
    watched,
  };
});

/** What was silent on a day, as the latest look at it has stored it. */
export const getSilenceOfDayRoute = defineRoute(
  getSilenceOfDay,
  async ({ params: { day }, signal }, { client }, services) => {
    const { settings } = await services.settings.load(signal);
    const rows = await silencesOf(client, settings, day, services.now(), signal);
    return { day, zone: settings.zone, rows: rows.map(toApi) };
  },
);

export const markSilenceRoute = defineRoute(
  markSilence,
  async ({ body, signal }, caller, services) => {
    const { settings } = await services.settings.load(signal);
    const { kind, source = null, host = null, subtype = null, until, reason = null } = body;
    const isEnding = kind === 'mute' && until !== null && until !== undefined;
    const end = isEnding ? new Date(localDay(until, settings.zone).from).toISOString() : null;
    const about = { kind, source, host, subtype, reason, author: caller.name, until: end };
    const { at } = await setMark(caller.client, about, services.now(), signal);
    return { at, until: end };
  },
);
