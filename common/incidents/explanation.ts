import {
  asLogged,
  type Finding,
  hourStretches,
  type SharedEvents,
  type TellingValue,
} from '../waveform/hours';
import { countWords, monthDayWords, pluralWords, stretchWords } from '../waveform/words';
import { ownHours, ownStretches } from './comparable_pairs';

/** A finding with what explains it. */
export type Explained = Pick<Finding, 'sentence' | 'verdict' | 'runs' | 'shared' | 'values'>;

/** Longer values are cut, since a value may be a whole log line. */
const LONGEST_VALUE = 60;
/** How many other views are named. */
const MOST_VIEWS = 3;
/** At most this many stretches of hours are spelled out. */
const MOST_STRETCHES = 2;

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_VALUE
    ? text
    : `${characters.slice(0, LONGEST_VALUE - 1).join('')}…`;
}

function countOf(count: number): string {
  return count === 0 ? 'none' : countWords(count);
}

/** "39 of them", "all 35"; only "30" of a further value. @param of all events that were counted */
function partWords(today: number, isFirst: boolean, of: number | undefined): string {
  if (!isFirst || today === 0) return countOf(today);
  if (today !== of) return `${countOf(today)} of them`;
  return today === 1 ? countOf(today) : `all ${countOf(today)}`;
}

function valueWords(
  { value, today, usual }: TellingValue,
  isFirst: boolean,
  of: number | undefined,
): string {
  const usually = usual === null ? '' : `, usually ${countWords(usual)}`;
  return `${partWords(today, isFirst, of)} from ${cut(value)}${usually}`;
}

/**
 * "39 of them from sudo, usually 1; 30 from web1, usually 2"; undefined if no value explains it.
 *
 * @param of events of the hours in which the values were counted
 */
function valuesWords(
  values: readonly TellingValue[] = [],
  of: number | undefined,
): string | undefined {
  if (values.length === 0) return undefined;
  return values.map((value, place) => valueWords(value, place === 0, of)).join('; ');
}

function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((hour, place) => hour === b[place]);
}

/** " from 18:00 to 20:00", " at 15:00 and at 18:00". */
function hoursWords(hours: readonly number[] | undefined): string {
  const stretches = hourStretches(hours ?? []);
  return hours === undefined || stretches.length > MOST_STRETCHES
    ? ' in the hours in which either is flagged'
    : ` ${stretches.map(stretchWords).join(' and ')}`;
}

/** Where shared events were counted, if that is more than the flagged hours of the finding. */
function whereWords(finding: Explained, { hours, of, on }: SharedEvents): string {
  const own = ownStretches(finding);
  const isOwn =
    hours === undefined
      ? of === own.reduce((sum, { count }) => sum + count, 0)
      : areSame(hours, ownHours(finding));
  // Events of another day are in no number of this one.
  return isOwn && on === null ? '' : hoursWords(hours);
}

function viewWords(finding: Explained, place: number): string {
  const { shared: views = [] } = finding;
  const [view, before] = [views[place], views[place - 1]];
  if (view === undefined) return '';
  const { series_name: name, shared, of, on, hours } = view;
  const where = whereWords(finding, view);
  if (before !== undefined) {
    const isSame = before.of === of && areSame(before.hours ?? [], hours ?? []);
    const whole = isSame ? '' : ` of ${countWords(of)}${where}`;
    return `${countWords(shared)}${whole} also ${name}`;
  }
  const when = on === null ? 'are' : `on ${monthDayWords(on)} were`;
  const part = shared === of ? 'all' : `${countWords(shared)} of the`;
  return `${part} ${countWords(of)}${where} ${when} also ${name}`;
}

/**
 * "39 of the 48 are also syslog program sudo.", "All 28 from 18:00 to 20:00 are also Syslog
 * notice."; undefined if the finding is alone in its incident.
 */
function sharedWords(finding: Explained): string | undefined {
  const { shared = [] } = finding;
  if (shared.length === 0) return undefined;
  const named = shared.slice(0, MOST_VIEWS).map((_, place) => viewWords(finding, place));
  const more = shared.length - named.length;
  const rest = more === 0 ? [] : [pluralWords(more, 'more view')];
  const words = [...named, ...rest].join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Whether the values fit into the finding's own sentence: that one covers only their hours. */
function isOfOneStretch({ verdict, runs }: Explained): boolean {
  return runs.length === 1 && (verdict === 'more' || verdict === 'less');
}

/**
 * The finding's sentence, followed by who or what caused it and which other series show the same
 * events: "48 at 15:00, usually 9–14; 39 of them from sudo, usually 1. 39 of the 48 are also syslog
 * program sudo."
 */
export function explainedSentence(finding: Explained): string {
  const { sentence, runs, values } = finding;
  const [strongest = runs[0]] = ownStretches(finding);
  const words = valuesWords(values, strongest && asLogged(strongest).count);
  const told: string[] = [];
  if (words === undefined || strongest === undefined) told.push(sentence);
  else if (isOfOneStretch(finding)) told.push(`${sentence.replace(/\.$/, '')}; ${words}.`);
  else {
    const when = stretchWords(strongest);
    told.push(sentence, `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${words}.`);
  }
  const also = sharedWords(finding);
  return also === undefined ? told.join(' ') : [...told, also].join(' ');
}
