import type { Source } from '../../../common/sources';
import type { LocalDay } from '../../../common/time';
import type { SourceOfDay, SourceDay } from '../../../common/waveform/hours';
import type { DayDecisions } from '../deciding';

/** Which run a finding belongs to. */
export interface RunIdentity {
  readonly scope: string;
  readonly run_id: string;
  readonly settings_hash: string;
  /** Whose rights decided what was counted, where they do not show all; null where all is seen. */
  readonly seen_by: string | null;
}

/** A source's counts, ready to be assessed. */
export interface SourceToAssess {
  readonly source: Source;
  readonly day: LocalDay;
  /** Counts of the tested day; undefined where they are not known at all. */
  readonly tested: SourceDay | undefined;
  /** Whether that is since there is no document at all: the source is silent, as far as one can see. */
  readonly is_absent?: boolean;
  /** Training days that are unknown since a closed index may hold their documents. */
  readonly closed_days?: number;
  /** Hours of the tested day that are not over. */
  readonly open_hours: ReadonlySet<number>;
  /** Counts of the training days that are known. */
  readonly training: readonly SourceDay[];
  /** What people said, for all sources. It is never left out: who assesses a day must ask for it. */
  readonly decided: DayDecisions;
}

/** What the methods know about a source on the day, apart from its counts. */
export function sourceOfDay({
  source,
  day,
  training,
  closed_days = 0,
}: SourceToAssess): SourceOfDay {
  const source_days = training.filter(({ documents }) => documents > 0).length;
  return { source: source.id, day: day.day, zone: day.zone, source_days, closed_days };
}
