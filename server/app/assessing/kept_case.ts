import type { Settings } from '../../../common/settings/settings';
import type { Source } from '../../../common/sources/source';
import { daysBefore, type Day } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import type { HiddenDays } from '../counting/hidden_days';
import type { SourceToJudge } from './source_to_judge';

/** What there is of a source to judge its days again by. */
export interface KeptCounts {
  readonly days: ReadonlyMap<Day, SourceDay>;
  readonly hidden: HiddenDays;
}

/**
 * A day of a source as it can be judged again from kept counts alone.
 *
 * @returns undefined where the counts of the day itself are not kept
 */
export function keptCase(
  source: Source,
  day: Day,
  { days, hidden }: KeptCounts,
  { zone, training }: Pick<Settings, 'zone' | 'training'>,
): SourceToJudge | undefined {
  const tested = days.get(day);
  if (tested === undefined) return undefined;
  const before = daysBefore(day, training.days);
  return {
    source,
    day: localDay(day, zone),
    tested,
    openHours: new Set<number>(),
    training: before.flatMap((one) => days.get(one) ?? []),
    closed_days: before.filter((one) => hidden.has(one)).length,
  };
}
