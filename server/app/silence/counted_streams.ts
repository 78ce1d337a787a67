import {
  type EndedSilence,
  historyOf,
  isWeekendSlot,
  QUIET_WEEKEND,
  slotOf,
  type StreamHistory,
  type WallHour,
  wallHourOf,
} from '../../../common/silence';
import { type Day, HOURS_PER_DAY } from '../../../common/time';
import { type CountedDay, HourTable } from '../../../common/waveform/hours';

// A local copy: without a bundler, an import through several modules is slow in a loop.
const DAY_HOURS = HOURS_PER_DAY;

type Counts = ReadonlyMap<string, readonly number[]>;

interface KnownDay {
  readonly start: WallHour;
  readonly series: Counts;
  readonly totals: readonly number[];
}

function totalsOf(series: Counts): readonly number[] {
  if (series instanceof HourTable) return series.totals();
  const totals = Array<number>(DAY_HOURS).fill(0);
  for (const hours of series.values()) {
    hours.forEach((count, hour) => (totals[hour] = (totals[hour] ?? 0) + count));
  }
  return totals;
}

/** The counts of the streams of a source, over the training days and the present one. */
export class CountedStreams {
  /** Oldest first. */
  private readonly days: readonly KnownDay[];
  private readonly weekends: readonly KnownDay[];
  private readonly starts: ReadonlySet<WallHour>;
  private readonly present: WallHour;
  private readonly one = new Float64Array(DAY_HOURS);

  /**
   * @param counted the present day and the ones before it; unknown ones stay unknown
   * @param openHours hours of the present day that are not over: having no events there means
   * nothing
   * @param notLearned hours that are not learned from
   */
  constructor(
    counted: readonly CountedDay[],
    present: Day,
    private readonly openHours: ReadonlySet<number>,
    private readonly notLearned: ReadonlySet<WallHour> = new Set(),
  ) {
    this.present = wallHourOf(present);
    this.days = counted
      .flatMap((day): KnownDay[] => {
        if (day.state !== 'known') return [];
        const { series } = day.counts;
        return [{ start: wallHourOf(day.counts.day), series, totals: totalsOf(series) }];
      })
      .sort((a, b) => a.start - b.start);
    this.weekends = this.days.filter(({ start }) => isWeekendSlot(slotOf(start)));
    this.starts = new Set(this.days.map(({ start }) => start));
  }

  /** The subtypes of all streams. */
  keys(): Set<string> {
    const keys = new Set<string>();
    for (const { series } of this.days) for (const key of series.keys()) keys.add(key);
    return keys;
  }

  /**
   * What is known about a stream before an hour; about the source as a whole if the key is null.
   */
  history(key: string | null, before: WallHour): StreamHistory | undefined {
    const counts = this.layOut(key, before);
    if (counts === undefined) return undefined;
    const from = this.days[0]?.start ?? 0;
    for (const hour of this.notLearned) {
      if (hour >= from && hour < before) counts[hour - from] = Number.NaN;
    }
    return historyOf(from, counts);
  }

  /** Whether a stream certainly has too many hours with events on weekends to be an office. */
  isBusyOnWeekends(key: string | null, before: WallHour): boolean {
    let spoken = 0;
    for (let at = this.weekends.length - 1; at >= 0; at -= 1) {
      const day = this.weekends[at];
      if (day === undefined || day.start >= before || !this.hasHours(key, day)) continue;
      for (let hour = 0; hour < DAY_HOURS; hour += 1) if ((this.one[hour] ?? 0) > 0) spoken += 1;
      if (spoken >= QUIET_WEEKEND * this.weekends.length * DAY_HOURS) return true;
    }
    return false;
  }

  /** Whether a stream has events in an hour, from the first known hour on. */
  occupied(key: string | null): { readonly from: WallHour; readonly hours: Uint8Array } {
    const counts = this.layOut(key, this.present + DAY_HOURS) ?? [];
    return {
      from: this.days[0]?.start ?? 0,
      hours: Uint8Array.from(counts, (count) => (count > 0 ? 1 : 0)),
    };
  }

  /** Events on each of this many days, the present one last; null if unknown. */
  daily(key: string | null, days: number): (number | null)[] {
    const sums = new Map(
      this.days.map((day) => [
        day.start,
        this.hasHours(key, day) ? this.one.reduce((sum, count) => sum + (count || 0), 0) : 0,
      ]),
    );
    return Array.from({ length: days }, (_, place) => {
      return sums.get(this.present - (days - 1 - place) * DAY_HOURS) ?? null;
    });
  }

  /** The beginning of the last hour with events; undefined where there is none. */
  lastHour(key: string | null): WallHour | undefined {
    for (let at = this.days.length - 1; at >= 0; at -= 1) {
      const day = this.days[at];
      if (day === undefined || !this.hasHours(key, day)) continue;
      for (let hour = DAY_HOURS - 1; hour >= 0; hour -= 1) {
        if ((this.one[hour] ?? 0) > 0) return day.start + hour;
      }
    }
    return undefined;
  }

  /**
   * The longest gap that ended after an instant, from its last event before to the next one.
   *
   * @param least in hours; shorter ones are skipped
   */
  longestGap(key: string | null, after: WallHour, least: number): EndedSilence | undefined {
    let longest: EndedSilence | undefined;
    let next: WallHour | undefined;
    for (let at = this.days.length - 1; at >= 0; at -= 1) {
      const day = this.days[at];
      if (day === undefined || !this.hasHours(key, day)) continue;
      for (let clock = DAY_HOURS - 1; clock >= 0; clock -= 1) {
        if (!((this.one[clock] ?? 0) > 0)) continue;
        const hour = day.start + clock;
        const beaten = longest === undefined ? least : longest.to - longest.from;
        if (next !== undefined && next - hour > beaten) longest = { from: hour, to: next };
        if (hour <= after) return longest;
        next = hour;
      }
    }
    return longest;
  }

  /** Whether nothing is known of an hour. */
  isUnknown(hour: WallHour): boolean {
    const start = Math.floor(hour / DAY_HOURS) * DAY_HOURS;
    if (start > this.present) return false;
    return !this.starts.has(start);
  }

  /** The hours of whole days up to the one before an hour; NaN if unknown. */
  private layOut(key: string | null, before: WallHour): Float64Array | undefined {
    const from = this.days[0]?.start;
    if (from === undefined || before <= from) return undefined;
    const counts = new Float64Array(before - from).fill(Number.NaN);
    for (const day of this.days) {
      if (day.start >= before) break;
      if (this.hasHours(key, day)) counts.set(this.one, day.start - from);
      else counts.fill(0, day.start - from, day.start - from + DAY_HOURS);
    }
    return counts;
  }

  /** Puts the hours of a stream into `one`; false where it has no events on the day. */
  private hasHours(key: string | null, { start, series, totals }: KnownDay): boolean {
    if (key === null) this.one.set(totals);
    else if (series instanceof HourTable) {
      if (!series.copyInto(this.one, 0, key)) return false;
    } else {
      const hours = series.get(key);
      if (hours === undefined) return false;
      this.one.set(hours);
    }
    if (start === this.present) {
      for (const hour of this.openHours) if (this.one[hour] === 0) this.one[hour] = Number.NaN;
    }
    return true;
  }
}
