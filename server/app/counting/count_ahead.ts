import type { Source } from '../../../common/sources';
import type { LocalDay } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import type { CountingPorts, IndexGroup, Searched } from './counting_ports';

type CountDay = CountingPorts['countDay'];

/** A day of a source that will most likely be counted, and the only indices to count it in. */
export interface LikelyDay {
  readonly source: Source;
  readonly group: IndexGroup;
  readonly day: LocalDay;
}

/**
 * Counts a day while it is still looked up whether it must be counted. The counts are used only if
 * they are asked for: if the indices turn out to have no document of the day, they are dropped.
 */
export class CountAhead {
  private readonly counts: Promise<Searched<SourceDay>> | undefined;
  private isTaken = false;

  /** @param likely begun at once; undefined if no day is begun ahead */
  constructor(
    private readonly ports: Pick<CountingPorts, 'countDay'>,
    private readonly likely: LikelyDay | undefined,
    signal: AbortSignal,
  ) {
    if (likely === undefined) return;
    this.counts = ports.countDay(likely.source, likely.group, likely.day, signal);
    // A failure is thrown when the counts are taken. Until then it must not count as unhandled.
    void Promise.allSettled([this.counts]);
  }

  /** The same as the port of this name. */
  readonly countDay: CountDay = (source, group, day, signal) => {
    const isLikely = group === this.likely?.group && day === this.likely.day;
    if (this.counts === undefined || !isLikely) {
      return this.ports.countDay(source, group, day, signal);
    }
    this.isTaken = true;
    return this.counts;
  };

  /** Waits for counts that nobody took. @returns how many searches they cost, if they came to an end */
  async end(): Promise<number> {
    if (this.counts === undefined || this.isTaken) return 0;
    const [dropped] = await Promise.allSettled([this.counts]);
    return dropped.status === 'fulfilled' ? dropped.value.searches : 0;
  }
}
