import { settingsSchema } from '../../../common/settings/settings';
import { localDay } from '../../../common/time/local_day';
import { assessSeries } from '../../../common/waveform/assess_series';
import { detectCase } from '../../../common/waveform/detect_case';
import type { SeriesCase } from '../../../common/waveform/hours/series_case';

const { columns } = localDay('2024-11-20', 'UTC');

/**
 * All that the calibrated method says of some cases: flags, scores, and everything that a finding
 * tells. Runs in Node and in a browser, and is text so that no digit is lost between them.
 *
 * @param cases `SeriesCase`s as JSON
 * @returns JSON, one text a case
 */
export function assessCases(cases: string): string[] {
  const settings = settingsSchema.parse({});
  return (JSON.parse(cases) as SeriesCase[]).map((one) =>
    JSON.stringify({
      detected: detectCase(one, settings),
      assessed: assessSeries(one, columns, settings),
    }),
  );
}
