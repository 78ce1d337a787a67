import { type Day, daysBefore } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import type { CountedDay } from '../../common/waveform/hours/source_day';
import { countHours } from '../../server/app/counting/count_hours';
import { createCountingPorts } from '../../server/wiring/create_counting_ports';
import { countsRunner, DAY, events } from '../fixtures/counts_runner';
import { countsSource } from '../fixtures/counts_source';
import { testClient } from '../fixtures/test_cluster';

const { client, logs, newScope, start, stop } = countsRunner();
const { signal } = new AbortController();
const TRAINING = daysBefore(DAY, 4);
const OLDER: Day = '2026-11-18';

jest.setTimeout(120_000);
beforeAll(start);
afterAll(stop);

/** A client that does something before it sends a search of counts for the `at`-th time, from 1. */
function interrupted(at: number, work: () => Promise<unknown>) {
  const own = testClient();
  const send = own.search.bind(own) as (...of: unknown[]) => Promise<unknown>;
  let counts = 0;
  own.search = (async (...of: unknown[]) => {
    if (JSON.stringify(of[0]).includes('"series"')) {
      counts += 1;
      if (counts === at) await work();
    }
    return send(...of);
  }) as typeof own.search;
  return own;
}

const told = (day: CountedDay): number | string =>
  day.state === 'known' ? day.counts.documents : day.reason;

/**
 * Counts while the index of a day goes away, and once more as a run does whose sources are in trouble.
 *
 * @param name of indices of one day each; null for one index of all days
 */
async function countTwice(name: string | null, at: number, day: Day, work: 'close' | 'delete') {
  const index = `vanishing-it-${name ?? 'only'}-${work}-*`;
  const indexOf = (one: Day): string => index.replace('*', name === null ? 'all' : one);
  for (const one of [DAY, ...TRAINING]) {
    await logs.add(indexOf(one), events(`${one}T10:00:00Z`, '5', 10));
  }
  const own = interrupted(at, () => client.indices[work]({ index: indexOf(day) }));
  const ports = createCountingPorts(own, newScope());
  const request = {
    source: countsSource({ index }),
    tested: localDay(DAY, 'UTC'),
    training: TRAINING,
    now: new Date('2026-11-24T06:00Z'),
  };
  const first = await countHours(request, ports, signal);
  const again = await countHours(request, ports, signal);
  await own.close();
  const all = ({ tested, training }: typeof first) => [tested, ...training].map(told);
  return {
    index,
    gone: indexOf(day),
    first: all(first),
    is_troubled: first.is_troubled,
    again: all(again),
  };
}

describe('an index that goes away while its source is counted', () => {
  it.each([
    ['the tested day', 1, DAY, 0],
    ['the day that is counted next', 2, OLDER, 2],
  ] as const)('leaves no zero behind: %s', async (_, at, day, place) => {
    for (const work of ['close', 'delete'] as const) {
      const { index, gone, first, again, is_troubled } = await countTwice(`${at}`, at, day, work);
      const reason = `an index of "${index}" was created, closed or deleted while the source was counted`;
      const isClosed = `${gone} is closed and was not counted`;
      const later = expect.stringContaining(work === 'close' ? isClosed : 'no document') as unknown;
      // For the tested day it is a matter of chance which search is sooner.
      const isSurveyed = day !== DAY || is_troubled === true;
      expect(first[place]).toEqual(isSurveyed ? reason : later);
      expect(is_troubled).toBe(isSurveyed ? true : undefined);
      for (const other of first.filter((_one, at) => at !== place)) {
        expect([10, reason]).toContain(other);
      }
      expect(again).toEqual([10, 10, 10, 10, 10].map((ten, at) => (at === place ? later : ten)));
    }
  });

  it('leaves all days unknown for now if it was the only one', async () => {
    for (const work of ['close', 'delete'] as const) {
      const { index, gone, first, is_troubled, again } = await countTwice(null, 1, DAY, work);
      const reason = `an index of "${index}" was created, closed or deleted while the source was counted`;
      expect([first, is_troubled]).toEqual([first.map(() => reason), true]);
      const isClosed = expect.stringContaining(`${gone} is closed and was not counted`) as unknown;
      const later = work === 'close' ? isClosed : `no index matches "${index}"`;
      expect(again).toEqual(again.map(() => later));
    }
  });
});
