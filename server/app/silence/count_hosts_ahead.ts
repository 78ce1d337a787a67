import type { Source } from '../../../common/sources';
import { allOver, mapAhead } from '../basics';
import type { CountedSource } from '../counting';
import { hostSource } from './host_source';
import type { HostsAhead } from './hosts_ahead';
import type { SilenceRequest } from './silence_look';
import { SilenceMemory } from './silence_memory';
import type { SilencePorts } from './silence_ports';
import { type CountingTask, countSource, dayOfLook } from './silence_task';
import { groupSources } from './watch_group';
import { hostField } from './watch_hosts';

/** Their fields are found meanwhile: each takes a few small searches. */
const GROUPS_AT_ONCE = 2;

/** Counts as soon as it is its turn among the sources of a run. */
export type CountInTurn = (count: () => Promise<CountedSource>) => Promise<CountedSource>;

/** What is to be counted for a group: nothing where the run counts its hosts anyway, and keeps them. */
async function hostsToCount(
  sources: readonly [Source, ...Source[]],
  task: CountingTask,
  signal: AbortSignal,
): Promise<Source | undefined> {
  const found = await hostField(sources[0], task, signal);
  if (found.state === 'unknown' || found.value.field === null) return undefined;
  const hosts = hostSource(sources, found.value.field);
  return sources.includes(hosts) ? undefined : hosts;
}

/**
 * Counts the hosts of all sources before a look at the end of a past day, which needs their counts. A
 * day that is not over is counted by the look itself, since it grows until then.
 *
 * @param ahead receives the answers
 * @throws errors of the connection, and the abort; what has failed is not among the answers, so that
 * the look asks for it again
 */
export async function countHostsAhead(
  request: Omit<SilenceRequest, 'ahead'>,
  ports: SilencePorts,
  ahead: HostsAhead,
  inTurn: CountInTurn,
  signal: AbortSignal,
): Promise<void> {
  const today = dayOfLook(request);
  if (request.at.getTime() < today.to) return;
  const task = { request, ports, memory: new SilenceMemory(), today, ...ahead };
  const found = mapAhead(groupSources(request.settings.sources), GROUPS_AT_ONCE, (sources) =>
    hostsToCount(sources, task, signal),
  );
  const counting: Promise<unknown>[] = [];
  try {
    for await (const hosts of found) {
      if (hosts === undefined) continue;
      const counted = inTurn(() => countSource(hosts, task, signal));
      counting.push(counted);
      // A failure is thrown at the end. Until then it must not count as unhandled.
      void Promise.allSettled([counted]);
    }
    await allOver(counting);
  } finally {
    await Promise.allSettled(counting);
  }
}
