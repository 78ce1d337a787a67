import type { Settings } from '../../common/settings/settings';
import type { Source } from '../../common/sources/source';
import { daysBefore, type Day } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import type { SourceDay } from '../../common/waveform/source_day';
import type { SourceToJudge } from './source_to_judge';

/**
 * A day of a source as it can be judged again from kept counts alone.
 *
 * @returns undefined where the counts of the day itself are not kept
 */
export function keptCase(
  source: Source,
  day: Day,
  kept: ReadonlyMap<Day, SourceDay>,
  { zone, training }: Pick<Settings, 'zone' | 'training'>,
): SourceToJudge | undefined {
  const tested = kept.get(day);
  if (tested === undefined) return undefined;
  const before = daysBefore(day, training.days).flatMap((one) => kept.get(one) ?? []);
  return {
    source,
    day: localDay(day, zone),
    tested,
    openHours: new Set<number>(),
    training: before,
  };
}
