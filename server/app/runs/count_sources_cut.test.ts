import { setImmediate } from 'node:timers/promises';
import { parseSettings } from '../../../common/settings/parse_settings';
import { type Day, daysBefore } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import { DAY, fakePorts, logsOn, NOW } from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import type { CountingPorts } from '../counting';
import { countSources } from './count_sources';
import { ProgressTracker } from './progress_tracker';

const TRAINING_DAYS = 10;
const days = [DAY, ...daysBefore(DAY, TRAINING_DAYS)];
const ids = ['dns', 'mail', 'proxy', 'syslog'];
const unhandled: unknown[] = [];
const note = (error: unknown): number => unhandled.push(error);
beforeAll(() => process.on('unhandledRejection', note));
afterAll(() => process.off('unhandledRejection', note));

function settingsOf() {
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const { settings } = parsed;
  const sources = ids.map((id) => countsSource({ id }));
  return { ...settings, sources, training: { ...settings.training, days: TRAINING_DAYS } };
}

/** Every other training day is kept. */
function keptBefore(): Map<string, ReturnType<typeof countsDay>> {
  const kept = days.filter((_, place) => place % 2 === 1);
  return new Map(
    ids.flatMap((source) =>
      kept.map((day) => [`${source} ${day}`, countsDay({ source, day, documents: 10 })] as const),
    ),
  );
}

type PortCall = () => Promise<unknown>;
type Cut = (call: number) => Promise<void> | void;

/** Counts sources until a call is cut off. What was under way when it ended, and what came later. */
async function countWith(cut: Cut, { signal } = new AbortController()) {
  const store = keptBefore();
  const base = fakePorts(logsOn(days));
  const [begun, late, counted]: [string[], string[], string[]] = [[], [], []];
  let [calls, underWay, isOver] = [0, 0, false];
  const through = async (name: string, answer: PortCall): Promise<unknown> => {
    const call = (calls += 1);
    begun.push(name);
    if (isOver) late.push(name);
    underWay += 1;
    try {
      // Each takes another time, so that they end in another order than they began.
      for (let turn = 0; turn < 1 + ((call * 7) % 5); turn += 1) await setImmediate();
      await cut(call);
      signal.throwIfAborted();
      return await answer();
    } finally {
      underWay -= 1;
    }
  };
  const own: CountingPorts = {
    ...base.ports,
    countDay: (source, _group, { day }) => {
      counted.push(`${source.id} ${day}`);
      const value = countsDay({ source: source.id, day, documents: 10 });
      return Promise.resolve({ state: 'known', value, searches: 1 });
    },
    readKept: (source, _zone, asked) => {
      const kept = asked.flatMap((day) => {
        const one = store.get(`${source.id} ${day}`);
        return one === undefined ? [] : [[day, one] as const];
      });
      return Promise.resolve({ days: new Map<Day, (typeof kept)[0][1]>(kept), problem: null });
    },
    keep: (source, counts) => {
      store.set(`${source.id} ${counts.day}`, counts);
      return Promise.resolve(null);
    },
  };
  const isPort = (name: string): boolean => name !== 'daysInOneSearch';
  const counting = Object.fromEntries(
    Object.entries(own).map(([name, port]: [string, (...args: unknown[]) => unknown]) => [
      name,
      isPort(name)
        ? (...args: unknown[]) => through(name, () => port(...args) as Promise<unknown>)
        : port,
    ]),
  ) as unknown as CountingPorts;
  const task = {
    request: { settings: settingsOf() },
    day: localDay(DAY, 'UTC'),
    ports: { counting, now: () => NOW },
    progress: new ProgressTracker(() => undefined),
  };
  const known: string[] = [];
  let failure: unknown;
  try {
    for await (const { counted: one } of countSources(task, signal)) {
      const all = [one.tested, ...one.training];
      known.push(...all.flatMap((of) => (of.state === 'known' ? [of.counts.day] : [])));
    }
  } catch (error) {
    failure = error;
  }
  isOver = true;
  const stillUnderWay = underWay;
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  return { failure, stillUnderWay, late, calls, begun, known, counted, store };
}

describe('sources whose count is cut off at any call', () => {
  const everything = ids.flatMap((id) => days.map((day) => `${id} ${day}`)).sort();

  it('are counted once a day, and kept, if it is not', async () => {
    const { failure, known, counted, store } = await countWith(() => undefined);
    expect([failure, known.length]).toEqual([undefined, everything.length]);
    expect(new Set(counted).size).toBe(counted.length);
    expect([...store.keys()].sort()).toEqual(everything);
  });

  it('leave no request under way, and begin none later', async () => {
    const { calls } = await countWith(() => undefined);
    expect(calls).toBeGreaterThan(50);
    for (let at = 1; at <= calls; at += 1) {
      const failed = await countWith((call) => {
        if (call === at) throw new Error(`call ${at}`);
      });
      expect(failed).toMatchObject({ failure: { message: `call ${at}` } });
      expect([at, failed.stillUnderWay, failed.late]).toEqual([at, 0, []]);
      const controller = new AbortController();
      const canceled = await countWith((call) => {
        if (call === at) controller.abort(new Error('canceled'));
      }, controller);
      expect(canceled).toMatchObject({ failure: { message: 'canceled' } });
      expect([at, canceled.stillUnderWay, canceled.late]).toEqual([at, 0, []]);
    }
    expect(unhandled).toEqual([]);
  });

  it('begin no further source once Elasticsearch is away', async () => {
    const { begun } = await countWith(() => {
      throw new Error('connect ECONNREFUSED');
    });
    expect(begun.filter((name) => name === 'indexGroups')).toHaveLength(3);
  });
});
