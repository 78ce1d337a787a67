import { setImmediate } from 'node:timers/promises';
import { daysBefore } from '../../../common/time/day';
import { DAY, fakePorts, logsOn, runCount } from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import type { CountingPorts } from './counting_ports';

const logs = logsOn([DAY, ...daysBefore(DAY, 5)]);
const { ports } = fakePorts(logs);
const reason = 'an index of "logs-*" was created, closed or deleted while the source was counted';

const none = { state: 'unknown', reason: 'no shard answered', searches: 1, shards: 0 } as const;

/** Ports whose searches ask so many shards: for the days' documents, and for the counts of a day. */
function asking(
  surveyed: number,
  counted: (day: string) => number,
  together = 0,
  others: Partial<CountingPorts> = {},
) {
  const parts: Partial<CountingPorts> = {
    dayDocuments: async (...asked) => ({
      ...(await ports.dayDocuments(...asked)),
      shards: surveyed,
    }),
    countDay: async (source, group, day, signal) => ({
      ...(await ports.countDay(source, group, day, signal)),
      shards: counted(day.day),
    }),
    countDays: async (source, group, days, signal) => {
      const counts = await Promise.all(
        days.map((day) => ports.countDay(source, group, day, signal)),
      );
      const value = counts.flatMap((one) => (one.state === 'known' ? [one.value] : []));
      return { state: 'known', value, searches: 1, shards: together };
    },
    daysInOneSearch: () => (together > 0 ? 5 : 0),
    ...others,
  };
  return fakePorts(logs, parts);
}

describe('an index that comes or goes while its source is counted', () => {
  it.each([
    ['the tested day, which is counted while the days are looked up', DAY],
    ['another day', '2026-11-18'],
  ])('leaves %s unknown for now, and no zero is kept', async (_, gone) => {
    const setup = asking(5, (day) => (day === gone ? 4 : 5));
    const { tested, training, is_troubled: isTroubled } = await runCount(setup, { days: 5 });
    const unknown = [tested, ...training].filter(({ state }) => state === 'unknown');
    expect(unknown).toEqual([{ state: 'unknown', day: gone, reason, is_passing: true }]);
    expect([isTroubled, setup.store.size, setup.store.has(gone)]).toEqual([true, 5, false]);
  });

  it('leaves each day of a search of several to a search of its own', async () => {
    const setup = asking(5, () => 5, 4);
    const { training, is_troubled: isTroubled } = await runCount(setup, { days: 5 });
    expect(training.every(({ state }) => state === 'known')).toBe(true);
    expect([isTroubled, setup.store.size]).toEqual([undefined, 6]);
  });

  it('leaves all unknown for now where it was the only one', async () => {
    const surveyed = asking(5, () => 0, 0, { dayDocuments: () => Promise.resolve(none) });
    const counted = asking(5, () => 0, 0, { countDay: () => Promise.resolve(none) });
    for (const setup of [surveyed, counted]) {
      const { tested, training, is_troubled: isTroubled } = await runCount(setup, { days: 5 });
      for (const day of [tested, ...training]) {
        expect(day).toMatchObject({ state: 'unknown', reason, is_passing: true });
      }
      expect([isTroubled, setup.store.size]).toEqual([true, 0]);
    }
  });

  it('has days counted again that were begun when there was one more', async () => {
    const counted: string[] = [];
    const setup = asking(5, (day) => {
      counted.push(day);
      return day > '2026-11-17' ? 6 : 5;
    });
    const { tested, training, is_troubled: isTroubled } = await runCount(setup, { days: 5 });
    expect([tested, ...training].every(({ state }) => state === 'known')).toBe(true);
    const again = ['2026-11-17', '2026-11-16', '2026-11-15'];
    expect(counted).toEqual([DAY, '2026-11-19', '2026-11-18', ...again, ...again]);
    expect([isTroubled, setup.store.size]).toEqual([undefined, 6]);
  });

  it('leaves days known that were begun before there was one more', async () => {
    const setup = asking(5, (day) => (day === '2026-11-19' ? 6 : 5));
    const { tested, training } = await runCount(setup, { days: 1 });
    expect([tested, ...training].map(({ state }) => state)).toEqual(['known', 'known']);
  });

  it('has a day counted again whose search waited while one came and another went', async () => {
    const counted: string[] = [];
    let comeAndGone: () => void = () => undefined;
    const change = new Promise<void>((resolve) => (comeAndGone = resolve));
    const setup = asking(5, () => 0, 0, {
      countDay: async (source, group, day, signal) => {
        counted.push(day.day);
        const isWaiting = day.day === '2026-11-19';
        if (isWaiting) await change;
        const sent = performance.now();
        const answer = await ports.countDay(source, group, day, signal);
        if (day.day !== '2026-11-18') return { ...answer, shards: 5, sent_at: sent };
        // While there were both.
        void setImmediate().then(comeAndGone);
        return { ...answer, shards: 6, sent_at: sent };
      },
    });
    const { training, is_troubled: isTroubled } = await runCount(setup, { days: 2 });
    expect(training.map(({ state }) => state)).toEqual(['known', 'known']);
    expect(counted.slice(1)).toEqual(['2026-11-19', '2026-11-18', '2026-11-19']);
    expect(isTroubled).toBeUndefined();
  });

  it('leaves all days unknown that are asked for after one went, also if another one comes', async () => {
    const setup = asking(5, () => 0, 0, {
      countDay: async (source, group, day, signal) => {
        const sent = performance.now();
        const answer = await ports.countDay(source, group, day, signal);
        return { ...answer, shards: day.day === '2026-11-19' ? 4 : 5, sent_at: sent };
      },
    });
    const { training } = await runCount(setup, { days: 4 });
    const unknown = training.flatMap((one) => (one.state === 'unknown' ? [one] : []));
    expect(unknown.map(({ day }) => day)).toContain('2026-11-16');
    expect(setup.store.has('2026-11-16')).toBe(false);
  });

  it('has only the day counted again between whose pages one came', async () => {
    const counted: string[] = [];
    const setup = asking(5, () => 0, 0, {
      countDay: async (source, group, day, signal) => {
        counted.push(day.day);
        const isFirst = counted.filter((one) => one === day.day).length === 1;
        // The last page is sent when the day before it is counted.
        if (day.day === '2026-11-18') await setImmediate();
        const sent = performance.now();
        const answer = { ...(await ports.countDay(source, group, day, signal)), sent_at: sent };
        const isTorn = day.day === '2026-11-18' && isFirst;
        return isTorn ? { ...answer, shards: 5, last_shards: 6 } : { ...answer, shards: 6 };
      },
    });
    const { tested, training, ...found } = await runCount(setup, { days: 5 });
    expect([tested, ...training].every(({ state }) => state === 'known')).toBe(true);
    expect([found.is_troubled, found.notes, setup.store.size]).toEqual([undefined, [], 6]);
    expect(counted).toEqual([DAY, ...daysBefore(DAY, 5), '2026-11-18']);
    expect(found.searches).toBe(1 + 6 + 1 + 1);
  });

  it('has the days looked up and counted again where one went, and asks for no more before', async () => {
    const counted: string[] = [];
    let isGone = false;
    const setup = asking(5, () => 0, 0, {
      dayDocuments: async (...asked) => ({
        ...(await ports.dayDocuments(...asked)),
        shards: isGone ? 4 : 5,
      }),
      countDay: async (source, group, day, signal) => {
        counted.push(day.day);
        isGone ||= day.day === '2026-11-18';
        const sent = performance.now();
        const answer = await ports.countDay(source, group, day, signal);
        return { ...answer, shards: isGone ? 4 : 5, sent_at: sent };
      },
    });
    const { tested, training, is_troubled: isTroubled } = await runCount(setup, { days: 5 });
    expect([tested, ...training].every(({ state }) => state === 'known')).toBe(true);
    expect([isTroubled, setup.store.size]).toEqual([undefined, 6]);
    // Before, at most the day that was being counted at the same time; then the four that are left.
    expect(counted.slice(0, 3)).toEqual([DAY, '2026-11-19', '2026-11-18']);
    expect(counted.length).toBeLessThanOrEqual(3 + 1 + 4);
  });

  it('loses no day that was known where there is other trouble the second time', async () => {
    let times = 0;
    const setup = asking(5, (day) => (day === '2026-11-18' ? 4 : 5), 0, {
      indexGroups: () => {
        times += 1;
        return times === 1
          ? ports.indexGroups(countsSource(), new AbortController().signal)
          : Promise.resolve({ state: 'unknown', reason: '1 of 5 shards failed', is_passing: true });
      },
      // Of a day that is not over nothing is kept.
      readKept: () => Promise.resolve({ days: new Map(), problem: null }),
      keep: () => Promise.resolve(null),
    });
    const { tested, training, is_troubled: isTroubled } = await runCount(setup, { days: 3 });
    expect([tested, ...training].map(({ state }) => state)).toEqual([
      'known',
      'known',
      'unknown',
      'known',
    ]);
    expect([times, isTroubled]).toEqual([2, true]);
  });

  it('says of a day that grew that it was counted again, also after a change', async () => {
    const kept = new Map([['2026-11-19', countsDay({ day: '2026-11-19', documents: 7 })]]);
    let isGone = true;
    const made = asking(5, (day) => {
      if (day !== '2026-11-18' || !isGone) return 5;
      isGone = false;
      return 4;
    });
    const setup = fakePorts(
      logs,
      {
        dayDocuments: (...asked) => made.ports.dayDocuments(...asked),
        countDay: (...asked) => made.ports.countDay(...asked),
      },
      kept,
    );
    const { training, notes } = await runCount(setup, { days: 2 });
    expect([training.map(({ state }) => state), isGone]).toEqual([['known', 'known'], false]);
    expect(notes).toEqual(['2026-11-19 was counted again and has 3 documents more than before']);
  });

  it('is not to be waited for where the indices may not be read', async () => {
    const setup = fakePorts(logs, {
      missingRights: () => Promise.resolve(['the privilege "read" is missing on "logs-*"']),
      dayDocuments: () => Promise.resolve(none),
    });
    const { tested, is_troubled: isTroubled } = await runCount(setup, { days: 5 });
    expect(tested).toEqual({ state: 'unknown', day: DAY, reason: 'no shard answered' });
    expect(isTroubled).toBeUndefined();
  });

  it('says nothing where there is another index, or nobody tells', async () => {
    for (const shards of [5, 6]) {
      const { is_troubled: isTroubled } = await runCount(
        asking(5, () => shards),
        { days: 5 },
      );
      expect(isTroubled).toBeUndefined();
    }
  });
});
