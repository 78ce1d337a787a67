import { LEAST_DAYS } from '../../../common/waveform/hours';
import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import { daysBefore, type Day } from '../../../common/time';
import { pluralWords } from '../../../common/waveform/words';
import {
  closedWords,
  hiddenDays,
  hidingIndices,
  type ClosedOfSource,
  type HiddenDays,
  type KeptSource,
} from '../counting';
import { dayWords } from '../basics';
import type { DecidedDays } from '../deciding';
import { keptCase, type SourceToAssess } from '../assessing';
import type { SourceNote } from '../runs';

/** The days of a source that can be assessed again, and the reasons for those that cannot. */
export interface DaysToAssess {
  readonly ready: readonly SourceToAssess[];
  readonly notes: readonly SourceNote[];
}

const NOTHING_NEW = 'no series is called new, because closed indices may hold training days';

function noteOn(days: readonly Day[], words: string): string[] {
  return days.length === 0
    ? []
    : [`${pluralWords(days.length, 'day')} ${words} (${dayWords(days)})`];
}

/** Training days that closed indices hide. */
function trainingNotes(
  cases: readonly SourceToAssess[],
  hidden: HiddenDays,
  all: number,
): string[] {
  if (!cases.some(({ closed_days: closed = 0 }) => closed > 0)) return [];
  const before = cases.flatMap(({ day }) => daysBefore(day.day, all));
  const days = [...new Set(before)].filter((day) => hidden.has(day)).sort();
  const many = pluralWords(days.length, 'training day');
  const why = closedWords(hidingIndices(hidden, days));
  return [`${many} unknown (${dayWords(days)}), ${why}`, NOTHING_NEW];
}

/**
 * Sorts the days that are to be assessed again by the kept counts of the source. A day without
 * counts is unknown if a closed index may hold its documents, both as a tested day and as a
 * training day.
 *
 * @param days oldest first
 * @param decided people's judgments of these days
 */
export function daysToAssess(
  source: Source,
  { days: kept, problem }: KeptSource,
  closed: ClosedOfSource,
  days: readonly Day[],
  settings: Settings,
  decided: Pick<DecidedDays, 'on'>,
): DaysToAssess {
  const { training, zone } = settings;
  const [first = ''] = days;
  const wanted = first === '' ? [] : [...daysBefore(first, training.days), ...days];
  const without = wanted.filter((day) => !kept.has(day));
  const hidden = hiddenDays(without, closed.indices, zone);
  const isKnown = problem === null;
  const unkept = days.filter((day) => !kept.has(day));
  const unknown = unkept.filter((day) => isKnown && hidden.has(day));
  const others = unkept.filter((day) => !unknown.includes(day));
  const cases = days.flatMap(
    (day) => keptCase(source, day, { days: kept, hidden }, settings, decided) ?? [],
  );
  const ready = cases.filter((one) => one.training.length >= LEAST_DAYS);
  const untaught = cases.filter((one) => one.training.length < LEAST_DAYS);
  const fewer = ready.filter(
    ({ training: known, closed_days: shut = 0 }) => known.length + shut < training.days,
  );
  const namesOf = (some: readonly SourceToAssess[]): Day[] => some.map(({ day }) => day.day);
  const byFewer = `assessed with fewer than ${pluralWords(training.days, 'training day')}, because no counts of the others are kept`;
  const notes = [
    ...noteOn(others, `not assessed, ${problem ?? 'no counts kept'}`),
    ...noteOn(unknown, `unknown, ${closedWords(hidingIndices(hidden, unknown))}`),
    ...noteOn(
      namesOf(untaught),
      `not assessed, because counts of fewer than ${LEAST_DAYS} training days are kept`,
    ),
    ...noteOn(namesOf(fewer), byFewer),
    ...trainingNotes(cases, hidden, training.days),
    ...(isKnown && closed.problem !== null ? [closed.problem] : []),
  ];
  return { ready, notes: notes.map((words) => ({ source: source.id, words })) };
}
