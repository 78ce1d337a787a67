import { type Day } from '../time';
import type { SeriesCase, TrainingDay } from '../waveform/hours';
import { isAboutDay, type JudgedHours } from './judgment';

type Hours = ReadonlySet<number>;

const NO_HOURS: Hours = new Set();

function hoursOf(judgments: readonly JudgedHours[]): Hours {
  return judgments.length === 0 ? NO_HOURS : new Set(judgments.flatMap(({ hours }) => hours));
}

/** The judgments of the hours of one day. */
interface HoursOfDay {
  readonly incident: Hours;
  /** Without those judged an incident: a judgment of the day itself is stronger than a rule. */
  readonly expected: Hours;
}

export function judgedHours(judgments: readonly JudgedHours[], day: Day): HoursOfDay {
  const ofDay = judgments.filter((one) => isAboutDay(one, day));
  const incident = hoursOf(ofDay.filter(({ judgment }) => judgment === 'incident'));
  const expected = hoursOf(ofDay.filter(({ judgment }) => judgment === 'expected'));
  return { incident, expected: new Set([...expected].filter((hour) => !incident.has(hour))) };
}

/** The hours of a day that are judged expected, and so are not findings. */
export function expectedHours(judgments: readonly JudgedHours[], day: Day): ReadonlySet<number> {
  return judgedHours(judgments, day).expected;
}

function judgedTraining(trained: TrainingDay, judgments: readonly JudgedHours[]): TrainingDay {
  const { incident, expected } = judgedHours(judgments, trained.day);
  const counts =
    incident.size === 0
      ? trained.counts
      : trained.counts.map((count, hour) => (incident.has(hour) ? null : count));
  if (expected.size === 0) return incident.size === 0 ? trained : { ...trained, counts };
  return { ...trained, counts, trusted_hours: expected };
}

/**
 * A series as it is assessed once people have judged it. Hours of an incident leave the training
 * days. Expected hours are not assessed, and count unchanged in training.
 *
 * @param judgments those in force for the series and the tested day
 * @returns the case itself if they do not concern it
 */
export function judgedCase(seriesCase: SeriesCase, judgments: readonly JudgedHours[]): SeriesCase {
  if (judgments.length === 0) return seriesCase;
  const excused = expectedHours(judgments, seriesCase.day);
  const training = seriesCase.training.map((day) => judgedTraining(day, judgments));
  const isSame = training.every((day, place) => day === seriesCase.training[place]);
  if (excused.size === 0) return isSame ? seriesCase : { ...seriesCase, training };
  return { ...seriesCase, training, excused_hours: excused };
}
