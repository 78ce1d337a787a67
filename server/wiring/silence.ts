import type { Client } from '@elastic/elasticsearch';
import type { Settings } from '../../common/settings';
import { DEFAULT_SCOPE } from '../app/basics';
import type { CountingPorts } from '../app/counting';
import { lookAtSilence, type Mark, type SilenceLook, type SilencePorts } from '../app/silence';
import { ensureOwnIndices, logwaveIndices, MARKS_INDEX } from '../elastic/results';
import {
  addMark,
  fetchEarlierSilences,
  fetchHostFields,
  fetchLastEvents,
  fetchMarks,
  saveSilences,
} from '../elastic/silence';
import { createCountingPorts } from './create_counting_ports';

/** Who only looks creates no index, which would lack its mapping, and keeps nothing. */
function countingPorts(client: Client, isKeeping: boolean): CountingPorts {
  const ports = createCountingPorts(client, DEFAULT_SCOPE);
  const nothing = (): Promise<null> => Promise.resolve(null);
  return isKeeping ? ports : { ...ports, keep: nothing, keepClosed: nothing };
}

function createSilencePorts(client: Client, zone: string, isKeeping: boolean): SilencePorts {
  return {
    counting: countingPorts(client, isKeeping),
    hostFields: (source, candidates, range, signal) =>
      fetchHostFields(client, source, candidates, range, signal),
    lastEvents: (hosts, range, only, signal) => fetchLastEvents(client, hosts, range, only, signal),
    marks: (scope, signal) => fetchMarks(client, scope, signal),
    earlier: (scope, before, signal) =>
      fetchEarlierSilences(client, { scope, zone }, before, signal),
  };
}

/** When silence is looked at. */
export interface SilenceMoment {
  /** The instant looked at: now, or the end of a day that is over. */
  readonly at: Date;
  readonly now: Date;
}

/**
 * What is silent at an instant, with the rights of the client's user.
 *
 * @throws the client's errors
 */
export function lookSilence(
  client: Client,
  settings: Settings,
  { at, now }: SilenceMoment,
  signal: AbortSignal,
): Promise<SilenceLook> {
  const request = { scope: DEFAULT_SCOPE, settings, at, now };
  return lookAtSilence(request, createSilencePorts(client, settings.zone, false), signal);
}

/**
 * Looks, and keeps what is silent as findings. The indices of Logwave are expected to be there.
 *
 * @throws the client's errors, and RefusedWrite
 */
export async function keepSilence(
  client: Client,
  settings: Settings,
  moment: SilenceMoment,
  signal: AbortSignal,
): Promise<SilenceLook> {
  const request = { scope: DEFAULT_SCOPE, settings, ...moment };
  const look = await lookAtSilence(
    request,
    createSilencePorts(client, settings.zone, true),
    signal,
  );
  const owner = { scope: DEFAULT_SCOPE, zone: settings.zone };
  await saveSilences(client, owner, look, moment.now, signal);
  return look;
}

/** What somebody writes down. */
export type NewMark = Omit<Mark, 'version' | 'scope' | 'at'>;

/**
 * Adds a mark. Where the index of marks is there, it takes no more than `write` on it.
 *
 * @throws the client's errors
 */
export async function setMark(
  client: Client,
  mark: NewMark,
  now: Date,
  signal: AbortSignal,
): Promise<Mark> {
  const marks = logwaveIndices.filter(({ name }) => name === MARKS_INDEX);
  const whole: Mark = { version: 1, scope: DEFAULT_SCOPE, at: now.toISOString(), ...mark };
  await ensureOwnIndices(client, marks, signal);
  await addMark(client, whole, signal);
  return whole;
}
