import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import { daysBefore, type Day, localDay } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import type { HiddenDays } from '../counting';
import type { DecidedDays } from '../deciding';
import type { SourceToAssess } from './source_to_assess';

/** What is known about a source for assessing its days again. */
export interface KeptCounts {
  readonly days: ReadonlyMap<Day, SourceDay>;
  readonly hidden: HiddenDays;
}

/**
 * A day of a source as it can be assessed again from kept counts alone.
 *
 * @returns undefined if the counts of the day itself are not kept
 */
export function keptCase(
  source: Source,
  day: Day,
  { days, hidden }: KeptCounts,
  { zone, training }: Pick<Settings, 'zone' | 'training'>,
  decided: Pick<DecidedDays, 'on'>,
): SourceToAssess | undefined {
  const tested = days.get(day);
  if (tested === undefined) return undefined;
  const before = daysBefore(day, training.days);
  return {
    source,
    day: localDay(day, zone),
    tested,
    open_hours: new Set<number>(),
    training: before.flatMap((one) => days.get(one) ?? []),
    closed_days: before.filter((one) => hidden.has(one)).length,
    decided: decided.on(day),
  };
}
