import { appendAll } from '../../../common/lists';
import type { Settings } from '../../../common/settings';
import { likeSundayWords, type WallHour, wallHourAt, wallHourOf } from '../../../common/silence';
import type { Source } from '../../../common/sources';
import {
  type Day,
  dayAt,
  daysBefore,
  HOURS_PER_DAY,
  localDay,
  type LocalDay,
  MS_PER_DAY,
  MS_PER_MINUTE,
} from '../../../common/time';
import { closedHours } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import { type CountedSource, countHours } from '../counting';
import { CountedStreams } from './counted_streams';
import { foldRows } from './fold_rows';
import { documentKey, filledField, HOST_FIELDS, hostSource } from './host_source';
import { carryOn, judgeStream, type LookContext } from './judge_stream';
import { OfficeCalendar } from './office_calendar';
import type { SilencePorts } from './silence_ports';
import { type SilenceRow, streamKey } from './silence_row';
import { type WatchedStream, watchStream } from './watched_stream';

/** What a rhythm is learned from, at least; more where the settings say so. */
const LEAST_TRAINING = 31;
/** What has happened is searchable so much later. */
const GRACE_MS = 15 * MS_PER_MINUTE;
/** A clock that is ahead by less is a clock. */
const AHEAD_MS = 5 * MS_PER_MINUTE;
const MOST_NAMED = 5;

export interface SilenceRequest {
  readonly scope: string;
  readonly settings: Settings;
  /** The instant that is looked at: now, or the end of a day that is over. */
  readonly at: Date;
  /** When this is asked. */
  readonly now: Date;
}

/** What is silent at an instant. */
export interface SilenceLook {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly day: Day;
  /** The most overdue first; what is muted or gone comes last. */
  readonly rows: readonly SilenceRow[];
  /** One line where most offices are quiet together; null where they are not. */
  readonly quiet_together: string | null;
  /** What a reader must know, one sentence each. */
  readonly notes: readonly string[];
  /** How many streams were looked at. */
  readonly watched: { readonly sources: number; readonly hosts: number; readonly series: number };
}

/** The streams of sources that look at the same documents. */
interface Group {
  readonly whole: readonly WatchedStream[];
  readonly hosts: readonly WatchedStream[];
  readonly series: readonly WatchedStream[];
  readonly notes: readonly string[];
}

interface Task {
  readonly request: SilenceRequest;
  readonly ports: SilencePorts;
  readonly today: LocalDay;
  readonly open: ReadonlySet<number>;
}

const NOTHING: Group = { whole: [], hosts: [], series: [], notes: [] };

function count(
  source: Source,
  { request, ports, today }: Task,
  signal: AbortSignal,
): Promise<CountedSource> {
  const days = Math.max(LEAST_TRAINING, request.settings.training.days);
  const training = daysBefore(today.day, days);
  return countHours({ source, tested: today, training, now: request.now }, ports.counting, signal);
}

function streamsOf({ tested, training }: CountedSource, { today, open }: Task): CountedStreams {
  return new CountedStreams([tested, ...training], today.day, open);
}

/** Last events by host to the minute, where the instant looked at is the present one. */
async function exactEvents(
  hosts: Source,
  silent: readonly string[] | null,
  { request, ports, today }: Task,
  signal: AbortSignal,
): Promise<{ readonly last: ReadonlyMap<string, number>; readonly notes: readonly string[] }> {
  const { at, now } = request;
  // Whether events came after an instant that is over says nothing about it.
  if (at.getTime() < now.getTime() - GRACE_MS) return { last: new Map(), notes: [] };
  const from = silent === null ? today.from - MS_PER_DAY : today.from - LEAST_TRAINING * MS_PER_DAY;
  // A clock that is ahead writes into the future.
  const range = { from, to: now.getTime() + 3650 * MS_PER_DAY };
  const found = await ports.lastEvents(hosts, range, silent, signal);
  if (found.state === 'unknown') return { last: new Map(), notes: [found.reason] };
  const ahead = [...found.value].flatMap(([host, time]) =>
    time > now.getTime() + AHEAD_MS ? [host] : [],
  );
  const last = new Map(
    [...found.value].map(([host, time]) => [host, Math.min(time, now.getTime())]),
  );
  if (ahead.length === 0) return { last, notes: [] };
  const names = ahead.slice(0, MOST_NAMED).join(', ');
  const more = ahead.length > MOST_NAMED ? ` and ${ahead.length - MOST_NAMED} more` : '';
  return { last, notes: [`The clock of ${names}${more} is ahead: its last event counts as now.`] };
}

async function watchHosts(
  source: Source,
  task: Task,
  signal: AbortSignal,
): Promise<Pick<Group, 'hosts' | 'notes'>> {
  const { request, ports, today } = task;
  const { zone } = request.settings;
  const range = { from: today.from - LEAST_TRAINING * MS_PER_DAY, to: today.to };
  const fields = await ports.hostFields(source, HOST_FIELDS, range, signal);
  if (fields.state === 'unknown') return { hosts: [], notes: [`${source.id}: ${fields.reason}`] };
  const field = filledField(fields.value);
  if (field === undefined) return { hosts: [], notes: [] };
  const hosts = hostSource(source, field);
  const counted = await count(hosts, task, signal);
  const streams = streamsOf(counted, task);
  const recent = await exactEvents(hosts, null, task, signal);
  const missing = [...streams.keys()].filter((host) => !recent.last.has(host));
  const older =
    missing.length === 0 || missing.length === streams.keys().size
      ? { last: new Map<string, number>() }
      : await exactEvents(hosts, missing, task, signal);
  const wallHour = (host: string): WallHour | undefined => {
    const time = recent.last.get(host) ?? older.last.get(host);
    return time === undefined ? undefined : wallHourAt(time, zone);
  };
  const names = new Set([...streams.keys(), ...recent.last.keys()]);
  const watched = [...names].flatMap((host) => {
    const ref = { source: source.id, host, subtype: null };
    return watchStream(ref, host, streams, wallHour(host)) ?? [];
  });
  return { hosts: watched, notes: recent.notes };
}

/** Watches the sources that look at the same documents. What may not be read is never silent. */
async function watchGroup(
  sources: readonly Source[],
  task: Task,
  signal: AbortSignal,
): Promise<Group> {
  const whole: WatchedStream[] = [];
  const series: WatchedStream[] = [];
  const unknown: string[] = [];
  const [first] = sources;
  if (first === undefined) return NOTHING;
  for (const source of sources) {
    const counted = await count(source, task, signal);
    const [missing] = counted.missing_rights;
    if (missing !== undefined) {
      return { ...NOTHING, notes: [`${source.id} is not watched for silence: ${missing}`] };
    }
    if (counted.tested.state === 'unknown') {
      unknown.push(`${source.id}: ${task.today.day} is unknown: ${counted.tested.reason}`);
    }
    const streams = streamsOf(counted, task);
    const ofSource = { source: source.id, host: null, subtype: null };
    if (source === first)
      appendAll(whole, [watchStream(ofSource, null, streams, undefined) ?? []].flat());
    for (const subtype of streams.keys()) {
      const ref = { source: source.id, host: null, subtype };
      appendAll(series, [watchStream(ref, subtype, streams, undefined) ?? []].flat());
    }
  }
  const { hosts, notes } = await watchHosts(first, task, signal);
  return { whole, hosts, series, notes: [...unknown, ...notes] };
}

function groupSources(sources: readonly Source[]): Source[][] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    if (!source.enabled) continue;
    const key = documentKey(source);
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups.values()];
}

/** Rows of an earlier look whose streams have not spoken since, by their keys. */
function carried(
  earlier: readonly SilenceRow[],
  streams: ReadonlyMap<string, WatchedStream>,
  context: LookContext,
): Map<string, SilenceRow> {
  const rows = new Map<string, SilenceRow>();
  for (const row of earlier) {
    if (row.state === 'recovered' || row.state === 'late') continue;
    const stream = streams.get(streamKey(row));
    const last = wallHourAt(Date.parse(row.last_seen), context.zone);
    if (stream !== undefined && stream.last >= Math.floor(last) + 1) continue;
    const again = carryOn(row, context);
    if (again !== undefined) rows.set(streamKey(row), again);
  }
  return rows;
}

/** Looks which sources, hosts and series are silent at an instant. */
export async function lookAtSilence(
  request: SilenceRequest,
  ports: SilencePorts,
  signal: AbortSignal,
): Promise<SilenceLook> {
  const { scope, settings, at } = request;
  const { zone } = settings;
  const today = localDay(dayAt(at.getTime() - 1, zone), zone);
  const open = closedHours(today, at.getTime() >= today.to ? today.to + GRACE_MS : at.getTime());
  const openHours = new Set(open.flatMap((isClosed, hour) => (isClosed ? [] : [hour])));
  const task: Task = { request, ports, today, open: openHours };
  const groups: Group[] = [];
  for (const sources of groupSources(settings.sources)) {
    groups.push(await watchGroup(sources, task, signal));
  }
  // At the end of a day that is over all of it has arrived.
  const isOver = at.getTime() >= today.to;
  const now = isOver
    ? wallHourOf(today.day) + HOURS_PER_DAY
    : wallHourAt(at.getTime() - GRACE_MS, zone);
  const top = groups.flatMap(({ hosts, whole }) => (hosts.length > 0 ? hosts : whole));
  const calendar = new OfficeCalendar(top, now);
  const marks = await ports.marks(scope, signal);
  const context: LookContext = { zone, now, marks, isHoliday: calendar.isHoliday };
  const all = groups.flatMap(({ whole, hosts, series }) => [...whole, ...hosts, ...series]);
  const byKey = new Map(all.map((stream) => [streamKey(stream), stream]));
  const earlier = await ports.earlier(scope, today.day, signal);
  const rows = carried(earlier, byKey, context);
  for (const [key, stream] of byKey) {
    const row = rows.has(key) ? undefined : judgeStream(stream, context);
    if (row !== undefined) rows.set(key, row);
  }
  const together = calendar.on(now - 1e-3);
  return {
    at: at.toISOString(),
    day: today.day,
    rows: foldRows([...rows.values()], groupSources(settings.sources), at),
    quiet_together:
      together === undefined || together === 'early' ? null : likeSundayWords(together),
    notes: groups.flatMap(({ notes }) => notes),
    watched: {
      sources: groups.reduce((sum, { whole }) => sum + whole.length, 0),
      hosts: groups.reduce((sum, { hosts }) => sum + hosts.length, 0),
      series: groups.reduce((sum, { series }) => sum + series.length, 0),
    },
  };
}

export function watchedWords({ watched }: Pick<SilenceLook, 'watched'>): string {
  return [
    pluralWords(watched.sources, 'source'),
    pluralWords(watched.hosts, 'host'),
    pluralWords(watched.series, 'series', 'series'),
  ].join(', ');
}
