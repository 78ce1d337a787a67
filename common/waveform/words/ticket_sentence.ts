import { weekdayOf, type Day } from '../../time';
import {
  asLogged,
  type Finding,
  type FindingStretch,
  hasRatio,
  type Range,
  type Rank,
} from '../hours';
import { comparedSentence } from './sentence';
import {
  amountWords,
  clockWords,
  countWords,
  dateWords,
  pluralWords,
  rangeWords,
  ratioWords,
  stretchWords,
  timesWords,
  weekdayWords,
} from './words';

/** The contents of a ticket. */
export type TicketFacts = Pick<
  Finding,
  | 'day'
  | 'series_code'
  | 'verdict'
  | 'runs'
  | 'flagged'
  | 'rank'
  | 'basis'
  | 'surprise'
  | 'difference'
  | 'contribution'
  | 'sentence'
>;

/** The thresholds of the tests. */
export interface TicketLimits {
  /** The talk's threshold for the difference of a day; undefined if unknown. */
  readonly difference?: number;
}

const ORDINALS = ['', '', 'second ', 'third '];
const ENDINGS: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };
/** "4 Wednesdays", the format of a basis. */
const COUNTED = /^([\d,]+) (.+?)s?$/;

/** The singular of what a basis counts: "Wednesday" for "4 Wednesdays". */
export function basisNoun(basis: string): string {
  return COUNTED.exec(basis)?.[2] ?? 'day';
}

/** "4th", "11th", "21st", "22nd". */
function ordinalWords(place: number): string {
  const isTeen = Math.floor(place / 10) % 10 === 1;
  return `${countWords(place)}${(isTeen ? undefined : ENDINGS[place % 10]) ?? 'th'}`;
}

/** "the highest of 5 Wednesdays": the tested day among those that it was compared with. */
export function rankWords({ place, of, from }: Rank, basis: string): string {
  const ordinal = ORDINALS[place] ?? `${ordinalWords(place)} `;
  return `the ${ordinal}${from} of ${pluralWords(of + 1, basisNoun(basis))}`;
}

/**
 * The expected count as it is shown next to its range: without decimals that would put it outside
 * the rounded range.
 */
function expectedWords(expected: number, usual: Range | null): string {
  if (usual === null) return amountWords(expected);
  const [low, high] = usual.map(Math.round) as [number, number];
  const words = amountWords(expected);
  const told = Number(words.replaceAll(',', ''));
  return told >= low && told <= high ? words : countWords(expected);
}

function firstStretch(stretch: FindingStretch, { rank, basis }: TicketFacts): string {
  const { count, expected, usual } = asLogged(stretch);
  const usually = usual === null ? '' : `, usually ${rangeWords(usual)}`;
  const times =
    expected === null || !hasRatio(stretch) || count === 0
      ? []
      : [`${ratioWords(count / expected)} the usual ${expectedWords(expected, usual)}`];
  const place = rank === null ? [] : [rankWords(rank, basis)];
  const compared = [...times, ...place].join(' and ');
  const told = `${pluralWords(count, 'event')} ${stretchWords(stretch)}${usually}`;
  return compared === '' ? told : `${told}: ${compared}`;
}

/** "Also 20 at 10:00, usually 11–14." for the stretches after the first. */
function furtherStretches(runs: readonly FindingStretch[]): string[] {
  if (runs.length < 2) return [];
  const words = comparedSentence(runs.slice(1), runs[0]?.direction);
  return [`Also ${words.charAt(0).toLowerCase()}${words.slice(1)}`];
}

/** By how much the day's difference would fall, under the talk's method. */
function shareWords(facts: TicketFacts, { difference: limit }: TicketLimits): string[] {
  const { flagged, difference, contribution } = facts;
  if (contribution === null) return [];
  const strongest = [...flagged].sort((a, b) => b.score - a.score);
  const told = strongest.length === 2 ? strongest : strongest.slice(0, 1);
  const shares = told.map(({ score }) => `${countWords(score * 100)}%`).join(' and ');
  const hours = told.map(({ hour }) => clockWords(hour)).join(' and ');
  const counts = told.length === 1 ? 'the usual count' : 'the usual counts';
  const allowed = limit === undefined ? '' : ` (threshold ${limit.toFixed(2)})`;
  const day = difference === null ? "the day's difference" : differenceWords(difference) + allowed;
  return [`With ${counts} at ${hours}, ${day} would fall by ${shares}.`];
}

function differenceWords(difference: number): string {
  return `the day's difference of ${difference.toFixed(2)}`;
}

function limitWords(facts: TicketFacts, limits: TicketLimits): string[] {
  const { surprise, contribution } = facts;
  if (contribution !== null) return shareWords(facts, limits);
  return surprise === null ? [] : [`The surprise is ${timesWords(surprise)} (threshold 1).`];
}

/** The part after the counts: the whole day may have moved, too. */
function afterCounts({ sentence, runs }: TicketFacts): string | undefined {
  const counted = comparedSentence(runs);
  return sentence.startsWith(counted) ? sentence.slice(counted.length).trim() : undefined;
}

function told(facts: TicketFacts): string[] {
  const { verdict, sentence, runs } = facts;
  const [first] = runs;
  if (verdict === 'new') return [`had ${sentence}`];
  if (verdict === 'silent') return [`was silent: ${sentence}`];
  const after = afterCounts(facts);
  if (verdict === 'moved' || after === undefined || first === undefined) {
    return [`was unusual. ${sentence}`];
  }
  return [
    `had ${firstStretch(first, facts)}.`,
    ...furtherStretches(runs),
    ...(after === '' ? [] : [after]),
  ];
}

/** "On Wednesday 1 April 2015 syslog severity 5". */
export function subjectWords(day: Day, code: string): string {
  return `On ${weekdayWords(weekdayOf(day))} ${dateWords(day)} ${code}`;
}

/**
 * The finding for a ticket, for readers who do not see the page: date, series, counts and hours,
 * what is usual, the ratio, the rank, and how far beyond the threshold. No pronoun, no reference to
 * the screen.
 */
export function ticketSentence(facts: TicketFacts, limits: TicketLimits = {}): string {
  const [first = '', ...more] = told(facts);
  const subject = subjectWords(facts.day, facts.series_code);
  const limit = facts.verdict === 'new' ? [] : limitWords(facts, limits);
  return [`${subject} ${first}`, ...more, ...limit].join(' ');
}
