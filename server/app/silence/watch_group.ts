import { appendAll } from '../../../common/lists';
import type { Source } from '../../../common/sources';
import type { CountedDay } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import { allOver } from '../basics';
import type { CountedSource } from '../counting';
import type { CountedStreams } from './counted_streams';
import { documentKey } from './host_source';
import { countSource, type SilenceTask, streamsOf } from './silence_task';
import { type Trouble, watchHosts } from './watch_hosts';
import type { SourceNote } from './source_notes';
import { type UnreadDays, unreadDays } from './unread_days';
import { type WatchedStream, watchStream } from './watched_stream';

/** The streams of sources of the same documents. */
export interface WatchedGroup {
  readonly sources: readonly Source[];
  readonly whole: readonly WatchedStream[];
  readonly hosts: readonly WatchedStream[];
  readonly series: readonly WatchedStream[];
  /** Null if no field has the host. */
  readonly host_field: string | null;
  /** False if rights are missing. Then nothing is known. */
  readonly is_watched: boolean;
  /** Those of the sources whose day is known. The streams of the others may be silent or not. */
  readonly known: ReadonlySet<string>;
  /** False if the hosts of the day could not be found out: they may be silent or not. */
  readonly are_hosts_known: boolean;
  /** What is counted of the hosts, or of the sources and their series; undefined if nothing is. */
  readonly counts: (of: 'hosts' | 'sources') => CountedStreams | undefined;
  readonly notes: readonly SourceNote[];
  /** Those of the notes that say what is not watched, without which days, or what is in doubt. */
  readonly unwatched: readonly SourceNote[];
  /** Sources or hosts are unknown because of trouble that may pass. */
  readonly is_troubled: boolean;
}

/** Enabled sources, grouped if they are of the same documents. */
export function groupSources(sources: readonly Source[]): [Source, ...Source[]][] {
  const groups = new Map<string, [Source, ...Source[]]>();
  for (const source of sources) {
    if (!source.enabled) continue;
    const key = documentKey(source);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [source]);
    else group.push(source);
  }
  return [...groups.values()];
}

/** A source without a document in all its training days has no deadline. It is named instead. */
function absentNotes(
  { id }: Source,
  { tested, training, log_days: logDays }: CountedSource,
  { today }: SilenceTask,
): SourceNote[] {
  const isEmpty = (day: CountedDay): boolean => day.state === 'known' && day.counts.documents === 0;
  if (!isEmpty(tested) || !training.every(isEmpty)) return [];
  const words =
    logDays === undefined || logDays === null || logDays.last >= today.day
      ? 'none is there'
      : `its last document is from ${logDays.last}`;
  const length = pluralWords(training.length + 1, 'day');
  return [{ source: id, words: `no document for ${length}: ${words}` }];
}

/** @param what "its silence" */
function unreadNote({ id }: Source, what: string, { words: days }: UnreadDays): SourceNote {
  const words = `${what} is assessed without some days: ${days}`;
  return { source: id, words, words_of_several: words.replace('its', 'their') };
}

/** The streams of the sources themselves; `missing` names a right without which nothing is known. */
interface WatchedSources {
  readonly whole: readonly WatchedStream[];
  readonly series: readonly WatchedStream[];
  readonly counts: CountedStreams | undefined;
  readonly known: ReadonlySet<string>;
  readonly notes: readonly SourceNote[];
  /** Those of the notes about training days that another look may read. */
  readonly unread: readonly SourceNote[];
  /** Those of the notes about trouble of this day that may pass. */
  readonly troubled: readonly SourceNote[];
  readonly missing: SourceNote | undefined;
}

async function watchSources(
  sources: readonly Source[],
  task: SilenceTask,
  signal: AbortSignal,
): Promise<WatchedSources> {
  const whole: WatchedStream[] = [];
  const series: WatchedStream[] = [];
  const notes: SourceNote[] = [];
  const troubled: SourceNote[] = [];
  const unread: SourceNote[] = [];
  const known = new Set<string>();
  let counts: CountedStreams | undefined;
  for (const source of sources) {
    const counted = await countSource(source, task, signal);
    const [right] = counted.missing_rights;
    if (right !== undefined) {
      const missing = { source: source.id, words: `not watched for silence: ${right}` };
      const nothing = { known: new Set<string>(), troubled: [], unread: [] };
      return { whole, series, counts, notes, ...nothing, missing };
    }
    if (counted.tested.state === 'known') known.add(source.id);
    else {
      const words = `${task.today.day} is unknown: ${counted.tested.reason}`;
      const note = { source: source.id, words };
      notes.push(note);
      if (counted.tested.is_passing === true) troubled.push(note);
    }
    const days = unreadDays(counted.training);
    if (days !== undefined) {
      const note = unreadNote(source, 'its silence', days);
      notes.push(note);
      if (days.is_passing) unread.push(note);
    }
    appendAll(notes, absentNotes(source, counted, task));
    const streams = streamsOf(counted, task);
    const ofSource = { source: source.id, host: null, subtype: null };
    if (counts === undefined) {
      counts = streams;
      const stream = watchStream(ofSource, streams, undefined, task.decided);
      if (stream !== undefined) whole.push(stream);
    }
    for (const subtype of streams.keys()) {
      const ref = { source: source.id, host: null, subtype };
      const stream = watchStream(ref, streams, undefined, task.decided);
      if (stream !== undefined) series.push(stream);
    }
  }
  return { whole, series, counts, known, notes, troubled, unread, missing: undefined };
}

function hostsNote({ id }: Source, { reason }: Trouble): SourceNote {
  const words = `its hosts are not watched for silence: ${reason}`;
  return { source: id, words, words_of_several: words.replace('its', 'their') };
}

/** Watches the sources of the same documents. A source that may not be read is never silent. */
export async function watchGroup(
  sources: readonly [Source, ...Source[]],
  task: SilenceTask,
  signal: AbortSignal,
): Promise<WatchedGroup> {
  // The search for the last events of all hosts takes longest, so it does not wait for the counts.
  const [{ whole, series, counts, known, notes, troubled, unread, missing }, hosts] = await allOver(
    [watchSources(sources, task, signal), watchHosts(sources, task, signal)],
  );
  if (missing !== undefined) {
    return {
      sources,
      whole: [],
      hosts: [],
      series: [],
      host_field: null,
      is_watched: false,
      known,
      are_hosts_known: false,
      counts: () => undefined,
      notes: [missing],
      unwatched: [missing],
      is_troubled: false,
    };
  }
  const [first] = sources;
  const isTroubled = hosts.unknown?.is_passing === true;
  const { unknown } = hosts;
  // If the whole day of a source is unknown, a note about its hosts would say the same.
  const ofKnown = sources.filter(({ id }) => known.has(id));
  const isNew = isTroubled && troubled.length === 0 && ofKnown.length === 0;
  const withoutHosts = isNew ? [first] : ofKnown;
  const ofHosts = unknown === null ? [] : withoutHosts.map((one) => hostsNote(one, unknown));
  const days = hosts.unread;
  // The same if the same days of the source are unread.
  const isSaid = (words: string): boolean => notes.some((note) => note.words === words);
  const ofDays =
    days === undefined || isSaid(unreadNote(first, 'its silence', days).words)
      ? []
      : [unreadNote(first, 'the silence of its hosts', days)];
  // The first says why the day is partial. What is not watched at all weighs more than some days.
  const troubledHosts = isTroubled ? ofHosts : [];
  const otherHosts = isTroubled ? [] : ofHosts;
  const unreadYet = [...unread, ...(days?.is_passing === true ? ofDays : [])];
  return {
    sources,
    whole,
    hosts: hosts.hosts,
    series,
    host_field: hosts.field,
    is_watched: true,
    known,
    are_hosts_known: hosts.unknown === null,
    counts: (of) => (of === 'hosts' ? hosts.counts : counts),
    notes: [...notes, ...ofHosts, ...ofDays, ...hosts.notes, ...hosts.lost],
    unwatched: [...troubled, ...troubledHosts, ...unreadYet, ...otherHosts, ...hosts.lost],
    is_troubled: troubled.length > 0 || isTroubled || unreadYet.length > 0,
  };
}
