import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import { fakePorts, logsOn } from '../../../test/fixtures/counts_fake_ports';
import { settingsSchema } from '../../../common/settings/settings';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import type { CountingPorts } from '../counting';
import { NO_DECISIONS } from '../deciding/decisions';
import { countHostsAhead, type CountInTurn } from './count_hosts_ahead';
import { noHostsAhead } from './hosts_ahead';
import { lookAtSilence } from './look_at_silence';
import type { SilencePorts } from './silence_ports';

const { signal } = new AbortController();
const DAY: Day = '2026-03-02';
const END = new Date('2026-03-03T00:00:00Z');
const NOW = new Date('2026-03-03T06:00:00Z');
const severity = countsSource({ subtype_fields: ['severity'] });
const byHost = countsSource({ id: 'shippers', subtype_fields: ['host'] });
const settingsOf = (sources = [severity]) => ({
  ...settingsSchema.parse({}),
  zone: 'UTC',
  sources,
});
const requestAt = (at: Date, settings = settingsOf()) => ({
  scope: 'default',
  settings,
  at,
  now: NOW,
});
const atOnce: CountInTurn = (count) => count();

/** Ports on two hosts, and which sources and fields were asked for. */
function portsOf(asked: string[], hostCounts?: CountingPorts['countDay']): SilencePorts {
  const countDay: CountingPorts['countDay'] = (source, group, day, stop) => {
    if (!asked.includes(source.id)) asked.push(source.id);
    if (source.id.endsWith('~hosts') && hostCounts) return hostCounts(source, group, day, stop);
    const series = new Map(['a', 'b'].map((name) => [name, Array<number>(24).fill(5)]));
    const value = countsDay({ source: source.id, day: day.day, documents: 240, series });
    return Promise.resolve({ state: 'known', value, searches: 1 });
  };
  const logs = logsOn(daysBefore(addDays(DAY, 1), 40));
  const readKept = () => Promise.resolve({ days: new Map(), problem: null });
  return {
    counting: fakePorts(logs, { countDay, readKept }).ports,
    hostFields: () => {
      asked.push('field');
      return Promise.resolve({ state: 'known', value: new Map([['host', 10]]) });
    },
    hoursWithout: () => Promise.resolve({ state: 'known', value: Array<number>(24).fill(0) }),
    lastEvents: () => Promise.resolve({ state: 'known', value: new Map() }),
    marks: () => Promise.resolve([]),
    decisions: () => Promise.resolve(NO_DECISIONS),
    stored: () => Promise.resolve([]),
    earlier: () => Promise.resolve([]),
  };
}

describe('hosts that are counted before a look', () => {
  it('are counted in turn, and not again by the look, which finds the same', async () => {
    const asked: string[] = [];
    const ports = portsOf(asked);
    const ahead = noHostsAhead();
    const before: string[][] = [];
    const inTurn: CountInTurn = (count) => {
      before.push([...asked]);
      return count();
    };
    await countHostsAhead(requestAt(END), ports, ahead, inTurn, signal);
    expect([before, asked]).toEqual([[['field']], ['field', 'syslog~hosts']]);
    asked.length = 0;
    const look = await lookAtSilence({ ...requestAt(END), ahead }, ports, signal);
    expect(asked).toEqual(['syslog']);
    expect(look).toEqual(await lookAtSilence(requestAt(END), portsOf([]), signal));
    expect(look.watched).toEqual({ sources: 1, hosts: 2, series: 2 });
  });

  it('are left to the run where they are series of a source', async () => {
    const asked: string[] = [];
    const request = requestAt(END, settingsOf([severity, byHost]));
    await countHostsAhead(request, portsOf(asked), noHostsAhead(), atOnce, signal);
    expect(asked).toEqual(['field']);
  });

  it('are left to the look on a day that is not over', async () => {
    const asked: string[] = [];
    const noon = new Date('2026-03-02T12:00:00Z');
    await countHostsAhead(requestAt(noon), portsOf(asked), noHostsAhead(), atOnce, signal);
    expect(asked).toEqual([]);
  });

  it('are counted again by the look where that failed, or was troubled', async () => {
    const trouble = { state: 'unknown', reason: 'busy', is_passing: true, searches: 1 } as const;
    const answers: CountingPorts['countDay'][] = [
      () => Promise.resolve(trouble),
      () => Promise.reject(new Error('gone')),
    ];
    for (const answer of answers) {
      const asked: string[] = [];
      const ahead = noHostsAhead();
      const begun = countHostsAhead(requestAt(END), portsOf(asked, answer), ahead, atOnce, signal);
      await Promise.allSettled([begun]);
      const look = await lookAtSilence({ ...requestAt(END), ahead }, portsOf(asked), signal);
      expect(look.watched.hosts).toBe(2);
    }
  });
});
