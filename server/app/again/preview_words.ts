import type { Day } from '../../../common/time';
import { amountWords, countWords, dateWords, pluralWords } from '../../../common/waveform/words';
import type { DayPreview } from './preview_settings';

/** Which days were to be assessed. */
export interface PreviewSpan {
  readonly to: Day;
  readonly days: number;
  /** Whether `to` is yesterday. */
  readonly isLatest: boolean;
}

const NOTHING_KEPT =
  'These settings cannot be tried: no counts are kept for these days. Analyze some days first.';

function spanWords(assessed: number, { to, days, isLatest }: PreviewSpan): string {
  const all = isLatest ? `the last ${days} days` : `the ${days} days up to ${dateWords(to)}`;
  return assessed === days ? all : `${countWords(assessed)} of ${all}`;
}

function flagsWords(days: readonly DayPreview[]): string {
  const sum = (of: (day: DayPreview) => number): number =>
    days.reduce((total, day) => total + of(day), 0);
  const [now, then] = [sum(({ flags }) => flags), sum(({ flags_proposed }) => flags_proposed)];
  const [before, after] = [now, then].map((flags) => amountWords(flags / days.length));
  const flags = `${after} ${after === '1' ? 'finding' : 'findings'} a day`;
  if (now === then) return `${flags}, as now`;
  if (before !== after) return `${flags} instead of ${before}`;
  return `${flags} as now, ${pluralWords(then, 'finding')} instead of ${countWords(now)} in all`;
}

/** "With these settings: 3 findings a day instead of 9, over the last 31 days." */
export function previewWords(days: readonly DayPreview[], span: PreviewSpan): string {
  if (days.length === 0) return NOTHING_KEPT;
  return `With these settings: ${flagsWords(days)}, over ${spanWords(days.length, span)}.`;
}
