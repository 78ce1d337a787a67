import { addDays, daysBefore, type Day } from '../../../common/time';
import type { ClosedPorts, KeptPorts } from '../counting';
import { LeftOut } from './left_out';
import { assessPair, type PreviewedDays, previewPairs, type PreviewPair } from './preview_pair';

/** Which settings are tried, what they are compared with, and on which days. */
export interface PreviewRequest extends PreviewedDays {
  /** After this many milliseconds no further day is begun. */
  readonly patience: number;
}

export interface PreviewPorts extends KeptPorts, ClosedPorts {
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

async function previewDay(
  day: Day,
  pairs: readonly PreviewPair[],
  training: number,
  leftOut: LeftOut,
  signal: AbortSignal,
): Promise<DayPreview | undefined> {
  let [assessed, series, flags, flags_proposed] = [0, 0, 0, 0];
  for (const pair of pairs) {
    const result = await assessPair(pair, day, training, signal);
    if ('leftOut' in result) {
      leftOut.add(pair.id, result.leftOut, day);
      continue;
    }
    for (const note of result.notes) leftOut.add(pair.id, note, day);
    assessed += 1;
    series += result.series;
    flags += result.flags;
    flags_proposed += result.flags_proposed;
  }
  return assessed === 0 ? undefined : { day, series, flags, flags_proposed };
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
  for (const day of daysBefore(addDays(to, 1), wanted)) {
    is_cut = days.length > 0 && ports.clock() - begun > patience;
    if (is_cut) break;
    const preview = await previewDay(day, pairs, training, leftOut, signal);
    if (preview !== undefined) days.unshift(preview);
  }
  return { days, is_cut, notes: [...notes, ...leftOut.notes()] };
}
