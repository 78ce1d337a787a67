import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { pluralWords } from '../../../common/waveform/words';
import type { HostsAhead } from './hosts_ahead';
import type { SilenceMemory } from './silence_memory';
import type { SilenceRow, StreamRef } from './rows/silence_row';

export interface SilenceRequest {
  readonly scope: string;
  readonly settings: Settings;
  /** The instant that is looked at: now, or the end of a day that is over. */
  readonly at: Date;
  /** The present time. */
  readonly now: Date;
  /** What earlier looks of the same caller remember; absent if there is only one look. */
  readonly memory?: SilenceMemory | undefined;
  /** What has been begun for this look; absent if nothing has. */
  readonly ahead?: HostsAhead | undefined;
}

/** Of what it is not known whether it is silent, by ids of sources. */
export interface NotKnown {
  /** Sources of which nothing is known. */
  readonly sources: readonly string[];
  /** Sources of whose hosts nothing is known. */
  readonly hosts_of: readonly string[];
}

/** What is silent at an instant. */
export interface SilenceLook {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly day: Day;
  /** The most overdue first. Muted and gone streams come last. */
  readonly rows: readonly SilenceRow[];
  /** One line if most offices are quiet together; null if they are not. */
  readonly quiet_together: string | null;
  /** What a reader should know, one sentence each. */
  readonly notes: readonly string[];
  /** Those of the notes that say what could not be looked at, or what is in doubt. */
  readonly unwatched: readonly string[];
  /** Some of these could not because of trouble that may pass. */
  readonly is_troubled: boolean;
  /** The sources that could be looked at. */
  readonly sources: readonly string[];
  /** Those of them whose hosts could not: nothing is known of these. */
  readonly without_hosts: readonly string[];
  /** The sources and hosts of which it is not known whether they are silent; null if all are known. */
  readonly not_known: string | null;
  /** The same by ids. */
  readonly not_known_of: NotKnown;
  /** Streams that were stored as silent on the day, and were seen with events since. */
  readonly lifted: readonly StreamRef[];
  /**
   * How much was looked at, and is known. Sources of the same documents count once, and so does a
   * host that several sources have.
   */
  readonly watched: { readonly sources: number; readonly hosts: number; readonly series: number };
}

const MOST_NAMED = 10;

function namesOf(ids: readonly string[]): string {
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  return `${ids.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/**
 * "solo; the hosts of app, db". That nothing is known of the hosts of a source of which nothing is
 * known goes without saying.
 *
 * @returns null if all is known
 */
export function notKnownWords({ sources: unknown, hosts_of: hostsOf }: NotKnown): string | null {
  const others = hostsOf.filter((id) => !unknown.includes(id));
  const hosts = others.length === 0 ? [] : [`the hosts of ${namesOf(others)}`];
  const whole = unknown.length === 0 ? [] : [namesOf(unknown)];
  return whole.length + hosts.length === 0 ? null : [...whole, ...hosts].join('; ');
}

export function watchedWords({ watched }: Pick<SilenceLook, 'watched'>): string {
  return [
    pluralWords(watched.sources, 'source'),
    pluralWords(watched.hosts, 'host'),
    pluralWords(watched.series, 'series', 'series'),
  ].join(', ');
}
