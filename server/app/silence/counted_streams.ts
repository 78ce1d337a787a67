import { type EndedSilence, type WallHour, wallHourOf } from '../../../common/silence';
import { type Day, HOURS_PER_DAY } from '../../../common/time';
import type { CountedDay, HourCount, TrainingDay } from '../../../common/waveform/hours';

type Hours = readonly HourCount[];

/** The counts of the streams of a source, over the training days and the present one. */
export class CountedStreams {
  private readonly known = new Map<Day, ReadonlyMap<string, readonly number[]>>();
  private readonly totals = new Map<Day, readonly number[]>();
  /** Oldest first. */
  private readonly days: readonly Day[];
  private readonly starts: ReadonlySet<WallHour>;
  private readonly none = Array<number>(HOURS_PER_DAY).fill(0);

  /**
   * @param counted the present day and the ones before it; unknown ones stay unknown
   * @param openHours hours of the present day that are not over: not to have events there says nothing
   */
  constructor(
    counted: readonly CountedDay[],
    private readonly present: Day,
    private readonly openHours: ReadonlySet<number>,
  ) {
    for (const day of counted) {
      if (day.state !== 'known') continue;
      const { series } = day.counts;
      this.known.set(day.counts.day, series);
      const totals = Array<number>(HOURS_PER_DAY).fill(0);
      for (const hours of series.values()) {
        hours.forEach((count, hour) => (totals[hour] = (totals[hour] ?? 0) + count));
      }
      this.totals.set(day.counts.day, totals);
    }
    this.days = [...this.known.keys()].sort();
    this.starts = new Set(this.days.map(wallHourOf));
  }

  /** The subtypes of all streams. */
  keys(): Set<string> {
    const keys = new Set<string>();
    for (const series of this.known.values()) for (const key of series.keys()) keys.add(key);
    return keys;
  }

  /** The known days of a stream; of the source as a whole where the key is null. */
  daysOf(key: string | null): TrainingDay[] {
    return this.days.map((day) => ({ day, counts: this.hoursOf(key, day) }));
  }

  /** The beginning of the last hour with events; undefined where there is none. */
  lastHour(key: string | null): WallHour | undefined {
    for (let at = this.days.length - 1; at >= 0; at -= 1) {
      const day = this.days[at] ?? this.present;
      const counts = this.hoursOf(key, day);
      for (let hour = HOURS_PER_DAY - 1; hour >= 0; hour -= 1) {
        if ((counts[hour] ?? 0) > 0) return wallHourOf(day) + hour;
      }
    }
    return undefined;
  }

  /**
   * The longest gap that ended after an instant, from its last event before to the next one.
   *
   * @param least in hours; shorter ones are passed over
   */
  longestGap(key: string | null, after: WallHour, least: number): EndedSilence | undefined {
    let longest: EndedSilence | undefined;
    let next: WallHour | undefined;
    for (let at = this.days.length - 1; at >= 0; at -= 1) {
      const day = this.days[at] ?? this.present;
      const counts = this.hoursOf(key, day);
      const start = wallHourOf(day);
      for (let clock = HOURS_PER_DAY - 1; clock >= 0; clock -= 1) {
        if (!((counts[clock] ?? 0) > 0)) continue;
        const hour = start + clock;
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
    const start = Math.floor(hour / HOURS_PER_DAY) * HOURS_PER_DAY;
    if (start > wallHourOf(this.present)) return false;
    return !this.starts.has(start);
  }

  private hoursOf(key: string | null, day: Day): Hours {
    const given =
      key === null ? this.totals.get(day) : (this.known.get(day)?.get(key) ?? undefined);
    const counts = given ?? this.none;
    if (day !== this.present) return counts;
    return counts.map((count, hour) => (count === 0 && this.openHours.has(hour) ? null : count));
  }
}
