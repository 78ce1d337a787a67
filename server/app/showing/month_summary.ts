import {
  clockWords,
  countWords,
  dateWords,
  pluralWords,
  weekdayWords,
} from '../../../common/waveform/words';
import { weekdayOf } from '../../../common/time';
import type { Began } from './month';

/** A series of the month, as far as the summary needs it. */
export interface SummedSeries {
  readonly name: string;
  readonly began: Began | null;
}

interface Beginning {
  readonly day: string;
  readonly hour: number;
  readonly names: string[];
  hours: number;
}

/**
 * What began in one hour, over all series, and lasted for the most flagged hours. Of two equal
 * ones, the one with more series.
 */
function longestOf(series: readonly SummedSeries[]): Beginning | undefined {
  const beginnings = new Map<string, Beginning>();
  for (const { name, began } of series) {
    if (began === null) continue;
    const { day, hour, hours } = began;
    const key = `${day} ${hour}`;
    const found = beginnings.get(key) ?? { day, hour, names: [], hours: 0 };
    found.names.push(name);
    found.hours = Math.max(found.hours, hours);
    beginnings.set(key, found);
  }
  return [...beginnings.values()].sort(
    (a, b) => b.hours - a.hours || b.names.length - a.names.length,
  )[0];
}

function longestWords({ day, hour, names, hours }: Beginning): string {
  const [only = ''] = names;
  const what = names.length === 1 ? only : `${countWords(names.length)} series together`;
  const when = `${weekdayWords(weekdayOf(day))} ${dateWords(day)} ${clockWords(hour)}`;
  return `The longest began ${when}: ${what}, for ${pluralWords(hours, 'hour')}.`;
}

/**
 * The month in one to three sentences.
 *
 * @param needed days that need another run
 */
export function monthSummary(series: readonly SummedSeries[], needed: number): string {
  const unusual = series.filter(({ began }) => began !== null).length;
  const of = pluralWords(series.length, 'series', 'series');
  const found =
    unusual === 0
      ? `Nothing unusual in ${of}.`
      : `${countWords(unusual)} of ${of} ${unusual === 1 ? 'was' : 'were'} unusual on some day.`;
  const longest = unusual > 1 ? longestOf(series) : undefined;
  const gaps =
    needed === 0 ? [] : [`${pluralWords(needed, 'day needs', 'days need')} another run.`];
  return [found, ...(longest === undefined ? [] : [longestWords(longest)]), ...gaps].join(' ');
}
