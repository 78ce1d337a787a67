import {
  asLogged,
  type Direction,
  hoursIn,
  type Lengths,
  type LoggedStretch,
  type Range,
  type Shift,
  type Verdict,
  type HourStretch,
} from '../hours';
import { countWords, pluralWords, rangeWords, stretchWords } from './words';

/** At most this many stretches of hours are spelled out. */
const STRETCHES_IN_WORDS = 2;

/** A stretch of hours with what was counted there. */
interface CountedStretch extends HourStretch {
  readonly count: number;
}

/** A stretch of flagged hours with what was counted and what is usual there. */
export interface FlaggedStretch extends CountedStretch {
  /** Absent in findings of older versions. */
  readonly direction?: Direction | undefined;
  /** What is usual for the stretch as a whole; null if nothing is. */
  readonly usual: Range | null;
  /** The numbers of the sentence, where an hour of the stretch does not last one hour. */
  readonly logged?: Pick<LoggedStretch, 'count' | 'usual'> | undefined;
}

const LABELS: Readonly<Record<Verdict, string>> = {
  more: 'More.',
  less: 'Less.',
  new: 'New.',
  silent: 'Silent.',
  moved: 'Moved.',
};

/** The verdict as the first word of the sentence: "More." */
export function verdictWords(verdict: Verdict): string {
  return LABELS[verdict];
}

function furtherHours(stretches: readonly FlaggedStretch[], columns: Lengths): string {
  const further = stretches
    .slice(STRETCHES_IN_WORDS)
    .reduce((sum, stretch) => sum + hoursIn(stretch, columns), 0);
  return further === 0 ? '' : `; and ${pluralWords(further, 'more hour')}`;
}

function usualWords(stretch: FlaggedStretch): string {
  const { usual } = asLogged(stretch);
  return usual === null ? '' : `, usually ${rangeWords(usual)}`;
}

const DIRECTIONS: Readonly<Record<Direction, string>> = { more: 'More', less: 'Less' };

/**
 * Stretches one after the other, separated by a semicolon. If the direction changes, it is named.
 *
 * @param told the direction that the reader has in mind
 */
function joined(
  stretches: readonly FlaggedStretch[],
  words: (stretch: FlaggedStretch) => string,
  told: Direction | undefined,
  columns: Lengths,
): string {
  let direction = told;
  let text = '';
  for (const stretch of stretches.slice(0, STRETCHES_IN_WORDS)) {
    const isNamed = stretch.direction !== undefined && stretch.direction !== direction;
    direction = stretch.direction;
    const between = isNamed ? '. ' : '; ';
    const name = isNamed && direction !== undefined ? `${DIRECTIONS[direction]}: ` : '';
    text += (text === '' ? '' : between) + name + words(stretch);
  }
  return `${text}${furtherHours(stretches, columns)}.`;
}

function countedWords(stretch: FlaggedStretch): string {
  const { count } = asLogged(stretch);
  return `${countWords(count)} ${stretchWords(stretch)}${usualWords(stretch)}`;
}

/**
 * The counts of the flagged hours and what is usual: "48 at 15:00, usually 9–14; 20 at 10:00,
 * usually 11–14", "62 from 13:00 to 15:00, usually 318–346. More: 255 at 09:00, usually 126–139".
 * Two stretches at most, then the number of other hours.
 *
 * @param stretches in the order in which they are named, at least one
 * @param told the direction that the reader has in mind, usually that of the verdict
 * @param columns the 24 columns of the day; absent if the clock skips none of its hours
 */
export function comparedSentence(
  stretches: readonly FlaggedStretch[],
  told: Direction | undefined = stretches[0]?.direction,
  columns: Lengths = [],
): string {
  return joined(stretches, countedWords, told, columns);
}

/** The days in which a series without a usual day had no event. */
export interface EarlierDays {
  /** How many of them are known, without those that are left out. */
  readonly days: number;
  /** The name of a weekday, if the series had none on this weekday only. */
  readonly weekday?: string;
}

/**
 * The hours in which a series without a usual day had events: "1 event at 06:00, 1 at 21:00; none
 * in 31 earlier days", "none on a Wednesday in 31 earlier days".
 *
 * @param columns the 24 columns of the day; absent if the clock skips none of its hours
 */
export function newSentence(
  stretches: readonly FlaggedStretch[],
  { days, weekday }: EarlierDays,
  columns: Lengths = [],
): string {
  const told = stretches.slice(0, STRETCHES_IN_WORDS).map((stretch, index) => {
    const { count } = asLogged(stretch);
    const words = index === 0 ? pluralWords(count, 'event') : countWords(count);
    return `${words} ${stretchWords(stretch)}`;
  });
  const on = weekday === undefined ? '' : `on a ${weekday} `;
  const noneWords =
    days === 0 ? 'no earlier day is known' : `none ${on}in ${pluralWords(days, 'earlier day')}`;
  return `${told.join(', ')}${furtherHours(stretches, columns)}; ${noneWords}.`;
}

/**
 * The hours in which a series had nothing though events are certain there: "0 from 02:00 to 05:00,
 * usually 40–50 an hour".
 *
 * @param stretches in the order in which they are named, at least one
 * @param columns the 24 columns of the day; absent if the clock skips none of its hours
 */
export function silentSentence(
  stretches: readonly FlaggedStretch[],
  columns: Lengths = [],
): string {
  const words = (stretch: FlaggedStretch): string => {
    const { count, usual } = stretch;
    const hours = hoursIn(stretch, columns);
    if (usual === null || hours === 1 || count > 0) return countedWords(stretch);
    const hourly = rangeWords([usual[0] / hours, usual[1] / hours]);
    return `0 ${stretchWords(stretch)}, usually ${hourly} an hour`;
  };
  return joined(stretches, words, stretches[0]?.direction, columns);
}

/** "3 h later", "about 7 h earlier", "1 h earlier, with the change of the clock". */
function shiftWords({ hours, is_about: isAbout, is_clock_change: isClockChange }: Shift): string {
  const words = `${Math.abs(hours)} h ${hours > 0 ? 'later' : 'earlier'}`;
  if (isClockChange) return `${words}, with the change of the clock`;
  return isAbout === true ? `about ${words}` : words;
}

/**
 * Events that were missing at one hour and came at another: "Same shape, 3 h later: 400 at 05:00,
 * usually at 02:00."
 *
 * @param came the hours at which the events came
 * @param due the hours at which they were expected
 */
export function movedSentence(shift: Shift, came: CountedStretch, due: HourStretch): string {
  const usually = `usually ${stretchWords(due)}`;
  return `Same shape, ${shiftWords(shift)}: ${countWords(came.count)} ${stretchWords(came)}, ${usually}.`;
}

/** The words for hours that moved, and for other hours of the day that are unusual: "… More: 10 at 03:00, usually 0." */
export function andOther(
  sentence: string,
  stretches: readonly FlaggedStretch[],
  columns: Lengths = [],
): string {
  const [first] = stretches;
  if (first === undefined) return sentence;
  const name = first.direction === undefined ? '' : `${DIRECTIONS[first.direction]}: `;
  return `${sentence} ${name}${comparedSentence(stretches, first.direction, columns)}`;
}

/**
 * "Same shape, the whole day 1 h later, with the change of the clock.", "Same shape, the whole day about
 * 7 h later."
 */
export function movedDaySentence(shift: Shift): string {
  return `Same shape, the whole day ${shiftWords(shift)}.`;
}

/** The words for a day that moved as a whole and is also unusual in another way; see `movedDaySentence`. */
export function andMovedDay(sentence: string, shift: Shift): string {
  return `${sentence} The whole day is ${shiftWords(shift)}.`;
}

/** The words for a day that is also like another kind of day. @param like "a Sunday" */
export function andLikeOtherDay(sentence: string, like: string): string {
  return `${sentence} The rest of the day is like ${like}.`;
}

/** "a Sunday except at 11:00", "a Sunday except at 11:00 and from 14:00 to 16:00". */
export function exceptWords(like: string, stretches: readonly HourStretch[]): string {
  if (stretches.length === 0) return like;
  return `${like} except ${stretches.map(stretchWords).join(' and ')}`;
}

/**
 * A day that is as usual for another kind of day: "Like a Sunday: 120 events, usually 900–1,000."
 *
 * @param like "a Sunday", "a working day"
 * @param total events of the day
 * @param usual what is usual for the whole day; null if nothing is
 */
export function likeOtherDaySentence(like: string, total: number, usual: Range | null): string {
  const events = total === 0 ? 'no event' : pluralWords(total, 'event');
  return usual === null
    ? `Like ${like}: ${events}.`
    : `Like ${like}: ${events}, usually ${rangeWords(usual)}.`;
}
