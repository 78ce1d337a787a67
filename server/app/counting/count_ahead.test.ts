import { setImmediate } from 'node:timers/promises';
import { daysBefore, type Day } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import {
  DAY,
  fakePorts,
  GROUP,
  logsOn,
  runCount,
  type Fake,
} from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource, hoursWith } from '../../../test/fixtures/counts_source';
import { CountAhead } from './count_ahead';
import type { CountingPorts, KeptDays } from './counting_ports';

const signal = new AbortController().signal;
const source = countsSource();
const day = localDay(DAY, 'UTC');
const likely = { source, group: GROUP, day };

describe('a day that is counted ahead', () => {
  it('is begun at once, and counted once', async () => {
    const { ports, counted } = fakePorts(logsOn([DAY]));
    const ahead = new CountAhead(ports, likely, signal);
    expect(counted).toEqual([DAY]);
    expect(await ahead.countDay(source, GROUP, day, signal)).toMatchObject({ state: 'known' });
    expect([counted, await ahead.end()]).toEqual([[DAY], 0]);
  });

  it('leaves other days, and other indices, to the port', async () => {
    const { ports, counted } = fakePorts(logsOn([DAY]));
    const ahead = new CountAhead(ports, likely, signal);
    await ahead.countDay(source, GROUP, localDay('2026-11-19', 'UTC'), signal);
    await ahead.countDay(source, { ...GROUP, index: 'logs-2' }, day, signal);
    expect(counted).toEqual([DAY, '2026-11-19', DAY]);
  });

  it('costs its searches if nobody takes it, and its failure is nobody’s', async () => {
    const { ports } = fakePorts(logsOn([DAY]));
    expect(await new CountAhead(ports, likely, signal).end()).toBe(1);
    expect(await new CountAhead(ports, undefined, signal).end()).toBe(0);
    const failing = { countDay: () => Promise.reject(new Error('socket hang up')) };
    const failed = new CountAhead(failing, likely, signal);
    await setImmediate();
    expect(await failed.end()).toBe(0);
  });

  it('fails when it is taken', async () => {
    const failing = { countDay: () => Promise.reject(new Error('socket hang up')) };
    const ahead = new CountAhead(failing, likely, signal);
    await setImmediate();
    await expect(ahead.countDay(source, GROUP, day, signal)).rejects.toThrow('socket hang up');
  });
});

/** Ports that say in which order they are asked, and answer a survey only once the day is counted. */
function inOrder(parts: Partial<CountingPorts> = {}, kept = new Map<Day, SourceDay>()) {
  const asked: string[] = [];
  const base = fakePorts(logsOn([DAY, ...daysBefore(DAY, 10)]), parts, kept);
  const { ports } = base;
  const setup: Fake = {
    ...base,
    ports: {
      ...ports,
      dayDocuments: async (...args) => {
        asked.push('survey');
        // As long as it takes to send something else.
        await setImmediate();
        asked.push('surveyed');
        return ports.dayDocuments(...args);
      },
      countDay: (...args) => {
        asked.push('count');
        return ports.countDay(...args);
      },
    },
  };
  return { asked, setup };
}

describe('the tested day', () => {
  it('is counted while the documents of all days are looked up', async () => {
    const { asked, setup } = inOrder();
    const { searches } = await runCount(setup, { days: 0 });
    expect([[...asked].sort(), asked.at(-1)]).toEqual([
      ['count', 'survey', 'surveyed'],
      'surveyed',
    ]);
    expect(searches).toBe(2);
  });

  it.each<[string, Partial<CountingPorts>, boolean]>([
    ['counts of it are kept', {}, true],
    [
      'its indices map fields differently',
      {
        indexGroups: () =>
          Promise.resolve({ state: 'known', value: [GROUP, { ...GROUP, index: 'logs-2' }] }),
      },
      false,
    ],
    [
      'its indices cannot be counted',
      {
        indexGroups: () =>
          Promise.resolve({ state: 'known', value: [{ ...GROUP, unusable: 'mapped as text' }] }),
      },
      false,
    ],
    [
      'a closed index may hold documents of it',
      {
        closedIndices: () => {
          const since = new Date('2026-11-30T06:00Z');
          const closed = { name: 'logs-1', since, spans: null };
          return Promise.resolve({
            state: 'known',
            value: { indices: [closed], all: [closed.name], is_changed: false },
          });
        },
      },
      false,
    ],
  ])('is not counted before all days are looked up if %s', async (_, parts, isKept) => {
    const counts = countsDay({ day: DAY, documents: 10 });
    const { asked, setup } = inOrder(parts, new Map(isKept ? [[DAY, counts]] : []));
    await runCount(setup, { days: 0 });
    expect(asked.slice(0, 2)).toEqual(['survey', 'surveyed']);
  });

  it.each([
    ['while', 1_000, ['read 8', 'count', 'read 3']],
    ['after', 1_001, ['read 8', 'read 3', 'count']],
  ])('is counted %s days that are not checked come in, if each has %d series', async (...of) => {
    const [, size, expected] = of;
    const days = daysBefore(DAY, 10);
    const series = new Map(Array.from({ length: size }, (_, at) => [`${at}`, hoursWith({})]));
    const order: string[] = [];
    const kept = new Map(days.map((one) => [one, countsDay({ day: one, documents: 10, series })]));
    const base = fakePorts(logsOn([DAY, ...days]));
    const { ports } = fakePorts(logsOn([DAY, ...days]), {
      readKept: async (_source, _zone, asked): Promise<KeptDays> => {
        // As long as it takes to begin to count.
        if (!asked.includes(DAY)) await setImmediate();
        order.push(`read ${asked.length}`);
        return { days: new Map([...kept].filter(([one]) => asked.includes(one))), problem: null };
      },
      countDay: (...args) => {
        order.push('count');
        return base.ports.countDay(...args);
      },
    });
    const { training } = await runCount({ ...base, ports }, { days: 10 });
    expect(order).toEqual(expected);
    expect(training.every((one) => one.state === 'known' && one.origin === 'kept')).toBe(true);
  });

  it('is unknown, and counted in vain, if the indices do not say which days they have', async () => {
    const reason = '1 of 5 shards failed (disk gone)';
    const setup = fakePorts(logsOn([DAY]), {
      dayDocuments: () => Promise.resolve({ state: 'unknown', reason, searches: 1 }),
    });
    const { tested, searches } = await runCount(setup, { days: 0 });
    expect([tested, searches]).toEqual([{ state: 'unknown', day: DAY, reason }, 2]);
    expect(setup.store.size).toBe(0);
  });

  it('is awaited before an error ends the count', async () => {
    let isOver = false;
    const setup = fakePorts(logsOn([DAY]), {
      dayDocuments: () => Promise.reject(new Error('socket hang up')),
      countDay: async () => {
        for (let turn = 0; turn < 5; turn += 1) await setImmediate();
        isOver = true;
        throw new Error('socket hang up');
      },
    });
    await expect(runCount(setup, { days: 0 })).rejects.toThrow('socket hang up');
    expect(isOver).toBe(true);
  });
});
