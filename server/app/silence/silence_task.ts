import { wallHourAt, wallHourOf, type WallHour } from '../../../common/silence';
import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import {
  addDays,
  dayAt,
  daysBefore,
  daysBetween,
  HOURS_PER_DAY,
  localDay,
  type LocalDay,
  MS_PER_HOUR,
} from '../../../common/time';
import { closedHours, GRACE_MS } from '../../../common/waveform/hours';
import { type CountedSource, countHours } from '../counting';
import { type Decisions, decisionsOf } from '../deciding';
import { type SightedSource, withoutBlindDays } from './blind/blind_days';
import { CountedStreams } from './counted_streams';
import { DecidedHours } from './decided_hours';
import { type HostsAhead, noHostsAhead } from './hosts_ahead';
import type { SilenceMemory } from './silence_memory';
import type { SilencePorts } from './silence_ports';
import type { SilenceRequest } from './silence_look';

/** The minimum number of days that a rhythm is learned from. The settings may ask for more. */
export const LEAST_TRAINING = 31;

/** One look: its inputs, its caller, and which hours of the day are over; and what it has begun. */
export interface SilenceTask extends HostsAhead {
  readonly request: SilenceRequest;
  readonly ports: SilencePorts;
  /** What earlier looks of the same caller have found out. */
  readonly memory: SilenceMemory;
  /** The day that is looked at. */
  readonly today: LocalDay;
  /** Hours of that day that are not over. */
  readonly open: ReadonlySet<number>;
  /** Events until then are expected to have arrived. */
  readonly now: WallHour;
  /** People's decisions about the hours of the streams. */
  readonly decided: DecidedHours;
}

/** As much of a look as counting needs. */
export type CountingTask = Pick<
  SilenceTask,
  'request' | 'ports' | 'memory' | 'today' | keyof HostsAhead
>;

function trainingDays({ training }: Pick<Settings, 'training'>): number {
  return Math.max(LEAST_TRAINING, training.days);
}

/** The day that is looked at. */
export function dayOfLook({ at, settings: { zone } }: SilenceRequest): LocalDay {
  return localDay(dayAt(at.getTime() - 1, zone), zone);
}

/** What was said and found before a look. */
interface Before {
  readonly decisions: Decisions;
  /** Since when the longest silence lasts that was found earlier, in milliseconds. */
  readonly since: number | null;
}

/** Decisions of people are looked up for at most this many days: silences are rarely longer. */
const MOST_DECIDED = 366;

export function beginTask(
  request: SilenceRequest,
  ports: SilencePorts,
  memory: SilenceMemory,
  { decisions, since }: Before,
): SilenceTask {
  const { at, settings } = request;
  const { zone } = settings;
  const today = dayOfLook(request);
  // At the end of a past day, all of it has arrived.
  const isOver = at.getTime() >= today.to;
  const closed = closedHours(today, isOver ? today.to + GRACE_MS : at.getTime());
  const open = new Set(closed.flatMap((isClosed, hour) => (isClosed ? [] : [hour])));
  const now = isOver
    ? wallHourOf(today.day) + HOURS_PER_DAY
    : wallHourAt(at.getTime() - GRACE_MS, zone);
  const { day } = today;
  const silent = since === null ? 0 : daysBetween(dayAt(since, zone), day);
  const before = Math.max(trainingDays(settings), Math.min(silent, MOST_DECIDED));
  const span = { from: addDays(day, -before), to: day };
  const decided = new DecidedHours(decisionsOf(decisions, span, settings), day, before, settings);
  const { ahead = noHostsAhead() } = request;
  return { request, ports, memory, today, open, now, decided, ...ahead };
}

async function countDays(
  source: Source,
  { request, ports, memory, today }: CountingTask,
  signal: AbortSignal,
): Promise<CountedSource> {
  const { settings, now } = request;
  const training = daysBefore(today.day, trainingDays(settings));
  const key = JSON.stringify(['training', source]);
  const known = memory.get<CountedSource['training']>(key);
  if (known === undefined) {
    const whole = await countHours(
      { source, tested: today, training, now },
      ports.counting,
      signal,
    );
    const isSure = whole.missing_rights.length === 0 && whole.is_troubled !== true;
    if (isSure) memory.set(key, whole.training);
    return whole;
  }
  const present = { source, tested: today, training: [], now };
  return { ...(await countHours(present, ports.counting, signal)), training: known };
}

/** How much of each hour of the day of a look is over, in hours: up to 2 if the clock shows it twice. */
function hoursOver({ request, today }: CountingTask): number[] {
  const at = request.at.getTime();
  return today.columns.map(({ ranges }) => {
    const over = ranges.map(({ from, to }) => Math.max(0, Math.min(at, to) - from));
    return over.reduce((sum, one) => sum + one, 0) / MS_PER_HOUR;
  });
}

/**
 * Counts the day of a look, and the days before it: once in a look. The days before it are counted
 * once a day if the caller has a memory. Days whose documents hardly have the fields that they are
 * counted by are unknown.
 */
export function countSource(
  source: Source,
  task: CountingTask,
  signal: AbortSignal,
): Promise<SightedSource> {
  return task.counted.ask(JSON.stringify(source), async () => {
    const counted = await countDays(source, task, signal);
    const { ports, today } = task;
    const { zone } = today;
    return withoutBlindDays(source, counted, hoursOver(task), (day) =>
      ports.hoursWithout(source, localDay(day, zone), signal),
    );
  });
}

export function streamsOf(
  { tested, training }: CountedSource,
  { today, open }: SilenceTask,
): CountedStreams {
  return new CountedStreams([tested, ...training], today.day, open);
}
