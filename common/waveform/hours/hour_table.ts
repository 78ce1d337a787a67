import { HOURS_PER_DAY } from '../../time';
import { SeriesNames } from './series_names';

// A local copy: without a bundler, an import through several modules is slow in a loop.
const DAY_HOURS = HOURS_PER_DAY;
/** A list with the needed length: a growing one would be copied. */
const NO_EVENTS: readonly number[] = Array.from({ length: DAY_HOURS }, () => 0);
const FIRST_CAPACITY = 16;
/** Processors fetch memory in lines of 64 bytes. */
const IN_LINE = 16;
const MAX_EVENTS = 2 ** 32 - 1;
/** Up to this many events in every hour, a table takes half the memory. */
const MOST_IN_SHORT = 2 ** 16 - 1;

type Row = readonly number[];

/** The numbers of a table, in memory that several threads see; its names are not among them. */
export interface SharedHours {
  readonly rows: number;
  readonly events: Uint16Array | Uint32Array;
  readonly places: Int32Array;
  readonly numbers: Int32Array;
}

/** The same numbers in memory that several threads see. */
function inShared<T extends Uint16Array | Uint32Array | Int32Array>(
  list: T,
  make: new (buffer: SharedArrayBuffer) => T,
): T {
  if (list.buffer instanceof SharedArrayBuffer) return list;
  const shared = new make(new SharedArrayBuffer(list.byteLength));
  shared.set(list);
  return shared;
}

/** An empty list of the same kind, with another length. */
function likewise(list: Uint16Array | Uint32Array, length: number): Uint16Array | Uint32Array {
  return list instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
}

/** The list itself, or a longer copy if it has no such index. */
function withRoomFor(list: Int32Array, place: number): Int32Array {
  if (place < list.length) return list;
  const grown = new Int32Array(2 * place + 1);
  grown.set(list);
  return grown;
}

/**
 * Events of many series in the 24 hours of a day: a map from subtype to hours that takes a third of
 * the memory of one with an array for each series, since all hours are in one list. As long as no
 * hour has more than 65,535 events, it takes a sixth.
 *
 * `get` and the iterators return copies.
 */
export class HourTable implements ReadonlyMap<string, Row> {
  // Private, since equal tables may share names with others, or have room left.
  #rows = 0;
  #events: Uint16Array | Uint32Array;
  /** By index of the name: its row plus one, 0 for none. */
  #places: Int32Array;
  /** By row: the index of its name. */
  #numbers: Int32Array;
  readonly #names: SeriesNames;

  /**
   * @param capacity how many series are expected; more are not an error
   * @param names those of several days, to be shared: the same series come on each, and names take
   * most of the memory
   */
  constructor(capacity = FIRST_CAPACITY, names = new SeriesNames()) {
    this.#names = names;
    const rows = Math.max(capacity, 1);
    this.#events = new Uint16Array(rows * DAY_HOURS);
    this.#places = new Int32Array(rows);
    this.#numbers = new Int32Array(rows);
  }

  /** A table of numbers that another thread shares. @param names those of its table */
  static ofShared({ rows, events, places, numbers }: SharedHours, names: SeriesNames): HourTable {
    const table = new HourTable(0, names);
    table.#rows = rows;
    table.#events = events;
    table.#places = places;
    table.#numbers = numbers;
    return table;
  }

  /** The numbers for other threads: the table itself continues with the same memory. */
  share(): SharedHours {
    this.#events =
      this.#events instanceof Uint16Array
        ? inShared(this.#events, Uint16Array)
        : inShared(this.#events, Uint32Array);
    this.#places = inShared(this.#places, Int32Array);
    this.#numbers = inShared(this.#numbers, Int32Array);
    const [rows, events] = [this.#rows, this.#events];
    return { rows, events, places: this.#places, numbers: this.#numbers };
  }

  /** The names of its series, and maybe of others. */
  get names(): SeriesNames {
    return this.#names;
  }

  /**
   * Adds events of a series to an hour.
   *
   * @throws RangeError for more than 4,294,967,295 events in an hour, or for NaN
   */
  add(subtype: string, hour: number, events: number): void {
    this.addAt(this.rowOf(subtype) * DAY_HOURS + hour, events);
  }

  /** Adds the 24 hours of a series. */
  addHours(subtype: string, hours: Row): void {
    const from = this.rowOf(subtype) * DAY_HOURS;
    for (let hour = 0; hour < hours.length; hour += 1) this.addAt(from + hour, hours[hour] ?? 0);
  }

  /** Events of all series in each hour, without a copy of each series as the iterators make it. */
  totals(): number[] {
    const totals = Array<number>(DAY_HOURS).fill(0);
    const used = this.#rows * DAY_HOURS;
    for (let row = 0; row < used; row += DAY_HOURS) {
      for (let hour = 0; hour < DAY_HOURS; hour += 1) {
        totals[hour] = (totals[hour] ?? 0) + (this.#events[row + hour] ?? 0);
      }
    }
    return totals;
  }

  /** Frees memory that was reserved for further series. */
  trim(): void {
    const used = this.#rows * DAY_HOURS;
    if (used >= this.#events.length) return;
    this.#events = this.#events.slice(0, used);
    this.#numbers = this.#numbers.slice(0, this.#rows);
  }

  get size(): number {
    return this.#rows;
  }

  has(subtype: string): boolean {
    return this.knownRow(subtype) !== undefined;
  }

  get(subtype: string): number[] | undefined {
    const row = this.knownRow(subtype);
    return row === undefined ? undefined : this.hoursOf(row);
  }

  /** Writes the hours of a series into a list, without a copy; false if it has no such series. */
  copyInto(target: Float64Array, at: number, subtype: string): boolean {
    const row = this.knownRow(subtype);
    if (row === undefined) return false;
    this.copyRow(target, at, row);
    return true;
  }

  /**
   * In which row each name stands, so that a name is looked up once for many days.
   *
   * @param names by whose indices the rows are identified; they get the names that they lack
   * @returns by number of the name its row and one more; 0, or nothing, for a name without events
   */
  placesOf(names: SeriesNames): Readonly<Int32Array> {
    if (names === this.#names) return this.#places;
    const numbers = Int32Array.from(this.keys(), (name) => names.numberOf(name));
    const places = new Int32Array(names.size);
    numbers.forEach((number, row) => (places[number] = row + 1));
    return places;
  }

  /** Writes the hours of a row into a list, without a copy. */
  copyRow(target: Float64Array, at: number, row: number): void {
    const from = row * DAY_HOURS;
    const events = this.#events;
    for (let hour = 0; hour < DAY_HOURS; hour += 1) target[at + hour] = events[from + hour] ?? 0;
  }

  /**
   * Reads the places of a row that are in different parts of memory. Who needs the row of many tables
   * asks all of them first: the memory then fetches the rows at once, not one after the other.
   *
   * @returns the sum of these places, so that reading is not left out; it says nothing
   */
  touch(row: number): number {
    const from = row * DAY_HOURS;
    const events = this.#events;
    return (
      (events[from] ?? 0) + (events[from + IN_LINE] ?? 0) + (events[from + DAY_HOURS - 1] ?? 0)
    );
  }

  *keys(): Generator<string, undefined> {
    for (let row = 0; row < this.#rows; row += 1) yield this.nameOf(row);
  }

  *values(): Generator<Row, undefined> {
    for (let row = 0; row < this.#rows; row += 1) yield this.hoursOf(row);
  }

  *entries(): Generator<[string, Row], undefined> {
    for (let row = 0; row < this.#rows; row += 1) yield [this.nameOf(row), this.hoursOf(row)];
  }

  [Symbol.iterator](): Generator<[string, Row], undefined> {
    return this.entries();
  }

  forEach(visit: (hours: Row, subtype: string, table: ReadonlyMap<string, Row>) => void): void {
    for (const [subtype, hours] of this) visit(hours, subtype, this);
  }

  private addAt(place: number, events: number): void {
    const sum = (this.#events[place] ?? 0) + events;
    if (!(sum <= MAX_EVENTS))
      throw new RangeError(`${sum} events in an hour are too many to count`);
    if (sum > MOST_IN_SHORT && this.#events instanceof Uint16Array) {
      this.#events = new Uint32Array(this.#events);
    }
    this.#events[place] = sum;
  }

  private hoursOf(row: number): number[] {
    const from = row * DAY_HOURS;
    const hours = NO_EVENTS.slice();
    // A loop takes a fifth of the time of copying through the iterator of a view.
    for (let hour = 0; hour < DAY_HOURS; hour += 1) hours[hour] = this.#events[from + hour] ?? 0;
    return hours;
  }

  private nameOf(row: number): string {
    return this.#names.nameOf(this.#numbers[row] ?? 0);
  }

  private knownRow(subtype: string): number | undefined {
    const number = this.#names.find(subtype);
    const place = number === undefined ? 0 : (this.#places[number] ?? 0);
    return place === 0 ? undefined : place - 1;
  }

  private rowOf(subtype: string): number {
    const number = this.#names.numberOf(subtype);
    const place = this.#places[number] ?? 0;
    if (place > 0) return place - 1;
    const row = this.#rows;
    this.#rows += 1;
    if (this.#rows * DAY_HOURS > this.#events.length) {
      const grown = likewise(this.#events, this.#events.length * 2 + DAY_HOURS);
      grown.set(this.#events);
      this.#events = grown;
    }
    this.#numbers = withRoomFor(this.#numbers, row);
    this.#places = withRoomFor(this.#places, number);
    this.#numbers[row] = number;
    this.#places[number] = this.#rows;
    return row;
  }
}
