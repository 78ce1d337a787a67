import { likeSundayWords, wallHourOf } from '../../../common/silence';
import { type Source, streamKey } from '../../../common/sources';
import { allOver, mapAhead } from '../basics';
import { carriedRows, silentSince, unfold } from './rows/carried_rows';
import { foldRows } from './rows/fold_rows';
import { hostsOfSeries } from './hosts_of_series';
import { judgeStream, type LookContext } from './judge_stream';
import type { Mark } from './marks';
import { OfficeCalendar } from './office_calendar';
import { notKnownWords, type SilenceLook, type SilenceRequest } from './silence_look';
import { SilenceMemory } from './silence_memory';
import type { SilencePorts } from './silence_ports';
import type { EarlierRow, SilenceRow, StreamRef } from './rows/silence_row';
import { joinNotes } from './source_notes';
import { standingRows } from './rows/standing_rows';
import { beginTask, dayOfLook, type SilenceTask } from './silence_task';
import { streamName } from './stream_name';
import { hostField } from './watch_hosts';
import { groupSources, type WatchedGroup, watchGroup } from './watch_group';

/** While one group is counted, another is searched for its hosts. */
const GROUPS_AT_ONCE = 2;

/** Most trouble has passed by then. */
const PAUSE_MS = 1_000;

/** What earlier looks have found, and what people have said about streams. */
interface Known {
  /** Of days before, and of the same day. */
  readonly earlier: readonly EarlierRow[];
  readonly stored: readonly SilenceRow[];
  readonly marks: readonly Mark[];
}

/** What all sources together show. */
interface Judged {
  readonly rows: ReadonlyMap<string, SilenceRow>;
  readonly parents: ReadonlyMap<string, string>;
  readonly lifted: readonly StreamRef[];
  readonly quiet_together: string | null;
}

function judgeAll(
  groups: readonly WatchedGroup[],
  known: Known,
  { request, today, now, decided }: SilenceTask,
): Judged {
  const top = groups.flatMap(({ hosts, whole }) => (hosts.length > 0 ? hosts : whole));
  const calendar = new OfficeCalendar(top, now);
  const { isHoliday } = calendar;
  const nameOf = streamName(request.settings.sources);
  const groupOf = new Map(groups.flatMap((group) => group.sources.map(({ id }) => [id, group])));
  const countsOf: LookContext['countsOf'] = ({ source, host }) =>
    groupOf.get(source)?.counts(host === null ? 'sources' : 'hosts');
  const { zone } = today;
  const start = wallHourOf(today.day);
  const { marks } = known;
  const asked = { zone, now, today: start, marks };
  const context: LookContext = { ...asked, isHoliday, decided, countsOf, nameOf };
  const all = groups.flatMap(({ whole, hosts, series }) => [...whole, ...hosts, ...series]);
  const byKey = new Map(all.map((stream) => [streamKey(stream), stream]));
  const watched = new Set(
    groups.flatMap((group) => (group.is_watched ? group.sources.map(({ id }) => id) : [])),
  );
  const earlier = unfold(known.earlier, (source) => watched.has(source));
  const stored = unfold(known.stored, (source) => watched.has(source));
  const rows = carriedRows(earlier.streams, byKey, context);
  for (const [key, stream] of byKey) {
    const row = rows.has(key) ? undefined : judgeStream(stream, context);
    if (row !== undefined) rows.set(key, row);
  }
  const standing = standingRows(stored, byKey, rows, context);
  for (const [key, row] of standing.rows) rows.set(key, row);
  const parents = new Map(earlier.parents);
  // The streams that a standing row stands for stay below it.
  for (const [key, parent] of stored.parents) {
    if (standing.rows.has(parent)) parents.set(key, parent);
  }
  const { lifted } = standing;
  const together = calendar.on(now - 1e-3);
  const isTogether = together !== undefined && together !== 'early';
  const words = isTogether ? likeSundayWords(together) : null;
  return { rows, parents, lifted, quiet_together: words };
}

/** Which hosts wrote the silent series that nothing explains yet. */
async function hostsOfAll(
  groups: readonly WatchedGroup[],
  { rows, parents }: Judged,
  task: SilenceTask,
  signal: AbortSignal,
): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const group of groups) {
    const own = [...rows.values()].filter(({ source }) =>
      group.sources.some(({ id }) => id === source),
    );
    // If no host is silent, or all are, this is not needed.
    const isWhole = own.some((row) => row.host === null && row.subtype === null);
    if (isWhole || !own.some(({ host }) => host !== null)) continue;
    const asked = own.filter((row) => row.subtype !== null && !parents.has(streamKey(row)));
    for (const [key, hosts] of await hostsOfSeries(group, asked, task, signal)) {
      found.set(key, hosts);
    }
  }
  return found;
}

/** Watches groups of sources. The fields of hosts are found meanwhile, before their groups are counted. */
async function watchAll(
  grouped: readonly [Source, ...Source[]][],
  task: SilenceTask,
  signal: AbortSignal,
): Promise<WatchedGroup[]> {
  const watched: WatchedGroup[] = [];
  const watching = mapAhead(grouped, GROUPS_AT_ONCE, (sources) =>
    watchGroup(sources, task, signal),
  );
  const finding = mapAhead(grouped, GROUPS_AT_ONCE, ([source]) => hostField(source, task, signal));
  const watch = async (): Promise<void> => {
    for await (const group of watching) watched.push(group);
  };
  const find = async (): Promise<void> => {
    for await (const field of finding) void field;
  };
  const found = Promise.allSettled([find()]);
  await watch().finally(() => found);
  return watched;
}

/** The later one of two looks at the same sources, unless trouble has hidden what the earlier one knew. */
function betterOf(earlier: WatchedGroup, later: WatchedGroup): WatchedGroup {
  const hasLost =
    [...earlier.known].some((source) => !later.known.has(source)) ||
    (earlier.are_hosts_known && !later.are_hosts_known);
  return later.is_troubled && hasLost ? earlier : later;
}

/**
 * Watches all sources, and those again that are in trouble: an index that was created a moment ago
 * cannot be searched yet. It waits once, however many they are, so that an index that cannot be searched
 * for long takes no longer.
 */
async function watchPatiently(
  task: SilenceTask,
  { wait }: SilencePorts,
  signal: AbortSignal,
): Promise<WatchedGroup[]> {
  const grouped = groupSources(task.request.settings.sources);
  const watched = await watchAll(grouped, task, signal);
  const troubled = grouped.filter((_, place) => watched[place]?.is_troubled === true);
  if (wait === undefined || troubled.length === 0) return watched;
  await wait(PAUSE_MS, signal);
  const again = await watchAll(troubled, task, signal);
  const later = new Map(again.map((group) => [group.sources, group]));
  return watched.map((group) => betterOf(group, later.get(group.sources) ?? group));
}

/** The names of the hosts of a group; none if they are not known. */
function knownHosts({ hosts, are_hosts_known: areKnown }: WatchedGroup): string[] {
  return areKnown ? hosts.flatMap(({ host }) => host ?? []) : [];
}

/** The first note is taken for the reason why a day is partial. */
function troubledFirst(groups: readonly WatchedGroup[]): WatchedGroup[] {
  return [...groups].sort((a, b) => Number(b.is_troubled) - Number(a.is_troubled));
}

/** Finds which sources, hosts and series are silent at an instant. */
export async function lookAtSilence(
  request: SilenceRequest,
  ports: SilencePorts,
  signal: AbortSignal,
): Promise<SilenceLook> {
  const memory = request.memory ?? new SilenceMemory();
  const { scope } = request;
  const today = dayOfLook(request);
  const [earlier, stored, decisions, marks] = await allOver([
    ports.earlier(scope, today.day, signal),
    ports.stored(scope, today.day, signal),
    ports.decisions(scope, signal),
    ports.marks(scope, signal),
  ]);
  const task = beginTask(request, ports, memory, { decisions, since: silentSince(earlier) });
  memory.beAbout(today.day, request.settings);
  const groups = await watchPatiently(task, ports, signal);
  const judged = judgeAll(groups, { earlier, stored, marks }, task);
  const causes = {
    groups: groups.map(({ sources, hosts }) => ({
      sources: sources.map(({ id }) => id),
      hosts: hosts.flatMap(({ host }) => host ?? []),
    })),
    hostsOf: await hostsOfAll(groups, judged, task, signal),
    parents: judged.parents,
  };
  const count = (list: (group: WatchedGroup) => readonly unknown[]): number =>
    groups.reduce((sum, group) => sum + list(group).length, 0);
  const idsOf = (isOne: (group: WatchedGroup) => boolean): string[] =>
    groups.flatMap((group) => (isOne(group) ? group.sources.map(({ id }) => id) : []));
  const withoutHosts = idsOf((group) => group.is_watched && !group.are_hosts_known);
  const unknown = groups.flatMap(({ sources, known }) =>
    sources.flatMap(({ id }) => (known.has(id) ? [] : [id])),
  );
  const notKnown = { sources: unknown, hosts_of: withoutHosts };
  return {
    at: request.at.toISOString(),
    day: today.day,
    rows: foldRows([...judged.rows.values()], causes, request.at),
    quiet_together: judged.quiet_together,
    notes: [...joinNotes(groups.flatMap(({ notes }) => notes)), ...task.decided.notes],
    unwatched: joinNotes(troubledFirst(groups).flatMap(({ unwatched }) => unwatched)),
    sources: idsOf((group) => group.is_watched),
    without_hosts: withoutHosts,
    is_troubled: groups.some((group) => group.is_troubled),
    not_known: notKnownWords(notKnown),
    not_known_of: notKnown,
    lifted: judged.lifted,
    watched: {
      sources: count(({ whole, known }) => whole.filter(({ source }) => known.has(source))),
      hosts: new Set(groups.flatMap(knownHosts)).size,
      series: count(({ series, known }) => series.filter(({ source }) => known.has(source))),
    },
  };
}
