import { setImmediate } from 'node:timers/promises';
import { daysBefore, type Day } from '../../../common/time/day';
import { DAY, fakePorts, GROUP, logsOn, runCount } from '../../../test/fixtures/counts_fake_ports';
import { countsDay, hoursWith } from '../../../test/fixtures/counts_source';
import type { CountedDay } from '../../../common/waveform/hours/source_day';
import type { CountingPorts } from './counting_ports';

const DAYS = [DAY, ...daysBefore(DAY, 9)];
const logs = logsOn(DAYS);
const dayOf = (one: CountedDay): Day => (one.state === 'known' ? one.counts.day : one.day);
const documentsOf = (one: CountedDay): number =>
  one.state === 'known' ? one.counts.documents : NaN;

/** Ports that count up to `most` days in one search, and note which. */
function together(most: number, parts: Partial<CountingPorts> = {}) {
  const pieces: (readonly Day[])[] = [];
  const asked: number[] = [];
  const setup = fakePorts(logs, {
    daysInOneSearch: (_source, _group, _day, series) => {
      asked.push(series);
      return most;
    },
    countDays: (_source, _group, days) => {
      pieces.push(days.map(({ day }) => day));
      const value = days.map(({ day }) =>
        countsDay({ day, documents: 20, series: new Map([['5', hoursWith({ 10: 20 })]]) }),
      );
      return Promise.resolve({ state: 'known', value, searches: 1 });
    },
    ...parts,
  });
  return { setup, pieces, asked };
}

describe('counting several days in one search', () => {
  it('counts one day alone, then the others in three searches, and keeps each', async () => {
    const { setup, pieces, asked } = together(100);
    const { tested, training, searches } = await runCount(setup, { days: 9 });
    expect(setup.counted).toEqual([DAY]);
    const ascending = [...DAYS].sort();
    expect(pieces).toEqual([ascending.slice(6, 9), ascending.slice(3, 6), ascending.slice(0, 3)]);
    expect([tested, ...training].map(dayOf)).toEqual(DAYS);
    expect(training.map(documentsOf)).toEqual(DAYS.slice(1).map(() => 20));
    // The days' documents, the day alone, three searches.
    expect(searches).toBe(5);
    expect([...setup.store.keys()].sort()).toEqual(ascending);
    expect(asked.at(-1)).toBe(1);
  });

  it('puts no more days into a search than it has room for, and none beyond a gap', async () => {
    const gap = DAYS[4] ?? '';
    const { setup, pieces } = together(2);
    setup.store.set(gap, countsDay({ day: gap, documents: 10 }));
    await runCount(setup, { days: 9 });
    expect(pieces.every(({ length }) => length === 2)).toBe(true);
    expect(pieces.flat()).not.toContain(gap);
    const [before = '', after = ''] = [DAYS[5], DAYS[3]];
    expect(pieces.some((piece) => piece.includes(before) && piece.includes(after))).toBe(false);
    // What is left over is counted alone.
    expect([...setup.counted, ...pieces.flat(), gap].sort()).toEqual([...DAYS].sort());
  });

  it('counts the days of a search that fails one by one, and loses only the bad one', async () => {
    const bad = DAYS[7] ?? '';
    const whole = fakePorts(logs);
    const { setup, pieces } = together(100, {
      countDays: (_source, _group, days) => {
        if (days.some(({ day }) => day === bad)) {
          return Promise.resolve({ state: 'unknown', reason: '1 shard failed', searches: 1 });
        }
        const value = days.map(({ day }) => countsDay({ day, documents: 20 }));
        return Promise.resolve({ state: 'known', value, searches: 1 });
      },
      countDay: (...args) =>
        args[2].day === bad
          ? Promise.resolve({ state: 'unknown', reason: '1 shard failed', searches: 1 })
          : whole.ports.countDay(...args),
    });
    const { training, searches } = await runCount(setup, { days: 9 });
    expect(pieces).toEqual([]);
    expect(training.filter(({ state }) => state === 'unknown').map(dayOf)).toEqual([bad]);
    expect(training.map(documentsOf)).toEqual([20, 20, 20, 20, 20, 20, NaN, 10, 10]);
    expect(searches).toBe(1 + 1 + 3 + 3);
  });

  it('counts each day alone where the first of them is not known', async () => {
    const whole = fakePorts(logs);
    const { setup, pieces } = together(100, {
      countDay: (...args) =>
        args[2].day === DAY
          ? Promise.resolve({ state: 'unknown', reason: 'a shard failed', searches: 1 })
          : whole.ports.countDay(...args),
    });
    const { training } = await runCount(setup, { days: 9 });
    expect(pieces).toEqual([]);
    expect(training.every(({ state }) => state === 'known')).toBe(true);
  });

  it('throws what a search throws, and begins no other after that', async () => {
    let begun = 0;
    const { setup } = together(1_000, {
      daysInOneSearch: () => 2,
      countDays: async () => {
        begun += 1;
        await setImmediate();
        throw new Error('no connection');
      },
    });
    await expect(runCount(setup, { days: 9 })).rejects.toThrow('no connection');
    expect(begun).toBeLessThanOrEqual(3);
    expect(setup.store.has(DAYS[2] ?? '')).toBe(false);
  });

  it('asks each group of indices for its own days', async () => {
    const other = { ...GROUP, index: 'logs-2' };
    const asked: string[] = [];
    const { setup } = together(100, {
      indexGroups: () => Promise.resolve({ state: 'known', value: [GROUP, other] }),
      countDays: (_source, { index }, days) => {
        asked.push(index);
        const value = days.map(({ day }) => countsDay({ day, documents: 20 }));
        return Promise.resolve({ state: 'known', value, searches: 1 });
      },
    });
    const { training } = await runCount(setup, { days: 9 });
    expect(asked.sort()).toEqual(
      [...Array<string>(3).fill('logs-*'), ...Array<string>(3).fill('logs-2')].sort(),
    );
    expect(training.map(documentsOf)).toEqual(DAYS.slice(1).map(() => 40));
  });
});
