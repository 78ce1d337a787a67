import { settingsSchema, type Settings } from '../../../common/settings/settings';
import { detectCase, type Detected } from '../../../common/waveform/detect_case';
import type { SeriesCase } from '../../../common/waveform/hours/series_case';
import type { LabeledCase } from '../../generator/labeled_case';
import type { AssessedCase } from './metrics';
import { detectByMedian } from './rivals/median_and_mad';
import { detectByPlainTail } from './rivals/plain_tail';

/** A way to find the unusual hours of a series on a day. */
export interface Detector {
  readonly name: string;
  readonly detect: (seriesCase: SeriesCase) => Detected;
}

function byMethod(method: Settings['method']): Detector['detect'] {
  const settings = { ...settingsSchema.parse({}), method };
  return (seriesCase) => detectCase(seriesCase, settings);
}

/** What is compared, the default method last. */
export const detectors: readonly Detector[] = [
  { name: 'talk', detect: byMethod('talk') },
  { name: 'median and MAD', detect: detectByMedian },
  { name: 'plain tail', detect: detectByPlainTail },
  { name: 'calibrated', detect: byMethod('calibrated') },
];

/** What a detector says of every case, beside what it should say. */
export function assessAll(
  cases: readonly LabeledCase[],
  detect: Detector['detect'],
): AssessedCase[] {
  return cases.map((labeled) => {
    const { family, kind, hours, ignored = [] } = labeled;
    const { flags, scores } = detect(labeled);
    return {
      family,
      kind,
      labeled: hours,
      ignored,
      flagged: flags.map(({ hour }) => hour),
      scores: scores.map((score) => score ?? 0),
    };
  });
}
