import { HourTable, SeriesNames, type SourceDay } from '../../common/waveform/hours';
import type { SourceToAssess } from '../../server/app/assessing';
import type { SentDay, SentNames, SentSource, Task } from './messages';

/** What is sent with a task. */
type Parcel = Pick<Task, 'source' | 'names' | 'days'>;

/** Numbers things in the order in which they are seen first. */
class Numbered<T extends object> {
  private readonly numbers = new WeakMap<T, number>();
  private next = 0;

  numberOf(thing: T): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    this.numbers.set(thing, this.next);
    this.next += 1;
    return this.next - 1;
  }
}

/** The days and names that one thread has got: each is sent to it once. */
export class Sender {
  private readonly days = new Numbered<SourceDay>();
  private readonly names = new Numbered<SeriesNames>();
  private readonly sentDays = new Set<number>();
  private readonly sentNames = new Map<number, number>();

  /** What the thread lacks to assess a source, and the source itself. */
  parcel({ tested, training, ...others }: SourceToAssess): Parcel {
    const days: SentDay[] = [];
    const names: SentNames[] = [];
    const send = (day: SourceDay): number => {
      const number = this.days.numberOf(day);
      if (this.sentDays.has(number)) return number;
      this.sentDays.add(number);
      days.push(this.sentDay(day, number, names));
      return number;
    };
    const source: SentSource = {
      ...others,
      tested: tested === undefined ? null : send(tested),
      training: training.map(send),
    };
    return { source, names, days };
  }

  private sentDay({ series, ...counts }: SourceDay, number: number, names: SentNames[]): SentDay {
    if (!(series instanceof HourTable)) return { number, counts, series: { map: new Map(series) } };
    const list = this.names.numberOf(series.names);
    const from = this.sentNames.get(list) ?? 0;
    if (series.names.size > from) {
      names.push({ number: list, more: series.names.from(from) });
      this.sentNames.set(list, series.names.size);
    }
    return { number, counts, series: { hours: series.share(), names: list } };
  }
}

/** The days and names that a thread has got so far. */
export class Receiver {
  private readonly days = new Map<number, SourceDay>();
  private readonly names = new Map<number, SeriesNames>();

  /** Takes what came with a task. @returns the source as it was sent */
  open({ source, names, days }: Parcel): SourceToAssess {
    for (const { number, more } of names) {
      for (const name of more) this.listOf(number).numberOf(name);
    }
    for (const { number, counts, series } of days) {
      const ofDay =
        'map' in series ? series.map : HourTable.ofShared(series.hours, this.listOf(series.names));
      this.days.set(number, { ...counts, series: ofDay });
    }
    const { tested, training, ...others } = source;
    return {
      ...others,
      tested: tested === null ? undefined : this.dayOf(tested),
      training: training.map((number) => this.dayOf(number)),
    };
  }

  private listOf(number: number): SeriesNames {
    const known = this.names.get(number) ?? new SeriesNames();
    this.names.set(number, known);
    return known;
  }

  private dayOf(number: number): SourceDay {
    const day = this.days.get(number);
    if (day === undefined) throw new RangeError(`the day ${number} was never sent`);
    return day;
  }
}
