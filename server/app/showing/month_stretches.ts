import {
  type Day,
  localDay,
  type LocalDay,
  MS_PER_HOUR,
  type TimeRange,
} from '../../../common/time';
import {
  type Direction,
  type HourStretch,
  hourStretches,
  type Verdict,
} from '../../../common/waveform/hours';
import type { FlaggedDay } from './flagged_days';

/** A day on which a series was unusual, and when. */
export type DayFlag = Pick<FlaggedDay, 'day' | 'verdict' | 'hours' | 'runs'>;

/** Flagged hours of one direction that follow one another, also over midnight. */
export interface MonthStretch extends TimeRange {
  /** When it began. */
  readonly day: Day;
  readonly hour: number;
  readonly verdict: Verdict;
  readonly direction: Direction;
  /** How long it lasted. An hour that the clock repeats is two, one that it skips is none. */
  readonly hours: number;
}

/** A stretch of one day. */
interface Piece extends TimeRange {
  readonly day: Day;
  readonly hour: number;
  readonly verdict: Verdict;
  readonly direction: Direction;
}

/** The days of a zone, each laid out once. */
export type DaysOfZone = (day: Day) => LocalDay;

/** @throws NoSuchDay, when it is called with a day that the zone never had */
export function daysOfZone(zone: string): DaysOfZone {
  const known = new Map<Day, LocalDay>();
  return (day) => {
    const local = known.get(day) ?? localDay(day, zone);
    known.set(day, local);
    return local;
  };
}

function directionOf(verdict: Verdict): Direction {
  return verdict === 'less' || verdict === 'silent' ? 'less' : 'more';
}

/** The stretches of a day as its page names them: the strongest first, if that is known. */
export function stretchesOfDay({
  verdict,
  hours,
  runs = [],
}: DayFlag): readonly (HourStretch & { readonly direction: Direction })[] {
  const stretches = runs.length > 0 ? runs : hourStretches(hours);
  return stretches.map(({ from, to, ...rest }) => {
    const { direction = directionOf(verdict) } = rest as { direction?: Direction };
    return { from, to, direction };
  });
}

function piecesOf(flag: DayFlag, { columns }: LocalDay): Piece[] {
  return stretchesOfDay(flag).flatMap(({ from, to, direction }) => {
    const ranges = columns.slice(from, to).flatMap((column) => column.ranges);
    const [first, last] = [ranges[0], ranges[ranges.length - 1]];
    if (first === undefined || last === undefined) return [];
    const { day } = flag;
    const isOwn = flag.verdict === 'moved' || directionOf(flag.verdict) === direction;
    const verdict = isOwn ? flag.verdict : direction;
    return [{ day, hour: from, verdict, direction, from: first.from, to: last.to }];
  });
}

/**
 * The verdict of a stretch over several days. What was new stays so. Otherwise only the direction
 * is true of all of it, if the days differ.
 */
function verdictOf(pieces: readonly Piece[]): Verdict {
  const [first] = pieces;
  if (first === undefined) return 'more';
  const isOne = pieces.every(({ verdict }) => verdict === first.verdict);
  return isOne || first.verdict === 'new' ? first.verdict : first.direction;
}

/**
 * The stretches of a series over days, the earliest first. Hours are adjacent if no time passed
 * between them: over midnight, and over an hour that the clock skips.
 */
export function monthStretches(flags: readonly DayFlag[], days: DaysOfZone): MonthStretch[] {
  const pieces = flags.flatMap((flag) => piecesOf(flag, days(flag.day)));
  const groups: Piece[][] = [];
  for (const direction of ['more', 'less'] as const) {
    const own = pieces.filter((piece) => piece.direction === direction);
    let group: Piece[] | undefined;
    for (const piece of own.sort((a, b) => a.from - b.from)) {
      if (group?.[group.length - 1]?.to === piece.from) group.push(piece);
      else groups.push((group = [piece]));
    }
  }
  const stretches = groups.flatMap((group): MonthStretch[] => {
    const [first, last] = [group[0], group[group.length - 1]];
    if (first === undefined || last === undefined) return [];
    const { day, hour, direction, from } = first;
    const hours = (last.to - from) / MS_PER_HOUR;
    return [{ day, hour, direction, from, to: last.to, hours, verdict: verdictOf(group) }];
  });
  return stretches.sort((a, b) => a.from - b.from);
}
