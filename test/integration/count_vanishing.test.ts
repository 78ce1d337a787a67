import { setTimeout as wait } from 'node:timers/promises';
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

/** A client that does something before it sends a search that has `part` for the `at`-th time, from 1. */
function interrupted(part: string, at: number, work: () => Promise<unknown>) {
  const own = testClient();
  const send = own.search.bind(own) as (...of: unknown[]) => Promise<unknown>;
  let times = 0;
  own.search = (async (...of: unknown[]) => {
    if (JSON.stringify(of[0]).includes(part)) {
      times += 1;
      if (times === at) await work();
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
  const own = interrupted('"series"', at, () => client.indices[work]({ index: indexOf(day) }));
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
      const { gone, first, again, is_troubled } = await countTwice(`${at}`, at, day, work);
      const isClosed = `${gone} is closed and was not counted`;
      const later = expect.stringContaining(work === 'close' ? isClosed : 'no document') as unknown;
      const wished = [10, 10, 10, 10, 10].map((ten, at) => (at === place ? later : ten));
      expect([first, is_troubled, again]).toEqual([wished, undefined, wished]);
    }
  });

  it('leaves all days unknown if it was the only one', async () => {
    for (const work of ['close', 'delete'] as const) {
      const { index, gone, first, is_troubled, again } = await countTwice(null, 1, DAY, work);
      const isClosed = expect.stringContaining(`${gone} is closed and was not counted`) as unknown;
      const absent = expect.stringContaining(`no index matches "${index}"`) as unknown;
      const wished = first.map(() => (work === 'close' ? isClosed : absent));
      expect([first, is_troubled, again]).toEqual([wished, undefined, wished]);
    }
  });
});

describe('an index that comes or goes between two pages of the counts of a day', () => {
  const SERIES = 16_500;
  const MORE = 7;

  it.each(['comes', 'goes'])(
    'leaves no day unknown, and counts none twice: it %s',
    async (change) => {
      const index = `vanishing-it-pages-${change}-*`;
      const named = (one: string): string => index.replace('*', one);
      for (const one of [DAY, ...TRAINING].filter((day) => day !== OLDER)) {
        await logs.add(named('all'), events(`${one}T10:00:00Z`, '5', 10));
      }
      const many = Array.from({ length: SERIES }, (_, at) => ({
        ...events(`${OLDER}T10:00:00Z`, `${at}`, 1, { action: 'x' })[0],
      }));
      await logs.add(named('all'), many);
      const other = events(`${OLDER}T11:00:00Z`, '5', MORE);
      if (change === 'goes') await logs.add(named('other'), other);
      const own = interrupted('"after"', 1, async () => {
        if (change === 'goes') await client.indices.delete({ index: named('other') });
        else await logs.add(named('other'), other);
        // Another day is counted meanwhile.
        await wait(1_000);
      });
      const ports = createCountingPorts(own, newScope());
      const counted: Day[] = [];
      const request = {
        source: countsSource({ index, subtype_fields: ['severity', 'action'] }),
        tested: localDay(DAY, 'UTC'),
        training: TRAINING,
        now: new Date('2026-11-24T06:00Z'),
      };
      const countDay: typeof ports.countDay = (source, group, day, over) => {
        counted.push(day.day);
        return ports.countDay(source, group, day, over);
      };
      const { tested, training, ...found } = await countHours(
        request,
        { ...ports, countDay },
        signal,
      );
      await own.close();
      const ofOlder = SERIES + (change === 'comes' ? MORE : 0);
      const wished = [DAY, ...TRAINING].map((day) => (day === OLDER ? ofOlder : 10));
      expect([tested, ...training].map(told)).toEqual(wished);
      expect([found.is_troubled, found.notes]).toEqual([undefined, []]);
      const again = counted.filter((day) => day === OLDER);
      expect(again).toEqual([OLDER, OLDER]);
      expect(counted.filter((day) => day === DAY)).toEqual([DAY]);
    },
  );
});
