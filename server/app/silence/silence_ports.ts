import type { Source } from '../../../common/sources';
import type { Day, LocalDay, TimeRange } from '../../../common/time';
import type { Wait } from '../basics';
import type { Answer, CountingPorts } from '../counting';
import type { Decisions } from '../deciding';
import type { Mark } from './marks';
import type { EarlierRow, SilenceRow } from './rows/silence_row';

/** The ports for finding silences. */
export interface SilencePorts {
  readonly counting: CountingPorts;
  /** How many documents of the source have each of the fields, for those that can be counted by. */
  hostFields(
    source: Source,
    candidates: readonly string[],
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<Answer<ReadonlyMap<string, number>>>;
  /** How many documents of a day lack a field that the source is counted by, in each hour 0 to 23. */
  hoursWithout(
    source: Source,
    day: LocalDay,
    signal: AbortSignal,
  ): Promise<Answer<readonly number[]>>;
  /** The latest time of each host that has documents in the range, even if it is in the future. */
  lastEvents(
    hosts: Source,
    range: TimeRange,
    only: readonly string[] | null,
    signal: AbortSignal,
  ): Promise<Answer<ReadonlyMap<string, number>>>;
  /** All marks of a scope. */
  marks(scope: string, signal: AbortSignal): Promise<readonly Mark[]>;
  /** People's decisions in a scope that affect findings. */
  decisions(scope: string, signal: AbortSignal): Promise<Decisions>;
  /** What was silent on a day, as the latest look at it has stored it. */
  stored(scope: string, day: Day, signal: AbortSignal): Promise<readonly SilenceRow[]>;
  /** What was silent at the latest look before a day. */
  earlier(scope: string, before: Day, signal: AbortSignal): Promise<readonly EarlierRow[]>;
  /** Waits for trouble to pass; absent if a person waits for the look. */
  readonly wait?: Wait;
}
