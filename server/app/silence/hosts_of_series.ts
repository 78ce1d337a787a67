import { dayOfWallHour, wallHourAt } from '../../../common/silence';
import {
  encodeSubtype,
  innerSource,
  type Source,
  streamKey,
  valuesOfSubtype,
} from '../../../common/sources';
import { type Day, localDay } from '../../../common/time';
import { countHours } from '../counting';
import type { SilenceRow } from './rows/silence_row';
import type { SilenceTask } from './silence_task';
import type { WatchedGroup } from './watch_group';

/** These counts are not kept, and kept counts are not used. */
function bareCounting({ ports: { counting } }: SilenceTask): SilenceTask['ports']['counting'] {
  return {
    ...counting,
    readKept: () => Promise.resolve({ days: new Map(), problem: null }),
    keep: () => Promise.resolve(null),
    keepClosed: () => Promise.resolve(null),
  };
}

/** Which hosts wrote each series, and whether asking again may find others. */
interface HostsOfDay {
  readonly hosts: ReadonlyMap<string, readonly string[]>;
  readonly is_troubled: boolean;
}

/** Which hosts wrote each series of a source on a day. */
async function hostsOn(
  source: Source,
  field: string,
  day: Day,
  task: SilenceTask,
  signal: AbortSignal,
): Promise<HostsOfDay> {
  const fields = [...source.subtype_fields, field];
  const tested = localDay(day, task.today.zone);
  const pairs = innerSource(source, 'pairs', fields);
  const request = { source: pairs, tested, training: [], now: task.request.now };
  const counted = await countHours(request, bareCounting(task), signal);
  const hosts = new Map<string, string[]>();
  const isTroubled = counted.is_troubled === true;
  if (counted.tested.state !== 'known') return { hosts, is_troubled: isTroubled };
  for (const key of counted.tested.counts.series.keys()) {
    const values = valuesOfSubtype(key, fields.length);
    const host = values?.[values.length - 1];
    if (values === undefined || host === undefined) continue;
    const subtype = encodeSubtype(values.slice(0, -1));
    hosts.set(subtype, [...(hosts.get(subtype) ?? []), host]);
  }
  return { hosts, is_troubled: isTroubled };
}

/** A list that is fetched once, by source and day, and again after trouble. */
async function remembered(
  source: Source,
  field: string,
  day: Day,
  task: SilenceTask,
  signal: AbortSignal,
): Promise<HostsOfDay['hosts']> {
  const key = JSON.stringify(['pairs', source, field, day]);
  const known = task.memory.get<HostsOfDay['hosts']>(key);
  if (known !== undefined) return known;
  const { hosts, is_troubled: isTroubled } = await hostsOn(source, field, day, task, signal);
  if (!isTroubled) task.memory.set(key, hosts);
  return hosts;
}

/**
 * The hosts that wrote each silent series on the day on which it was last seen. If all of them are
 * silent, the series is silent because of them.
 *
 * @param rows silent series of the group, by the keys of their streams; without any there is no
 * search
 */
export async function hostsOfSeries(
  { sources, host_field: field }: Pick<WatchedGroup, 'sources' | 'host_field'>,
  rows: readonly SilenceRow[],
  task: SilenceTask,
  signal: AbortSignal,
): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  if (field === null) return found;
  for (const source of sources) {
    const own = rows.filter((row) => row.source === source.id);
    for (const row of own) {
      const day = dayOfWallHour(wallHourAt(Date.parse(row.last_seen), task.today.zone));
      const hosts = await remembered(source, field, day, task, signal);
      const written = row.subtype === null ? undefined : hosts.get(row.subtype);
      if (written !== undefined) found.set(streamKey(row), written);
    }
  }
  return found;
}
