import type { Client } from '../elastic/client';
import type { Settings } from '../../common/settings';
import { type Day, localDay } from '../../common/time';
import { allOver, DEFAULT_SCOPE, type Wait, waitFor } from '../app/basics';
import type { CountingPorts } from '../app/counting';
import { type KeptSilences, noteLifted, runIdOf, UnstoredSilences } from '../app/runs';
import {
  countHostsAhead,
  type CountInTurn,
  type HostsAhead,
  lookAtSilence,
  type Mark,
  shownRows,
  type SilenceLook,
  type SilenceMemory,
  type SilencePorts,
  type SilenceRow,
  streamWords,
} from '../app/silence';
import { fetchHoursWithout, type Survey } from '../elastic/counting';
import { createRunLedger } from '../elastic/results';
import {
  addMark,
  fetchDecisions,
  fetchEarlierSilences,
  fetchHostFields,
  fetchLastEvents,
  fetchMarks,
  fetchSilencesOf,
  saveSilences,
} from '../elastic/silence';
import { ensureMarks } from './ensure_marks';
import { createCountingPorts } from './create_counting_ports';

/** A user who only reads creates no index, which would lack its mapping, and stores nothing. */
function countingPorts(client: Client, isKeeping: boolean, survey?: Survey): CountingPorts {
  const ports = createCountingPorts(client, DEFAULT_SCOPE, survey);
  const nothing = (): Promise<null> => Promise.resolve(null);
  return isKeeping ? ports : { ...ports, keep: nothing, keepClosed: nothing };
}

function createSilencePorts(client: Client, zone: string, counting: CountingPorts): SilencePorts {
  return {
    counting,
    hostFields: (source, candidates, range, signal) =>
      fetchHostFields(client, source, candidates, range, signal),
    hoursWithout: (source, day, signal) => fetchHoursWithout(client, source, day, signal),
    lastEvents: (hosts, range, only, signal) => fetchLastEvents(client, hosts, range, only, signal),
    marks: (scope, signal) => fetchMarks(client, scope, signal),
    decisions: (scope, signal) => fetchDecisions(client, scope, signal),
    stored: (scope, day, signal) => fetchSilencesOf(client, { scope, zone }, day, signal),
    earlier: (scope, before, signal) =>
      fetchEarlierSilences(client, { scope, zone }, before, signal),
  };
}

/** The time to look at. */
export interface SilenceMoment {
  /** The instant looked at: now, or the end of a day that is over. */
  readonly at: Date;
  readonly now: Date;
  readonly memory?: SilenceMemory | undefined;
  /** What an analysis has just found out about the indices' days. */
  readonly survey?: Survey | undefined;
  /** What an analysis has begun for the look. */
  readonly ahead?: HostsAhead | undefined;
  /** Waits for trouble to pass, as a look that is stored always does; absent if nobody waits so long. */
  readonly wait?: Wait | undefined;
}

/**
 * What is silent at an instant, with the rights of the client's user.
 *
 * @throws the client's errors
 */
export function lookSilence(
  client: Client,
  settings: Settings,
  { at, now, wait }: SilenceMoment,
  signal: AbortSignal,
): Promise<SilenceLook> {
  const request = { scope: DEFAULT_SCOPE, settings, at, now };
  const ports = createSilencePorts(client, settings.zone, countingPorts(client, false));
  return lookAtSilence(request, wait === undefined ? ports : { ...ports, wait }, signal);
}

/** A look whose silences are stored. */
export interface StoredLook {
  readonly look: SilenceLook;
  /** What was stored. Silences are lifted only if the day is over. */
  readonly kept: KeptSilences;
}

/** Whatever is silent, also for the same cause as something else. */
function silentWords(rows: SilenceLook['rows']): string[] {
  const silent = rows
    .flatMap((row) => [row, ...row.below])
    .filter(({ state }) => state === 'silent');
  return silent.map(streamWords);
}

/**
 * Begins to count the hosts for a look that is stored.
 *
 * @throws the client's errors
 */
export function beginSilence(
  client: Client,
  settings: Settings,
  { at, now, survey }: SilenceMoment,
  ahead: HostsAhead,
  inTurn: CountInTurn,
  signal: AbortSignal,
): Promise<void> {
  const request = { scope: DEFAULT_SCOPE, settings, at, now };
  const ports = createSilencePorts(client, settings.zone, countingPorts(client, true, survey));
  return countHostsAhead(request, ports, ahead, inTurn, signal);
}

/**
 * Looks, and stores what is silent as findings. The indices of Logwave are expected to exist.
 *
 * @throws the client's errors; UnstoredSilences if only storing has failed
 */
export async function storeSilence(
  client: Client,
  settings: Settings,
  moment: SilenceMoment,
  signal: AbortSignal,
): Promise<StoredLook> {
  const { zone } = settings;
  const request = { scope: DEFAULT_SCOPE, settings, ...moment };
  const counting = countingPorts(client, true, moment.survey);
  const ports = { ...createSilencePorts(client, zone, counting), wait: moment.wait ?? waitFor };
  const look = await lookAtSilence(request, ports, signal);
  const owner = { scope: DEFAULT_SCOPE, zone };
  const silent = silentWords(look.rows);
  try {
    await saveSilences(client, owner, look, moment.now, signal);
  } catch (error) {
    throw new UnstoredSilences(silent, error);
  }
  const isOver = moment.at.getTime() >= localDay(look.day, zone).to;
  const lifted = isOver ? look.lifted.map(streamWords) : [];
  const { unwatched, not_known, not_known_of, is_troubled } = look;
  return { look, kept: { silent, lifted, unwatched, not_known, not_known_of, is_troubled } };
}

/**
 * Looks, and stores what is silent as findings. If late data has lifted a silence of a past day,
 * the ledger says so. The indices of Logwave are expected to exist.
 *
 * @throws the client's errors, RefusedWrite, and Contention if others keep changing the run
 */
export async function keepSilence(
  client: Client,
  settings: Settings,
  moment: SilenceMoment,
  signal: AbortSignal,
): Promise<SilenceLook> {
  const { look, kept } = await storeSilence(client, settings, moment, signal).catch(
    (error: unknown) => {
      throw error instanceof UnstoredSilences ? error.cause : error;
    },
  );
  const runId = runIdOf(DEFAULT_SCOPE, look.day, settings.zone);
  await noteLifted(createRunLedger(client), runId, kept, signal);
  return look;
}

/**
 * What was silent on a day, as it was stored, without what was muted or marked as gone since.
 *
 * @throws the client's errors
 */
export async function silencesOf(
  client: Client,
  settings: Settings,
  day: Day,
  now: Date,
  signal: AbortSignal,
): Promise<SilenceRow[]> {
  const marks = fetchMarks(client, DEFAULT_SCOPE, signal);
  return silencesUnder(client, settings, { day, now, marks }, signal);
}

/** A day, and the marks of streams while somebody reads them. */
export interface MarkedDay {
  readonly day: Day;
  readonly now: Date;
  readonly marks: Promise<readonly Mark[]>;
}

/**
 * The same where the marks are read anyway.
 *
 * @throws the client's errors, and those of the marks
 */
export async function silencesUnder(
  client: Client,
  { zone }: Settings,
  { day, now, marks }: MarkedDay,
  signal: AbortSignal,
): Promise<SilenceRow[]> {
  const owner = { scope: DEFAULT_SCOPE, zone };
  const [rows, read] = await allOver([fetchSilencesOf(client, owner, day, signal), marks]);
  return shownRows(rows, read, now);
}

/** A mark as a user sets it. */
export type NewMark = Omit<Mark, 'version' | 'scope' | 'at'>;

/**
 * Adds a mark. If the index of marks exists, it needs no more than `write` on it.
 *
 * @throws the client's errors
 */
export async function setMark(
  client: Client,
  mark: NewMark,
  now: Date,
  signal: AbortSignal,
): Promise<Mark> {
  const whole: Mark = { version: 1, scope: DEFAULT_SCOPE, at: now.toISOString(), ...mark };
  await ensureMarks(client, signal);
  await addMark(client, whole, signal);
  return whole;
}
