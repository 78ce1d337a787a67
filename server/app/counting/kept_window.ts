import type { Source } from '../../../common/sources';
import { addDays, daysBefore, daysBetween, type Day } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import {
  hiddenDays,
  readClosed,
  type ClosedOfSource,
  type ClosedPorts,
  type HiddenDays,
} from './hidden_days';
import { readKeptSource, type KeptPorts } from './kept_source';

/** Days that are read beyond the needed ones: few requests, and little that is read in vain. */
const AHEAD = 8;

/** Kept counts around a day, and why there are none that may be used. */
export interface KeptAround {
  readonly days: ReadonlyMap<Day, SourceDay>;
  readonly hidden: HiddenDays;
  /** In a sentence; null if there is no obstacle. */
  readonly problem: string | null;
  /** Why it is not known which indices are closed, in a sentence; null if it is. */
  readonly closed_problem: string | null;
}

/**
 * Kept counts of a source while its days are assessed, starting with the latest. Only the days that
 * one assessment needs are in memory, and days that will not be needed are not read.
 */
export class KeptWindow {
  private readonly days = new Map<Day, SourceDay>();
  private readonly hidden = new Map<Day, readonly string[]>();
  private problem: string | null = null;
  private closed: ClosedOfSource | undefined;
  /** The oldest day that was read; undefined before the first. */
  private oldest: Day | undefined;

  constructor(
    private readonly source: Source,
    private readonly zone: string,
    private readonly ports: KeptPorts & ClosedPorts,
  ) {}

  /**
   * The day, and this many before it. Later days are dropped.
   *
   * @throws what the ports throw
   */
  async around(day: Day, before: number, signal: AbortSignal): Promise<KeptAround> {
    for (const read of this.days.keys()) if (read > day) this.days.delete(read);
    const from = addDays(day, -before);
    const until = this.oldest ?? addDays(day, 1);
    if (from < until) await this.read(addDays(from, -AHEAD), until, signal);
    const closed_problem = this.closed?.problem ?? null;
    return { days: this.days, hidden: this.hidden, problem: this.problem, closed_problem };
  }

  private async read(from: Day, until: Day, signal: AbortSignal): Promise<void> {
    const wanted = daysBefore(until, daysBetween(from, until));
    const kept = await readKeptSource(this.source, this.zone, wanted, this.ports, signal);
    for (const [day, counts] of kept.days) this.days.set(day, counts);
    this.problem ??= kept.problem;
    this.closed ??= await readClosed(this.source, addDays(until, -1), this.ports, signal);
    const without = wanted.filter((day) => !kept.days.has(day));
    const hidden = hiddenDays(without, this.closed.indices, this.zone);
    for (const [day, names] of hidden) this.hidden.set(day, names);
    this.oldest = from;
  }
}
