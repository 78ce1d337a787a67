import { type WallHour, wallHourAt } from '../../../common/silence';
import type { Source } from '../../../common/sources';
import { MS_PER_DAY } from '../../../common/time';
import { clockWords, pluralWords } from '../../../common/waveform/words';
import { allOver } from '../basics';
import type { Answer, Unknown } from '../counting';
import type { LostSeries } from './blind/lost_field';
import type { CountedStreams } from './counted_streams';
import { exactEvents, type ExactEvents } from './exact_events';
import { documentKey, filledField, HOST_FIELDS, hostSource } from './host_source';
import type { HostField } from './hosts_ahead';
import {
  type CountingTask,
  countSource,
  LEAST_TRAINING,
  type SilenceTask,
  streamsOf,
} from './silence_task';
import type { SourceNote } from './source_notes';
import { type UnreadDays, unreadDays } from './unread_days';
import { type WatchedStream, watchStream } from './watched_stream';

/** The hosts of sources of the same documents. */
export interface WatchedHosts {
  readonly hosts: readonly WatchedStream[];
  /** Null if no field has the host. */
  readonly field: string | null;
  /** What is counted of all hosts; undefined if nothing is. */
  readonly counts: CountedStreams | undefined;
  /** Why the hosts of the day are not known; null if they are. */
  readonly unknown: Trouble | null;
  /** The training days that were not read; undefined if there are none. */
  readonly unread: UnreadDays | undefined;
  readonly notes: readonly SourceNote[];
  /** Which hosts may have lost the field: they look silent. */
  readonly lost: readonly SourceNote[];
}

/** Why something is not known, and whether asking again may help. */
export type Trouble = Pick<Unknown, 'reason' | 'is_passing'>;

const NOTHING = {
  hosts: [],
  field: null,
  counts: undefined,
  unread: undefined,
  notes: [],
  lost: [],
} as const;

const MOST_NAMED = 5;

function lostNote(
  { id }: Source,
  field: string,
  { subtypes, from, documents }: LostSeries,
): SourceNote {
  const names = subtypes.slice(0, MOST_NAMED).join(', ');
  const more = subtypes.length > MOST_NAMED ? ` and ${subtypes.length - MOST_NAMED} more` : '';
  const came = `${pluralWords(documents, 'document')} came without it from ${clockWords(from)} on`;
  return { source: id, words: `${names}${more} may have lost the field ${field}: ${came}` };
}

async function findHostField(
  source: Source,
  { ports, memory, today }: CountingTask,
  signal: AbortSignal,
): Promise<Answer<HostField>> {
  const key = `field ${documentKey(source)}`;
  const known = memory.get<HostField>(key);
  if (known !== undefined) return { state: 'known', value: known };
  const range = { from: today.from - LEAST_TRAINING * MS_PER_DAY, to: today.to };
  const fields = await ports.hostFields(source, HOST_FIELDS, range, signal);
  if (fields.state === 'unknown') return fields;
  const found = { field: filledField(fields.value) ?? null };
  memory.set(key, found);
  return { state: 'known', value: found };
}

/** Finds the field that has the hosts of a source: once in a look, and once a day with a memory. */
export function hostField(
  source: Source,
  task: CountingTask,
  signal: AbortSignal,
): Promise<Answer<HostField>> {
  return task.hostFields.ask(documentKey(source), () => findHostField(source, task, signal));
}

/**
 * Hosts without recent events, fetched once if the caller has a memory. Where there was trouble, the next
 * look asks again.
 */
async function olderEvents(
  hosts: Source,
  streams: CountedStreams,
  recent: ExactEvents['last'],
  task: SilenceTask,
  signal: AbortSignal,
): Promise<Omit<ExactEvents, 'is_known'>> {
  const keys = streams.keys();
  const missing = [...keys].filter((host) => !recent.has(host));
  if (missing.length === 0 || missing.length === keys.size) return { last: new Map(), notes: [] };
  const key = JSON.stringify(['older', hosts]);
  const known = task.memory.get<Map<string, number>>(key) ?? new Map<string, number>();
  const asked = task.memory.get<Set<string>>(`asked ${key}`) ?? new Set<string>();
  const unknown = missing.filter((host) => !asked.has(host));
  if (unknown.length === 0) return { last: known, notes: [] };
  const found = await exactEvents(hosts, unknown, task, signal);
  if (!found.is_known) return { last: known, notes: found.notes };
  for (const [host, time] of found.last) known.set(host, time);
  for (const host of unknown) asked.add(host);
  task.memory.set(key, known);
  task.memory.set(`asked ${key}`, asked);
  return { last: known, notes: found.notes };
}

/** Watches the hosts of sources of the same documents, by the field that most of these have. */
export async function watchHosts(
  sources: readonly [Source, ...Source[]],
  task: SilenceTask,
  signal: AbortSignal,
): Promise<WatchedHosts> {
  const [source] = sources;
  const found = await hostField(source, task, signal);
  if (found.state === 'unknown') return { ...NOTHING, unknown: found };
  const { field } = found.value;
  if (field === null) return { ...NOTHING, unknown: null };
  const hosts = hostSource(sources, field);
  const [counted, recent] = await allOver([
    countSource(hosts, task, signal),
    exactEvents(hosts, null, task, signal),
  ]);
  const [right] = counted.missing_rights;
  // Hosts whose documents are not seen would look silent.
  if (right !== undefined) return { ...NOTHING, field, unknown: { reason: right } };
  const streams = streamsOf(counted, task);
  const older = await olderEvents(hosts, streams, recent.last, task, signal);
  const wallHour = (host: string): WallHour | undefined => {
    const time = recent.last.get(host) ?? older.last.get(host);
    return time === undefined ? undefined : wallHourAt(time, task.request.settings.zone);
  };
  const names = streams.keys();
  for (const host of recent.last.keys()) names.add(host);
  const watched = [...names].flatMap((host) => {
    const ref = { source: source.id, host, subtype: null };
    return watchStream(ref, streams, wallHour(host), task.decided) ?? [];
  });
  const unknown = counted.tested.state === 'unknown' ? counted.tested : null;
  const unread = unreadDays(counted.training);
  const lost = counted.lost === undefined ? [] : [lostNote(source, field, counted.lost)];
  const notes = [...recent.notes, ...older.notes];
  return { hosts: watched, field, counts: streams, unknown, unread, notes, lost };
}
