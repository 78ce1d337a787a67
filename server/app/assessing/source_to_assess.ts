import type { Source } from '../../../common/sources';
import type { LocalDay } from '../../../common/time';
import type { SourceOfDay, SourceDay } from '../../../common/waveform/hours';
import type { DayDecisions } from '../deciding';

/** Which run a finding belongs to. */
export interface RunIdentity {
  readonly scope: string;
  readonly run_id: string;
  readonly settings_hash: string;
  /**
   * The user whose rights decided what was counted, if they do not show everything; null if they
   * do.
   */
  readonly seen_by: string | null;
}

/** A source's counts, ready to be assessed. */
export interface SourceToAssess {
  readonly source: Source;
  readonly day: LocalDay;
  /** Counts of the tested day; undefined if they are unknown. */
  readonly tested: SourceDay | undefined;
  /**
   * Whether the reason is that there is no document at all: the source is silent, as far as one can
   * see.
   */
  readonly is_absent?: boolean;
  /** Training days that are unknown because a closed index may hold their documents. */
  readonly closed_days?: number;
  /** Hours of the tested day that are not over. */
  readonly open_hours: ReadonlySet<number>;
  /** Counts of the training days that are known. */
  readonly training: readonly SourceDay[];
  /**
   * Judgments and calendars for all sources. Required, so that no caller can forget to load them.
   */
  readonly decided: DayDecisions;
}

/** What the methods know about a source on the day, other than its counts. */
export function sourceOfDay({
  source,
  day,
  training,
  closed_days = 0,
}: SourceToAssess): SourceOfDay {
  const source_days = training.filter(({ documents }) => documents > 0).length;
  return { source: source.id, day: day.day, zone: day.zone, source_days, closed_days };
}
