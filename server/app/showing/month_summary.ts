import {
  amountWords,
  clockWords,
  countWords,
  dateWords,
  pluralWords,
  weekdayWords,
} from '../../../common/waveform/words';
import { weekdayOf } from '../../../common/time';
import type { MonthStretch } from './month_stretches';

/** A series of the month, as far as the summary needs it. */
export interface SummedSeries {
  readonly name: string;
  /** All of its stretches; none if it was never unusual. */
  readonly stretches: readonly Pick<MonthStretch, 'day' | 'hour' | 'hours'>[];
}

interface Beginning {
  readonly day: string;
  readonly hour: number;
  readonly names: Set<string>;
  longest: number;
  shortest: number;
}

/**
 * What began in one hour, over all series, and lasted longest. Of two equal ones, the one with more
 * series.
 */
function longestOf(series: readonly SummedSeries[]): Beginning | undefined {
  const beginnings = new Map<string, Beginning>();
  for (const { name, stretches } of series) {
    for (const { day, hour, hours } of stretches) {
      const key = `${day} ${hour}`;
      const names = new Set<string>();
      const found = beginnings.get(key) ?? { day, hour, names, longest: hours, shortest: hours };
      found.names.add(name);
      found.longest = Math.max(found.longest, hours);
      found.shortest = Math.min(found.shortest, hours);
      beginnings.set(key, found);
    }
  }
  return [...beginnings.values()].sort(
    (a, b) => b.longest - a.longest || b.names.size - a.names.size,
  )[0];
}

function longestWords({ day, hour, names, longest, shortest }: Beginning): string {
  const [only = ''] = names;
  const what = names.size === 1 ? only : `${countWords(names.size)} series together`;
  const when = `${weekdayWords(weekdayOf(day))} ${dateWords(day)} ${clockWords(hour)}`;
  const most = shortest < longest ? 'up to ' : '';
  const hours = longest === 1 ? '1 hour' : `${amountWords(longest)} hours`;
  return `The longest began ${when}: ${what}, for ${most}${hours}.`;
}

/** What the sentences about a month are made from. */
export interface MonthFacts {
  readonly series: readonly SummedSeries[];
  /** Whether the first of its days has begun. */
  readonly has_begun: boolean;
  /** Days with a result. */
  readonly analyzed: number;
  /** Series that could be assessed, over all of these days. */
  readonly assessed: number;
  /** Days on which whole sources were silent. */
  readonly silent_days: number;
  /** Days of which it is not known whether some hosts or sources were silent. */
  readonly unknown_days: number;
  /** Days that need another run, or a first one. */
  readonly needed: number;
}

/** What there is instead of an answer: nothing was assessed. */
function nothingWords({ series, has_begun: hasBegun, analyzed, assessed }: MonthFacts) {
  if (analyzed === 0) {
    return hasBegun ? 'None of these days has been analyzed.' : 'These days have not begun.';
  }
  if (assessed > 0) return undefined;
  const days = pluralWords(analyzed, 'analyzed day');
  if (series.length === 0) return `No series on ${days}.`;
  const of = pluralWords(series.length, 'series', 'series');
  return `None of ${of} could be assessed on ${days}.`;
}

function foundWords(facts: MonthFacts): string[] {
  const { series, silent_days: silentDays } = facts;
  const unusual = series.filter(({ stretches }) => stretches.length > 0).length;
  const of = pluralWords(series.length, 'series', 'series');
  const silent =
    silentDays === 0
      ? []
      : [`Whole sources were silent on ${pluralWords(silentDays, 'analyzed day')}.`];
  if (unusual > 0) {
    const words = `${countWords(unusual)} of ${of} ${unusual === 1 ? 'was' : 'were'} unusual on some day.`;
    const longest = unusual > 1 ? longestOf(series) : undefined;
    return [words, ...(longest === undefined ? [] : [longestWords(longest)]), ...silent];
  }
  const nothing = nothingWords(facts);
  if (nothing !== undefined) return [...silent, nothing];
  return silentDays === 0 ? [`Nothing unusual in ${of}.`] : [...silent, `No finding in ${of}.`];
}

function unknownWords({ unknown_days: days }: MonthFacts): string[] {
  if (days === 0) return [];
  return [
    `Not known on ${pluralWords(days, 'analyzed day')} whether hosts or sources were silent.`,
  ];
}

function neededWords({ needed, analyzed }: MonthFacts): string[] {
  if (needed === 0) return [];
  const run = analyzed === 0 ? 'a run' : 'another run';
  return [`${pluralWords(needed, 'day needs', 'days need')} ${run}.`];
}

/**
 * The month in one to five sentences. It says that nothing is unusual only if something was
 * assessed and no source was silent.
 */
export function monthSummary(facts: MonthFacts): string {
  return [...foundWords(facts), ...unknownWords(facts), ...neededWords(facts)].join(' ');
}
