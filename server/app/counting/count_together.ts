import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import type { CountingPorts, IndexGroup, Searched } from './counting_ports';

/** Searches of several days that are under way at the same time for a source. */
const SEARCHES_AT_A_TIME = 3;

/** So few days are counted sooner side by side. */
const FEW_DAYS = 2;

type CountDay = CountingPorts['countDay'];
type TogetherPorts = Pick<CountingPorts, 'countDay' | 'countDays' | 'daysInOneSearch'>;

/** A day that is going to be counted, and the groups of indices that have documents of it. */
export interface DayToCount {
  readonly day: LocalDay;
  readonly groups: readonly IndexGroup[];
}

/** Days that follow each other without a gap, in pieces of at most so many. */
function inPieces(days: readonly LocalDay[], most: number): LocalDay[][] {
  const pieces: LocalDay[][] = [];
  for (const day of [...days].sort((a, b) => a.from - b.from)) {
    const last = pieces.at(-1);
    const isNext = last !== undefined && last.length < most && last.at(-1)?.to === day.from;
    if (isNext) last.push(day);
    else pieces.push([day]);
  }
  return pieces;
}

/** The result of a search of several days: the days that it counted, none if it could not. */
interface Piece {
  readonly counted: ReadonlyMap<Day, SourceDay>;
  /** Its cost, reported with the first of its days that is requested. */
  searches: number;
}

/**
 * Counts days of a source, several of them in one search. The first that is asked for is counted alone: it
 * tells how many series there are, and so how many days an answer has room for. Where a search of
 * several days fails in whole or in part each of them is counted alone, so that a bad index leaves no more
 * than its own day unknown.
 */
export class CountTogether {
  private readonly counters = new Map<string, CountDay>();
  private readonly underWay: Promise<unknown>[] = [];
  private isOver = false;

  /** @param days all that are going to be counted */
  constructor(
    private readonly ports: TogetherPorts,
    private readonly days: readonly DayToCount[],
  ) {}

  /** The same as the port of this name. */
  readonly countDay: CountDay = (source, group, day, signal) => {
    const counter = this.counters.get(group.index) ?? this.counterOf(group);
    this.counters.set(group.index, counter);
    return counter(source, group, day, signal);
  };

  /** Begins no further search, and waits for those that are under way. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.allSettled(this.underWay);
  }

  private counterOf({ index }: IndexGroup): CountDay {
    const days = this.days
      .filter(({ groups }) => groups.some((group) => group.index === index))
      .map(({ day }) => day);
    let first: Promise<Searched<SourceDay>> | undefined;
    let pieces: Promise<ReadonlyMap<Day, Promise<Piece>>> | undefined;
    return async (source, group, day, signal) => {
      const isAlone =
        days.length <= FEW_DAYS || this.ports.daysInOneSearch(source, group, day, 1) < 2;
      if (isAlone) return this.ports.countDay(source, group, day, signal);
      if (first === undefined) {
        first = this.ports.countDay(source, group, day, signal);
        return first;
      }
      pieces ??= first.then((known) => this.begin(source, group, days, known, signal));
      const piece = await (await pieces).get(day.day);
      const counts = piece?.counted.get(day.day);
      const searches = piece?.searches ?? 0;
      if (piece !== undefined) piece.searches = 0;
      if (counts !== undefined) return { state: 'known', value: counts, searches };
      const alone = await this.ports.countDay(source, group, day, signal);
      return { ...alone, searches: alone.searches + searches };
    };
  }

  /** Begins searches of several days. @param known the day that was counted alone */
  private begin(
    source: Source,
    group: IndexGroup,
    days: readonly LocalDay[],
    known: Searched<SourceDay>,
    signal: AbortSignal,
  ): ReadonlyMap<Day, Promise<Piece>> {
    if (known.state === 'unknown') return new Map();
    const rest = days.filter(({ day }) => day !== known.value.day);
    const [one] = rest;
    if (one === undefined) return new Map();
    const room = this.ports.daysInOneSearch(source, group, one, known.value.series.size);
    const share = Math.ceil(rest.length / SEARCHES_AT_A_TIME);
    const pieces = inPieces(rest, Math.min(room, share)).filter(({ length }) => length > 1);
    // The latest days are asked for first.
    pieces.reverse();
    const found = new Map<Day, Promise<Piece>>();
    const lanes: Promise<unknown>[] = [];
    pieces.forEach((piece, place) => {
      const before = lanes[place % SEARCHES_AT_A_TIME] ?? Promise.resolve();
      const search = before.then(() => this.search(source, group, piece, signal));
      lanes[place % SEARCHES_AT_A_TIME] = search;
      this.underWay.push(search);
      for (const { day } of piece) found.set(day, search);
    });
    // Failures are reported when a day is requested. Until then they must not count as unhandled.
    void Promise.allSettled(lanes);
    return found;
  }

  private async search(
    source: Source,
    group: IndexGroup,
    days: readonly LocalDay[],
    signal: AbortSignal,
  ): Promise<Piece> {
    if (this.isOver) return { counted: new Map(), searches: 0 };
    const answer = await this.ports.countDays(source, group, days, signal);
    const counts = answer.state === 'known' ? answer.value : [];
    return { counted: new Map(counts.map((one) => [one.day, one])), searches: answer.searches };
  }
}
