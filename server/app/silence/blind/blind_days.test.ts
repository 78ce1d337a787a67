import { countsDay, countsSource } from '../../../../test/fixtures/counts_source';
import { addDays, daysBefore, type Day } from '../../../../common/time/day';
import type { CountedDay } from '../../../../common/waveform/hours';
import { withoutBlindDays } from './blind_days';
import type { HoursWithout } from './usual_without';

const DAY: Day = '2026-03-02';
const source = countsSource({ subtype_fields: ['host'] });
/** A day of 1,000 documents, of which 10 come without the field. */
const USUAL = [990, 10] as const;

/** Documents that come evenly in these hours. */
function evenly(documents: number, from = 0, to = 24): number[] {
  return Array.from({ length: 24 }, (_, hour) =>
    hour >= from && hour < to ? documents / (to - from) : 0,
  );
}

function dayOf(day: Day, hours: readonly number[], without: number): CountedDay {
  const found = hours.reduce((sum, count) => sum + count, 0);
  const series = new Map([['web1', hours]]);
  const parts = { day, series, documents: found + without, without_subtype: without };
  return { state: 'known', origin: 'counted', counts: countsDay(parts) };
}

function dayWith(day: Day, [found, without]: readonly [number, number]): CountedDay {
  return dayOf(day, evenly(found), without);
}

/** Documents without the field: on the tested day in these hours, on others evenly. */
function askingFor(value: readonly number[], others: number): HoursWithout {
  return (day) => Promise.resolve({ state: 'known', value: day === DAY ? value : evenly(others) });
}

/** How much of each hour is over, where so much of the day is. */
function hoursOver(part: number): number[] {
  return Array.from({ length: 24 }, (_, hour) => Math.min(1, Math.max(0, 24 * part - hour)));
}

/** The tested day after others, with these documents in each hour that lack the field. */
async function sightedAfter(
  training: readonly CountedDay[],
  tested: CountedDay,
  part: number,
  hoursWithout: HoursWithout,
): Promise<CountedDay> {
  const counted = { tested, training, notes: [], searches: 0, missing_rights: [] };
  return (await withoutBlindDays(source, counted, hoursOver(part), hoursWithout)).tested;
}

/** Whether the tested day is known, after 31 training days, the latest ones given. */
async function isKnown(
  tested: readonly [number, number],
  latest: readonly (readonly [number, number])[] = [],
  part = 1,
  [from, to] = [0, 24 * part],
): Promise<boolean> {
  const training = daysBefore(DAY, 31).map((day, age) => dayWith(day, latest[age] ?? USUAL));
  const value = evenly(tested[1], from, to);
  const asking = askingFor(value, USUAL[1]);
  return (await sightedAfter(training, dayWith(DAY, tested), part, asking)).state === 'known';
}

describe('a day without the field that it is counted by', () => {
  it('is unknown where the documents came without it', async () => {
    expect(await isKnown([0, 1000])).toBe(false);
    expect(await isKnown([0, 600])).toBe(false);
  });

  it('is known where only the documents came that never have it: the others are silent', async () => {
    expect(await isKnown([0, 10])).toBe(true);
    expect(await isKnown([0, 8])).toBe(true);
  });

  it('is unknown, too, after days that were', async () => {
    const [first, second] = [addDays(DAY, -1), addDays(DAY, -2)];
    expect(daysBefore(DAY, 2)).toEqual([first, second]);
    const blind = [0, 1000] as const;
    expect(await isKnown(blind, [blind, blind])).toBe(false);
  });

  it('is unknown from its first hours on, while it is not over', async () => {
    expect(await isKnown([0, 40], [], 1 / 24)).toBe(false);
    expect(await isKnown([0, 4], [], 12 / 24)).toBe(true);
  });

  it('is known where they came in one burst: the others are silent', async () => {
    for (const without of [20, 600, 5_000]) {
      expect(await isKnown([0, without], [], 1, [20, 21])).toBe(true);
    }
  });

  it('is known where hardly any came, however evenly: the others are silent', async () => {
    expect(await isKnown([0, 30])).toBe(true);
    expect(await isKnown([0, 300])).toBe(true);
    expect(await isKnown([0, 20], [], 4 / 24)).toBe(true);
  });
});

describe('the first day of a source', () => {
  const tested = dayOf(DAY, evenly(240, 0, 12), 130);
  const asking: HoursWithout = () => Promise.reject(new Error('nothing to compare with'));

  it('is known, as no other day says what is usual', async () => {
    const unknown = daysBefore(DAY, 31).map((day): CountedDay => {
      return { state: 'unknown', day, reason: 'no document' };
    });
    for (const training of [[], unknown]) {
      expect(await sightedAfter(training, tested, 1, asking)).toEqual(tested);
    }
  });
});

describe('a field that vanishes during the day', () => {
  const each = evenly(240);
  const until = (hour: number): number[] => each.map((count, at) => (at < hour ? count : 0));
  const usual = (day: Day): CountedDay => dayOf(day, each, 10);

  /** @param without in each hour */
  function sighted(
    hours: readonly number[],
    without: readonly number[],
    part = 1,
    trainingDay = usual,
  ): Promise<CountedDay> {
    const sum = without.reduce((all, count) => all + count, 0);
    const training = daysBefore(DAY, 31).map(trainingDay);
    const asking: HoursWithout = (day) => {
      const usually = trainingDay(day);
      const others = usually.state === 'known' ? usually.counts.without_subtype : 0;
      return askingFor(without, others)(day);
    };
    return sightedAfter(training, dayOf(DAY, hours, sum), part, asking);
  }

  it('makes the day unknown, and says from which hour on', async () => {
    expect(await sighted(until(12), evenly(130, 12))).toEqual({
      state: 'unknown',
      day: DAY,
      reason:
        'no document of 2026-03-02 has the field host from 12:00 on, and 130 documents came without it',
    });
  });

  it('makes a day unknown that is not over', async () => {
    expect((await sighted(until(12), evenly(45, 12, 16), 16 / 24)).state).toBe('unknown');
    expect((await sighted(until(16), evenly(45, 12, 16), 16 / 24)).state).toBe('known');
  });

  it('makes a day unknown as soon as an hour and a half came without it', async () => {
    const hours = [...until(12)].map((count, hour) => (hour === 12 ? 2 : count));
    const without = Object.assign(evenly(0), { 12: 8, 13: 5 });
    expect((await sighted(hours, without, 13.5 / 24)).state).toBe('unknown');
  });

  it.each([12.3, 12.5, 12.7, 12.8])(
    'makes a day unknown in the next hour: from %f on',
    async (lost) => {
      const often = evenly(1_440);
      const ordinary = (day: Day): CountedDay => dayOf(day, often, 10);
      const before = often.map((count, hour) => count * Math.min(1, Math.max(0, lost - hour)));
      for (const at of [lost + 1, 14, 14.05]) {
        const without = often.map(
          // The latest documents of the present hour have not come yet.
          (count, hour) => count * Math.max(0, Math.min(1, at - 0.05 - hour)) - (before[hour] ?? 0),
        );
        const given = without.map((count, hour) => (hour < lost - 1 ? 0 : Math.max(0, count)));
        const { state } = await sighted(before, given, at / 24, ordinary);
        expect([at, state]).toEqual([at, 'unknown']);
      }
    },
  );

  it.each([
    ['as many as are missing in the last hour with events', 8, 0],
    ['many more than are missing in the last hour with events', 400, 400],
    ['in the next hour only', 0, 400],
  ])('did not vanish where a burst lacks it, %s', async (_, inLast, inNext) => {
    const often = evenly(1_440);
    const ordinary = (day: Day): CountedDay => dayOf(day, often, 10);
    const hours = often.map((count, hour) => (hour < 13 ? count : 0));
    hours[12] = (hours[12] ?? 0) - 8;
    const without = Object.assign(evenly(0), { 12: inLast, 13: inNext });
    expect((await sighted(hours, without, 14.05 / 24, ordinary)).state).toBe('known');
  });

  it('did not vanish where no more documents than usual lack it: the hosts are silent', async () => {
    for (const without of [0, 10, 12, 30]) {
      expect((await sighted(until(12), evenly(without))).state).toBe('known');
    }
  });

  it('did not vanish where documents have it until the end, however many lack it', async () => {
    expect((await sighted(each, evenly(400))).state).toBe('known');
    const last = each.map((count, at) => (at === 23 ? 1 : count));
    expect((await sighted(last, evenly(400))).state).toBe('known');
  });

  it.each([
    ['long after the last event', 3, [20, 21], 400],
    ['long after the last event, of many documents', 3, [20, 21], 1_000],
    ['while the hosts had events', 12, [5, 6], 400],
    ['in the last hour of the day', 23, [23, 24], 20],
  ] as const)('did not vanish where a burst lacks it %s', async (_, hour, [from, to], without) => {
    expect((await sighted(until(hour), evenly(without, from, to))).state).toBe('known');
  });

  it('did not vanish where more lack it only while the hosts had events', async () => {
    expect((await sighted(until(12), evenly(200, 0, 12))).state).toBe('known');
  });

  it('takes the documents that always lack it for those of the hours that are over', async () => {
    // Of 480 a day, 320 are usual until 16:00, and 360 would not be more than on other days.
    const often = (day: Day): CountedDay => dayOf(day, each, 480);
    const without = evenly(360).map((_, hour) => (hour < 12 ? 20 : 30));
    expect((await sighted(until(12), without, 16 / 24, often)).state).toBe('unknown');
  });

  it('vanished, also where other days had a burst of documents that lack it', async () => {
    const withBurst = (day: Day): CountedDay =>
      dayOf(day, each, day === addDays(DAY, -9) ? 900 : 10);
    expect((await sighted(until(12), evenly(130, 12), 1, withBurst)).state).toBe('unknown');
  });

  it('leaves the day unknown where its documents are gone, and only their counts are kept', async () => {
    const training = daysBefore(DAY, 31).map(usual);
    const asking: HoursWithout = () => Promise.resolve({ state: 'known', value: evenly(0) });
    const tested = dayOf(DAY, until(12), 130);
    expect((await sightedAfter(training, tested, 1, asking)).state).toBe('unknown');
  });

  it('did not vanish where as many documents as on other days lack it at work', async () => {
    const atWork = evenly(200, 8, 18);
    const training = daysBefore(DAY, 31).map((day) => dayOf(day, each, 200));
    const until15 = atWork.map((count, hour) => (hour < 15 ? count : 0));
    const stateWith = async (others: readonly number[]): Promise<string> => {
      const asking: HoursWithout = (day) =>
        Promise.resolve({ state: 'known', value: day === DAY ? until15 : others });
      const { state } = await sightedAfter(training, dayOf(DAY, until(10), 140), 15 / 24, asking);
      return state;
    };
    expect(await stateWith(atWork)).toBe('known');
    // The documents of other days are gone. So they count as coming evenly.
    expect(await stateWith(evenly(0))).toBe('unknown');
  });

  it('vanished, though a burst on one of the other days would have hidden it', async () => {
    const weekBefore = addDays(DAY, -7);
    const training = daysBefore(DAY, 31).map((day) =>
      dayOf(day, each, day === weekBefore ? 600 : 100),
    );
    const asking: HoursWithout = (day) => {
      const value = day === weekBefore ? evenly(600, 12, 22) : evenly(100);
      return Promise.resolve({ state: 'known', value: day === DAY ? evenly(220, 12) : value });
    };
    const tested = dayOf(DAY, until(12), 220);
    expect((await sightedAfter(training, tested, 1, asking)).state).toBe('unknown');
  });

  it('is asked for only where it may have vanished', async () => {
    const asked: Day[] = [];
    const asking: HoursWithout = (day) => {
      asked.push(day);
      return askingFor(evenly(130, 12), 10)(day);
    };
    const training = daysBefore(DAY, 31).map(usual);
    for (const [hours, without] of [
      [each, 10],
      [each, 400],
      [until(12), 10],
      [until(23), 40],
    ] as const) {
      await sightedAfter(training, dayOf(DAY, hours, without), 1, asking);
    }
    expect(asked).toEqual([]);
    await sightedAfter(training, dayOf(DAY, until(12), 130), 1, asking);
    // Three days of the same weekday say how many usually come without it.
    expect(asked).toEqual([DAY, ...[-7, -14, -21].map((days) => addDays(DAY, days))]);
  });

  it('leaves the day unknown where that is not known, and worth another look', async () => {
    const training = daysBefore(DAY, 31).map(usual);
    const reason = '1 of 5 shards failed';
    for (const passing of [{ is_passing: true } as const, {}]) {
      const asking: HoursWithout = () => Promise.resolve({ state: 'unknown', reason, ...passing });
      const tested = dayOf(DAY, until(12), 130);
      const counted = { tested, training, notes: [], searches: 0, missing_rights: [] };
      const sight = await withoutBlindDays(source, counted, hoursOver(1), asking);
      expect(sight.tested).toEqual({ state: 'unknown', day: DAY, reason, ...passing });
      expect(sight.is_troubled).toBe('is_passing' in passing ? true : undefined);
    }
  });
});

describe('a field that only some series lose', () => {
  const names = ['web1', 'web2', 'web3'];
  const steady = evenly(240);
  const until = (hour: number, first = 0): number[] =>
    steady.map((count, at) => (at >= first && at < hour ? count : 0));

  function hostsDay(day: Day, hosts: readonly (readonly number[])[], without: number): CountedDay {
    const series = new Map(hosts.map((hours, place) => [names[place] ?? '', hours]));
    const found = hosts.flat().reduce((sum, count) => sum + count, 0);
    const parts = { day, series, documents: found + without, without_subtype: without };
    return { state: 'known', origin: 'counted', counts: countsDay(parts) };
  }

  /** @param without in each hour */
  function sighted(hosts: readonly number[][], without: readonly number[], part = 1) {
    const training = daysBefore(DAY, 31).map((day) => hostsDay(day, [steady, steady, steady], 24));
    const sum = without.reduce((all, count) => all + count, 0);
    const tested = hostsDay(DAY, hosts, sum);
    const counted = { tested, training, notes: [], searches: 0, missing_rights: [] };
    const asking = askingFor(without, 24);
    return withoutBlindDays(source, counted, hoursOver(part), asking);
  }

  const plus = (...all: readonly number[][]): number[] =>
    steady.map((_, hour) => all.reduce((sum, hours) => sum + (hours[hour] ?? 0), 0));

  it('leaves the day known, and names them', async () => {
    const without = plus(evenly(24), evenly(240, 12));
    const { tested, lost } = await sighted([until(12), until(12), steady], without);
    expect(tested.state).toBe('known');
    expect(lost).toEqual({ subtypes: ['web1', 'web2'], from: 12, documents: 252 });
  });

  it('names each of those that lose it one after the other, and on a day that is not over', async () => {
    const without = plus(evenly(24, 0, 16), evenly(40, 12, 16), evenly(20, 14, 16));
    const { lost } = await sighted([until(12), until(14), until(16)], without, 16 / 24);
    expect(lost).toMatchObject({ subtypes: ['web1', 'web2'], from: 12 });
  });

  it.each([
    ['no more documents than usual lack it', evenly(24)],
    ['there are too few', plus(evenly(24), evenly(40, 12))],
    ['they came in a burst', plus(evenly(24), evenly(500, 20, 21))],
    ['they come since before', plus(evenly(24), evenly(480))],
    ['they begin to come hours later', plus(evenly(24), evenly(160, 15))],
  ])('names nobody where %s', async (_, without) => {
    const { tested, lost } = await sighted([until(12), steady, steady], without);
    expect([tested.state, lost]).toEqual(['known', undefined]);
  });

  it('leaves the day known where the hours are not', async () => {
    const training = daysBefore(DAY, 31).map((day) => hostsDay(day, [steady, steady], 24));
    const tested = hostsDay(DAY, [until(12), steady], 200);
    const counted = { tested, training, notes: [], searches: 0, missing_rights: [] };
    const asking: HoursWithout = () => Promise.resolve({ state: 'unknown', reason: 'no shard' });
    expect(await withoutBlindDays(source, counted, hoursOver(1), asking)).toEqual(counted);
  });
});
