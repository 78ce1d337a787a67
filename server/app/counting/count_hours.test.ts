import { setImmediate } from 'node:timers/promises';
import { daysBefore } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import {
  DAY,
  fakePorts,
  GROUP,
  logsOn,
  NOW,
  runCount,
} from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource, hoursWith } from '../../../test/fixtures/counts_source';
import { countHours } from './count_hours';
import type { CountedDay } from '../../../common/waveform/hours/source_day';
import type { IndexGroup } from './counting_ports';

const signal = new AbortController().signal;

describe('countHours', () => {
  it('counts and keeps every day that is over', async () => {
    const setup = fakePorts(logsOn([DAY, ...daysBefore(DAY, 3)]));
    const result = await runCount(setup);
    expect(result.tested).toMatchObject({
      state: 'known',
      origin: 'counted',
      counts: { day: DAY },
    });
    expect(result.training.map((day) => day.state)).toEqual(['known', 'known', 'known']);
    expect([result.notes, result.searches]).toEqual([[], 5]);
    expect([...setup.store.keys()].sort()).toEqual([DAY, ...daysBefore(DAY, 3)].sort());
  });

  it('notes once what its indices have to say', async () => {
    const notes = ['-logs-web does not leave out logs-web'];
    const value = [
      { ...GROUP, notes },
      { ...GROUP, notes, index: 'logs-2' },
    ];
    const indexGroups = () => Promise.resolve({ state: 'known' as const, value });
    const setup = fakePorts(logsOn([DAY, ...daysBefore(DAY, 3)]), { indexGroups });
    expect((await runCount(setup)).notes).toEqual(notes);
  });

  it('counts one new day on the next day', async () => {
    const logs = logsOn([...daysBefore('2026-11-21', 5), '2026-11-21']);
    const setup = fakePorts(logs);
    await runCount(setup);
    setup.counted.length = 0;
    const now = new Date('2026-11-22T06:00Z');
    const result = await runCount(setup, { day: '2026-11-21', now });
    expect(setup.counted).toEqual(['2026-11-21']);
    expect(result.searches).toBe(2);
    expect(result.training).toMatchObject([
      { origin: 'kept' },
      { origin: 'kept' },
      { origin: 'kept' },
    ]);
  });

  it('checks the tested day and the seven days before it for documents that came late', async () => {
    const days = [DAY, ...daysBefore(DAY, 10)];
    const setup = fakePorts(logsOn(days));
    await runCount(setup, { days: 10 });
    expect(setup.checked).toEqual([]);
    await runCount(setup, { days: 10 });
    expect(setup.checked).toEqual(days.slice(0, 8));
  });

  it('counts a day again that grew, keeps the new counts, and says so', async () => {
    const days = [DAY, ...daysBefore(DAY, 3)];
    const first = fakePorts(logsOn(days));
    await runCount(first);
    const grown = new Map([...logsOn(days), ['2026-11-18', { all: 100, of_source: 13 }]]);
    const second = fakePorts(grown, {}, first.store);
    const result = await runCount(second);
    expect(second.counted).toEqual(['2026-11-18']);
    expect(result.training[1]).toMatchObject({ origin: 'recounted', counts: { documents: 13 } });
    expect(result.notes).toEqual([
      '2026-11-18 was counted again and has 3 documents more than before',
    ]);
    expect(second.store.get('2026-11-18')?.documents).toBe(13);
  });

  it('uses kept counts if the logs have expired, and says so', async () => {
    const days = [DAY, ...daysBefore(DAY, 3)];
    const first = fakePorts(logsOn(days));
    await runCount(first);
    const second = fakePorts(logsOn(days.slice(0, 2)), {}, first.store);
    const result = await runCount(second);
    expect(second.counted).toEqual([]);
    expect(result.training.map((day) => (day.state === 'known' ? day.origin : day.state))).toEqual([
      'kept',
      'kept, logs expired',
      'kept, logs expired',
    ]);
    expect(result.notes).toEqual([
      '2 days from kept counts, logs expired (2026-11-17 to 2026-11-18)',
    ]);
  });

  it('counts a day that is not over each time and does not keep it', async () => {
    const setup = fakePorts(logsOn([DAY]));
    const early = new Date('2026-11-21T00:14:59Z');
    const result = await runCount(setup, { days: 0, now: early });
    expect(result.tested).toMatchObject({ state: 'known', origin: 'counted' });
    expect(setup.store.size).toBe(0);
    await runCount(setup, { days: 0, now: new Date('2026-11-21T00:15:00Z') });
    expect([setup.counted, setup.store.size]).toEqual([[DAY, DAY], 1]);
  });

  it('counts two days at the same time, in their order, and loses only the day that fails', async () => {
    const days = [DAY, ...daysBefore(DAY, 6)];
    const [bad = ''] = daysBefore(DAY, 2).slice(-1);
    const base = fakePorts(logsOn(days));
    let [under, most] = [0, 0];
    const setup = fakePorts(logsOn(days), {
      countDay: async (...args) => {
        under += 1;
        most = Math.max(most, under);
        // Later days answer first.
        for (let turn = days.indexOf(args[2].day); turn < days.length; turn += 1) {
          await setImmediate();
        }
        under -= 1;
        if (args[2].day !== bad) return base.ports.countDay(...args);
        return { state: 'unknown', reason: 'a shard failed', searches: 1 };
      },
    });
    const { tested, training } = await runCount(setup, { days: 6 });
    expect(most).toBe(2);
    const dayOf = (one: CountedDay): string => (one.state === 'known' ? one.counts.day : one.day);
    expect([tested, ...training].map(dayOf)).toEqual(days);
    const unknown = training.filter(({ state }) => state === 'unknown');
    expect(unknown.map(dayOf)).toEqual([bad]);
  });

  it('adds up groups of indices, and searches only those that have documents of the day', async () => {
    const other: IndexGroup = { ...GROUP, index: 'logs-2' };
    const groups = [GROUP, other, { ...GROUP, index: 'logs-3' }];
    const searched: string[] = [];
    const base = fakePorts(logsOn([DAY]));
    const setup = fakePorts(logsOn([DAY]), {
      indexGroups: () => Promise.resolve({ state: 'known', value: groups }),
      dayDocuments: (...args) =>
        args[1].index === 'logs-3'
          ? Promise.resolve({ state: 'known', value: new Map(), searches: 1 })
          : base.ports.dayDocuments(...args),
      countDay: (...args) => {
        searched.push(args[1].index);
        return base.ports.countDay(...args);
      },
    });
    const result = await runCount(setup, { days: 0 });
    expect(searched).toEqual(['logs-*', 'logs-2']);
    expect(result.tested).toMatchObject({ counts: { documents: 20 } });
    expect(result.searches).toBe(5);
    const counts = result.tested.state === 'known' ? result.tested.counts : countsDay();
    expect([...counts.series]).toEqual([['5', hoursWith({ 10: 20 })]]);
  });

  it('leaves out a training day that the zone never had', async () => {
    const zone = 'Pacific/Apia';
    const tested = localDay('2011-12-31', zone);
    const training = daysBefore('2011-12-31', 2);
    const { ports } = fakePorts(logsOn(['2011-12-31', '2011-12-29']));
    const request = { source: countsSource(), tested, training, now: NOW };
    const result = await countHours(request, ports, signal);
    expect(result.training).toMatchObject([{ counts: { day: '2011-12-29' } }]);
  });

  it('keeps nothing of a count that is aborted', async () => {
    const setup = fakePorts(logsOn([DAY]), {
      countDay: () => Promise.reject(new Error('aborted')),
    });
    await expect(runCount(setup)).rejects.toThrow('aborted');
    expect(setup.store.size).toBe(0);
  });
});
