import { addDays, daysBefore, type Day } from '../../../common/time';
import type { ClosedPorts, KeptPorts } from '../counting';
import { mapAhead } from '../basics';
import { Assessors, type DayAssessor, type ThreadPorts } from './day_assessor';
import { LeftOut } from './left_out';
import {
  assessPair,
  type PreviewedDays,
  previewPairs,
  type PreviewPair,
  readyPair,
  type ReadyPair,
} from './preview_pair';

/** Which settings are tried, what they are compared with, and on which days. */
export interface PreviewRequest extends PreviewedDays {
  /** After this many milliseconds no further day is begun. */
  readonly patience: number;
}

export interface PreviewPorts extends KeptPorts, ClosedPorts, ThreadPorts {
  /** A monotonic clock in milliseconds. */
  readonly clock: () => number;
}

/** The findings of one day with both settings. */
export interface DayPreview {
  readonly day: Day;
  readonly series: number;
  readonly flags: number;
  readonly flags_proposed: number;
}

export interface SettingsPreview {
  /** Days that were assessed with both, oldest first. */
  readonly days: readonly DayPreview[];
  /** Whether time ran out before all days were assessed. */
  readonly is_cut: boolean;
  /** What was left out, and why: one sentence each. */
  readonly notes: readonly string[];
}

/** A day of which is known what each source is assessed by. */
interface ReadyDay {
  readonly day: Day;
  readonly pairs: readonly ReadyPair[];
}

async function readyDay(
  day: Day,
  pairs: readonly PreviewPair[],
  training: number,
  leftOut: LeftOut,
  signal: AbortSignal,
): Promise<ReadyDay> {
  const ready: ReadyPair[] = [];
  for (const pair of pairs) {
    const result = await readyPair(pair, day, training, signal);
    if ('leftOut' in result) {
      leftOut.add(pair.id, result.leftOut, day);
      continue;
    }
    for (const note of result.notes) leftOut.add(pair.id, note, day);
    ready.push(result);
  }
  return { day, pairs: ready };
}

/** About how many series are to be assessed by both together. */
function seriesOf({ pairs }: ReadyDay): number {
  const size = (side: ReadyPair['now']): number => side?.tested?.series.size ?? 0;
  return pairs.reduce(
    (sum, { pair, now, then }) => sum + size(now) + (pair.isAlike ? 0 : size(then)),
    0,
  );
}

/** The same, but begun only when what was asked for before is there: kept counts are read once. */
function inTurn<T, R>(work: (given: T) => Promise<R>): (given: T) => Promise<R> {
  let before: Promise<unknown> = Promise.resolve();
  return (given) => {
    const result = before.then(() => work(given));
    before = result;
    return result;
  };
}

async function previewDay(
  { day, pairs }: ReadyDay,
  assessor: DayAssessor,
  signal: AbortSignal,
): Promise<DayPreview | undefined> {
  let [series, flags, flags_proposed] = [0, 0, 0];
  for (const pair of pairs) {
    const result = await assessPair(pair, assessor, signal);
    series += result.series;
    flags += result.flags;
    flags_proposed += result.flags_proposed;
  }
  return pairs.length === 0 ? undefined : { day, series, flags, flags_proposed };
}

/**
 * Assesses the last days again with the current settings and with others, from kept counts alone,
 * to show how the findings would change. The latest day comes first, so that the days that fit into
 * the time are the latest. A day is assessed with both or not at all.
 *
 * @throws what the ports throw, and the signal's reason
 */
export async function previewSettings(
  request: PreviewRequest,
  ports: PreviewPorts,
  signal: AbortSignal,
): Promise<SettingsPreview> {
  const { present, proposed, to, days: wanted, patience } = request;
  const { pairs, notes } = previewPairs(request, ports);
  const training = Math.max(present.training.days, proposed.training.days);
  const leftOut = new LeftOut();
  const days: DayPreview[] = [];
  const begun = ports.clock();
  let is_cut = false;
  function* daysInTime(): Generator<Day, undefined> {
    for (const day of daysBefore(addDays(to, 1), wanted)) {
      is_cut = days.length > 0 && ports.clock() - begun > patience;
      if (is_cut) return;
      yield day;
    }
  }
  const ready = inTurn((day: Day) => readyDay(day, pairs, training, leftOut, signal));
  const latest = await ready(to);
  const assessors = new Assessors(ports);
  try {
    const assessor = assessors.for(seriesOf(latest) * wanted);
    const previews = mapAhead(daysInTime(), assessor.atATime, async (day) =>
      previewDay(day === to ? latest : await ready(day), assessor, signal),
    );
    for await (const preview of previews) if (preview !== undefined) days.unshift(preview);
  } finally {
    await assessors.close();
  }
  return { days, is_cut, notes: [...notes, ...leftOut.notes()] };
}
