import {
  type EndedSilence,
  historyOf,
  isWeekendSlot,
  QUIET_WEEKEND,
  slotOf,
  type StreamHistory,
  type TaughtHours,
  type WallHour,
  wallHourOf,
} from '../../../common/silence';
import { type Day, HOURS_PER_DAY } from '../../../common/time';
import {
  type CountedDay,
  HourTable,
  type SeriesNames,
  type SourceDay,
} from '../../../common/waveform/hours';

// A local copy: without a bundler, an import through several modules is slow in a loop.
const DAY_HOURS = HOURS_PER_DAY;
/** Which stream of a source: by a number, so that its name is looked up once. */
export type StreamNumber = number;
/** The number of the source as a whole, and of a stream without any event. */
const WHOLE: StreamNumber = -1;
const NOWHERE: StreamNumber = 2 ** 31 - 1;

/** Unknown hours count nothing. */
function sumOf(hours: Float64Array): number {
  let sum = 0;
  for (let hour = 0; hour < hours.length; hour += 1) sum += hours[hour] || 0;
  return sum;
}

interface KnownDay {
  readonly start: WallHour;
  readonly table: HourTable;
  /** By number of the name: its row and one more, 0 for none. */
  readonly places: Readonly<Int32Array>;
}

function tableOf({ series }: SourceDay, names: SeriesNames | undefined): HourTable {
  if (series instanceof HourTable) return series;
  const table = new HourTable(series.size, names);
  for (const [key, hours] of series) table.addHours(key, hours);
  return table;
}

const startOf = (counted: CountedDay): WallHour =>
  wallHourOf(counted.state === 'known' ? counted.counts.day : counted.day);

/** The counts of the streams of a source, over the training days and the present one. */
export class CountedStreams {
  /** Oldest first. */
  private readonly days: readonly KnownDay[];
  private readonly weekends: readonly KnownDay[];
  private readonly starts: ReadonlySet<WallHour>;
  private readonly present: WallHour;
  /** The beginning of the first day that was asked for, known or not. */
  private readonly first: WallHour;
  /** Tables of kept days share their names: each is looked up once for all days. */
  private readonly names: SeriesNames | undefined;
  /** By beginning of a day: events of the source as a whole, once somebody asks. */
  private readonly totals = new Map<WallHour, readonly number[]>();
  private readonly one = new Float64Array(DAY_HOURS);
  /** For the hours of one stream: allocating them for each takes longer than reading them. */
  private readonly room: Float64Array;
  /** Kept, so that reading is not left out. */
  private touched = 0;
  private latest:
    | {
        readonly row: StreamNumber;
        readonly before: WallHour;
        readonly history: StreamHistory | undefined;
      }
    | undefined;

  /**
   * @param counted the present day and the ones before it; unknown ones stay unknown
   * @param openHours hours of the present day that are not over: not to have events there says nothing
   */
  constructor(
    counted: readonly CountedDay[],
    present: Day,
    private readonly openHours: ReadonlySet<number>,
  ) {
    this.present = wallHourOf(present);
    this.first = counted.reduce((least, day) => Math.min(least, startOf(day)), this.present);
    const known = counted
      .flatMap((day) => (day.state === 'known' ? [day.counts] : []))
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    let names: SeriesNames | undefined;
    this.days = known.map((counts) => {
      const table = tableOf(counts, names);
      names ??= table.names;
      return { start: wallHourOf(counts.day), table, places: table.placesOf(names) };
    });
    this.names = names;
    const span = this.present + DAY_HOURS - (this.days[0]?.start ?? this.present);
    this.room = new Float64Array(span);
    this.weekends = this.days.filter(({ start }) => isWeekendSlot(slotOf(start)));
    this.starts = new Set(this.days.map(({ start }) => start));
  }

  /** The subtypes of all streams. */
  keys(): Set<string> {
    const keys = new Set<string>();
    const { names } = this;
    if (names === undefined) return keys;
    for (let number = 0; number < names.size; number += 1) {
      const hasEvents = this.days.some(({ places }) => (places[number] ?? 0) > 0);
      if (hasEvents) keys.add(names.nameOf(number));
    }
    return keys;
  }

  /**
   * What is known of a stream before an hour: until the next history is asked for, which takes its
   * room.
   *
   * @param taught what people said about its hours
   */
  history(
    row: StreamNumber,
    before: WallHour,
    { notLearned, trusted }: TaughtHours,
  ): StreamHistory | undefined {
    // The present silence and the latest one are learned from the same days.
    const { latest } = this;
    if (latest?.row === row && latest.before === before) return latest.history;
    const counts = this.layOut(row, before);
    if (counts === undefined) return undefined;
    const from = this.days[0]?.start ?? 0;
    for (const hour of notLearned) {
      if (hour >= from && hour < before) counts[hour - from] = Number.NaN;
    }
    const history = historyOf(from, counts, trusted);
    this.latest = { row, before, history };
    return history;
  }

  /** Whether a stream surely has too many hours with events on weekends to be an office. */
  isBusyOnWeekends(row: StreamNumber, before: WallHour, { notLearned }: TaughtHours): boolean {
    // Hours that are not learned from may be the ones with events.
    if (notLearned.size > 0) return false;
    const most = QUIET_WEEKEND * this.weekends.length * DAY_HOURS;
    let spoken = 0;
    for (let at = this.weekends.length - 1; at >= 0; at -= 1) {
      const day = this.weekends[at];
      if (day === undefined || day.start >= before || !this.load(row, day)) continue;
      // Not a branch: in which hours there are events cannot be predicted.
      for (let hour = 0; hour < DAY_HOURS; hour += 1) spoken += Number((this.one[hour] ?? 0) > 0);
      if (spoken >= most) return true;
    }
    return false;
  }

  /** Whether a stream has events in an hour, from the first known hour on. */
  occupied(row: StreamNumber): { readonly from: WallHour; readonly hours: Uint8Array } {
    const counts = this.layOut(row, this.present + DAY_HOURS) ?? [];
    return {
      from: this.days[0]?.start ?? 0,
      hours: Uint8Array.from(counts, (count) => (count > 0 ? 1 : 0)),
    };
  }

  /** Events on each of this many days, the present one last; null if unknown. */
  daily(row: StreamNumber, days: number): (number | null)[] {
    const sums = new Map(
      this.days.map((day) => [day.start, this.load(row, day) ? sumOf(this.one) : 0]),
    );
    return Array.from({ length: days }, (_, place) => {
      return sums.get(this.present - (days - 1 - place) * DAY_HOURS) ?? null;
    });
  }

  /** The same of a stream without any event. */
  dailyOfNone(days: number): (number | null)[] {
    return this.daily(NOWHERE, days);
  }

  /** The beginning of the last hour with events; undefined if there is none. */
  lastHour(row: StreamNumber): WallHour | undefined {
    for (let at = this.days.length - 1; at >= 0; at -= 1) {
      const day = this.days[at];
      if (day === undefined || !this.load(row, day)) continue;
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
  longestGap(row: StreamNumber, after: WallHour, least: number): EndedSilence | undefined {
    let longest: EndedSilence | undefined;
    let beaten = least;
    let next = -Infinity;
    for (let at = this.days.length - 1; at >= 0; at -= 1) {
      const day = this.days[at];
      if (day === undefined || !this.load(row, day)) continue;
      for (let clock = DAY_HOURS - 1; clock >= 0; clock -= 1) {
        if (!((this.one[clock] ?? 0) > 0)) continue;
        const hour = day.start + clock;
        if (next - hour > beaten) {
          longest = { from: hour, to: next };
          beaten = next - hour;
        }
        if (hour <= after) return longest;
        next = hour;
      }
    }
    return longest;
  }

  /** Whether nothing is known of an hour that was asked for. */
  isUnknown(hour: WallHour): boolean {
    const start = Math.floor(hour / DAY_HOURS) * DAY_HOURS;
    if (start > this.present || start < this.first) return false;
    return !this.starts.has(start);
  }

  /** @param key null for the source as a whole */
  numberOf(key: string | null): StreamNumber {
    return key === null ? WHOLE : (this.names?.find(key) ?? NOWHERE);
  }

  /** The hours of whole days up to the one before an hour; NaN if unknown. */
  private layOut(row: StreamNumber, before: WallHour): Float64Array | undefined {
    const from = this.days[0]?.start;
    if (from === undefined || before <= from) return undefined;
    this.latest = undefined;
    const counts = this.room.subarray(0, before - from).fill(Number.NaN);
    this.touch(row);
    const { days } = this;
    for (let number = 0; number < days.length; number += 1) {
      const day = days[number];
      if (day === undefined || day.start >= before) break;
      const at = day.start - from;
      const place = day.places[row] ?? 0;
      if (row === WHOLE || day.start === this.present) {
        if (this.load(row, day)) counts.set(this.one, at);
        else counts.fill(0, at, at + DAY_HOURS);
      } else if (place === 0) counts.fill(0, at, at + DAY_HOURS);
      else day.table.copyRow(counts, at, place - 1);
    }
    return counts;
  }

  /** Has the memory fetch the hours of a stream. */
  private touch(row: StreamNumber): void {
    let sum = 0;
    const { days } = this;
    for (let number = 0; number < days.length; number += 1) {
      const day = days[number];
      const place = day?.places[row] ?? 0;
      if (day !== undefined && place > 0) sum += day.table.touch(place - 1);
    }
    this.touched = sum;
  }

  private totalsOf({ start, table }: KnownDay): readonly number[] {
    const known = this.totals.get(start);
    if (known !== undefined) return known;
    const totals = table.totals();
    this.totals.set(start, totals);
    return totals;
  }

  /** Puts the hours of a stream into `one`; false where it has no events on the day. */
  private load(row: StreamNumber, day: KnownDay): boolean {
    if (row === WHOLE) this.one.set(this.totalsOf(day));
    else {
      const place = day.places[row] ?? 0;
      if (place === 0) return false;
      day.table.copyRow(this.one, 0, place - 1);
    }
    if (day.start === this.present && this.openHours.size > 0) {
      for (const hour of this.openHours) if (this.one[hour] === 0) this.one[hour] = Number.NaN;
    }
    return true;
  }
}
