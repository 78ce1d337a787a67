import type { Random } from './random';
import type { DrawEvents, SampleDay } from './stream';

/** A series as sources know it, and the hours of the last day in which it is unusual. */
export interface PlantedSeries {
  readonly source: string;
  readonly subtype: string;
  readonly hours: readonly number[];
}

/** An unusual event on the last day, and the series that show it. */
export interface PlantedIncident {
  readonly title: string;
  readonly verdict: 'more' | 'less' | 'new' | 'silent' | 'moved';
  /** The series in which it is planted comes first. Other views of the same events follow. */
  readonly series: readonly [PlantedSeries, ...PlantedSeries[]];
}

export const NEW_SIGNATURE = 2210044;
export const GUESSING_HOUR = 9;
export const DIMMED_HOURS: readonly number[] = [13, 14];
export const DIMMED_TO = 0.2;
export const SILENT_FROM = 14;
export const JOB_HOUR = 4;
export const JOB_DELAY = 3;

const hoursFrom = (first: number): number[] =>
  Array.from({ length: 24 - first }, (_, index) => first + index);

/** What is planted on the last day. Everything else on it is an ordinary draw. */
export const plantedIncidents: readonly PlantedIncident[] = [
  {
    title: "the talk's own day: 20 at 10:00 and 48 at 15:00",
    verdict: 'more',
    series: [
      { source: 'syslog', subtype: '5', hours: [10, 15] },
      { source: 'syslog_program', subtype: 'sudo', hours: [10, 15] },
    ],
  },
  {
    title: 'a signature never seen before, at 06:00 and 21:00',
    verdict: 'new',
    series: [{ source: 'suricata', subtype: String(NEW_SIGNATURE), hours: [6, 21] }],
  },
  {
    title: 'passwords guessed over SSH',
    verdict: 'more',
    series: [
      { source: 'syslog_program', subtype: 'sshd', hours: [GUESSING_HOUR] },
      { source: 'syslog', subtype: '6', hours: [GUESSING_HOUR] },
    ],
  },
  {
    title: 'a mail daemon gone silent from 14:00',
    verdict: 'silent',
    series: [{ source: 'postfix', subtype: 'bounce', hours: hoursFrom(SILENT_FROM) }],
  },
  {
    title: 'severity 6 at a fifth of its rate from 13:00 to 15:00',
    verdict: 'less',
    series: [
      { source: 'syslog', subtype: '6', hours: DIMMED_HOURS },
      { source: 'syslog_program', subtype: 'webapp', hours: DIMMED_HOURS },
    ],
  },
  {
    title: 'a nightly job three hours late',
    verdict: 'moved',
    series: [{ source: 'ossec', subtype: '550', hours: [JOB_HOUR, JOB_HOUR + JOB_DELAY] }],
  },
];

const isLast = ({ age }: SampleDay): boolean => age === 0;

/** Events on the last day only. @param counts events by hour */
export function onLastDayOnly(counts: ReadonlyMap<number, number>): DrawEvents {
  return (_random, day) =>
    day.lengths.map((length, hour) => {
      const events = counts.get(hour) ?? 0;
      return isLast(day) && length > 0 ? events : 0;
    });
}

/** Nothing on the last day from an hour on. */
export function silentOnLastDay(draw: DrawEvents, from: number): DrawEvents {
  return (random, day) =>
    draw(random, day).map((count, hour) => (isLast(day) && hour >= from ? 0 : count));
}

/** The host that fell silent, how many days before the last one, and from which hour on. */
export const SILENT_HOST = 'web2';
export const SILENT_HOST_AGE = 3;

/** Nothing from an hour on, on the day with that age. */
export function silentSince(draw: DrawEvents, fromAge: number, fromHour: number): DrawEvents {
  return (random, day) =>
    draw(random, day).map((count, hour) =>
      day.age < fromAge || (day.age === fromAge && hour >= fromHour) ? 0 : count,
    );
}

/** On the last day, the events of an hour come some hours later. */
export function lateOnLastDay(draw: DrawEvents, delay: number): DrawEvents {
  return (random, day) => {
    const counts = draw(random, day);
    return isLast(day) ? counts.map((_, hour) => counts[hour - delay] ?? 0) : counts;
  };
}

/** How many of `count` events remain if each stays with a given chance. */
function thin(random: Random, count: number, chance: number): number {
  return Array.from({ length: count }, random.uniform).filter((number) => number < chance).length;
}

/** On the last day, each event of some hours stays only with a given chance. */
export function dimmedOnLastDay(
  draw: DrawEvents,
  hours: readonly number[],
  chanceAt: (hour: number, weekday: number) => number,
): DrawEvents {
  return (random, day) =>
    draw(random, day).map((count, hour) =>
      isLast(day) && hours.includes(hour)
        ? thin(random, count, chanceAt(hour, day.weekday))
        : count,
    );
}
