import { setImmediate } from 'node:timers/promises';
import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import { fakePorts, logsOn } from '../../../test/fixtures/counts_fake_ports';
import { randomFrom } from '../../../test/generator/random';
import { settingsSchema } from '../../../common/settings/settings';
import { addDays, daysBefore, type Day, weekdayOf } from '../../../common/time/day';
import type { CountingPorts } from '../counting';
import { calendarMark, calendarOn, windowOn } from '../../../test/fixtures/calendars';
import { judgmentOf } from '../../../test/fixtures/judgments';
import { type Decisions, NO_DECISIONS } from '../deciding/decisions';
import { lookAtSilence } from './look_at_silence';
import { type SilenceLook, watchedWords } from './silence_look';
import type { Mark } from './marks';
import { SilenceMemory } from './silence_memory';
import type { SilencePorts } from './silence_ports';
import type { SilenceRow } from './rows/silence_row';

const { signal } = new AbortController();
/** A Monday. */
const DAY: Day = '2026-03-02';
const settings = {
  ...settingsSchema.parse({}),
  zone: 'UTC',
  sources: [countsSource({ subtype_fields: ['severity'] })],
};

/** Events of a host in an hour of a day. */
type Draw = (hour: number, day: Day) => number;
type Hosts = Readonly<Record<string, Draw>>;

const steady: Draw = () => 12;
const isWorking = (day: Day): boolean => weekdayOf(day) % 6 !== 0;
const office: Draw = (hour, day) => (isWorking(day) && hour >= 8 && hour < 17 ? 20 : 0);
const until =
  (draw: Draw, end: Day, clock = 0): Draw =>
  (hour, day) =>
    day < end || (day === end && hour < clock) ? draw(hour, day) : 0;

/** Ports on made-up hosts, whose events have severity 6 unless their name says otherwise: "web1/3". */
function portsOf(hosts: Hosts, parts: Partial<CountingPorts> = {}): SilencePorts {
  const logs = logsOn([DAY, ...daysBefore(addDays(DAY, 60), 130)]);
  const countDay: CountingPorts['countDay'] = (source, _group, { day }) => {
    const series = new Map<string, number[]>();
    for (const [name, draw] of Object.entries(hosts)) {
      const [host = '', severity = '6'] = name.split('/');
      const hours = Array.from({ length: 24 }, (_, hour) => draw(hour, day));
      if (!hours.some((count) => count > 0)) continue;
      const ofHost = source.id.endsWith('~hosts') ? host : severity;
      const key = source.id.endsWith('~pairs') ? JSON.stringify([severity, host]) : ofHost;
      const before = series.get(key) ?? [];
      series.set(
        key,
        hours.map((count, hour) => count + (before[hour] ?? 0)),
      );
    }
    const documents = [...series.values()].flat().reduce((sum, count) => sum + count, 0);
    return Promise.resolve({
      state: 'known',
      value: countsDay({ source: source.id, day, documents, series }),
      searches: 1,
    });
  };
  return {
    counting: fakePorts(logs, {
      countDay,
      readKept: () => Promise.resolve({ days: new Map(), problem: null }),
      ...parts,
    }).ports,
    hostFields: () => Promise.resolve({ state: 'known', value: new Map([['host', 10]]) }),
    // Where documents lack the field, they come evenly.
    hoursWithout: () => Promise.resolve({ state: 'known', value: Array<number>(24).fill(24) }),
    lastEvents: () => Promise.resolve({ state: 'known', value: new Map() }),
    marks: () => Promise.resolve([]),
    decisions: () => Promise.resolve(NO_DECISIONS),
    stored: () => Promise.resolve([]),
    earlier: () => Promise.resolve([]),
  };
}

/** Looks at the end of a day. */
function lookAt(day: Day, ports: SilencePorts): Promise<SilenceLook> {
  const at = new Date(`${addDays(day, 1)}T00:00:00Z`);
  const now = new Date(`${addDays(day, 1)}T06:00:00Z`);
  return lookAtSilence({ scope: 'default', settings, at, now }, ports, signal);
}

const told = ({ rows }: SilenceLook): string[] =>
  rows.map(({ state, source, host, subtype, mornings }) =>
    [state, source, host ?? subtype ?? '*', mornings].join(' '),
  );

const TROUBLE = { state: 'unknown', reason: '1 of 5 shards failed' } as const;

describe('looking at silence', () => {
  it('counts a host that several sources have once', async () => {
    const other = countsSource({ id: 'apps', index: 'apps-*', subtype_fields: ['app'] });
    const all = { ...settings, sources: [...settings.sources, other] };
    const at = new Date(`${addDays(DAY, 1)}T00:00:00Z`);
    const asked = { scope: 'default', settings: all, at, now: at };
    const look = await lookAtSilence(asked, portsOf({ web1: steady, web2: steady }), signal);
    expect(look.watched).toEqual({ sources: 2, hosts: 2, series: 2 });
    expect(watchedWords(look)).toBe('2 sources, 2 hosts, 2 series');
  });

  it('counts nothing any more when it has failed', async () => {
    const whole = portsOf({ web1: steady, web2: steady });
    let underWay = 0;
    const keep: CountingPorts['keep'] = async () => {
      underWay += 1;
      for (let turn = 0; turn < 10; turn += 1) await setImmediate();
      underWay -= 1;
      return null;
    };
    const ports: SilencePorts = {
      ...whole,
      counting: { ...whole.counting, keep },
      hostFields: async () => {
        while (underWay === 0) await setImmediate();
        throw new Error('socket hang up');
      },
    };
    await expect(lookAt(DAY, ports)).rejects.toThrow('socket hang up');
    expect(underWay).toBe(0);
  });

  it('reports a host that stopped while others have events, and what is usual', async () => {
    const ports = portsOf({ web1: until(steady, DAY, 14), web2: steady });
    const { rows, watched } = await lookAt(DAY, ports);
    expect(rows).toMatchObject([
      {
        state: 'silent',
        source: 'syslog',
        host: 'web1',
        last_seen: '2026-03-02T13:00:00.000Z',
        silent_since: '2026-03-02T13:00:00.000Z',
        usual_per_day: 288,
        mornings: 1,
      },
    ]);
    expect(rows[0]?.sentence).toBe(
      'last seen Monday 2 March between 13:00 and 13:59; longest gap less than 2 hours in 31 days; silent for 10 hours; usual: 12 an hour.',
    );
    expect(watched).toEqual({ sources: 1, hosts: 2, series: 1 });
  });

  it('counts the hosts once where a source of the same documents is counted by them', async () => {
    const asked: string[] = [];
    const whole = portsOf({ web1: until(steady, DAY, 14), web2: steady });
    const countDay: CountingPorts['countDay'] = async (source, group, day, stop) => {
      // Which hosts wrote a silent series is another question.
      if (day.day === DAY && !source.id.endsWith('~pairs')) asked.push(source.id);
      const byHost = { ...source, id: `${source.id}~hosts` };
      const ofHosts = source.subtype_fields[0] === 'host' ? byHost : source;
      return whole.counting.countDay(ofHosts, group, day, stop);
    };
    const ports = { ...whole, counting: { ...whole.counting, countDay } };
    const sources = [...settings.sources, countsSource({ id: 'hosts', subtype_fields: ['host'] })];
    const at = new Date(`${addDays(DAY, 1)}T00:00:00Z`);
    const request = { scope: 'default', settings: { ...settings, sources }, at, now: at };
    const { watched } = await lookAtSilence(request, ports, signal);
    expect(asked.sort()).toEqual(['hosts', 'syslog']);
    expect(watched).toEqual({ sources: 1, hosts: 2, series: 3 });
  });

  it('reports it on each of forty mornings, though its counts have left the training days', async () => {
    const hosts = { web1: until(steady, DAY), web2: steady };
    const kept: SilenceRow[][] = [];
    const ports: SilencePorts = {
      ...portsOf(hosts),
      earlier: () => Promise.resolve(kept.at(-1) ?? []),
    };
    const mornings: string[] = [];
    for (let age = 0; age < 40; age += 1) {
      const look = await lookAt(addDays(DAY, age), ports);
      kept.push([...look.rows]);
      mornings.push(...told(look));
    }
    expect(mornings).toEqual(
      Array.from({ length: 40 }, (_, age) => `silent syslog web1 ${age + 1}`),
    );
    expect(kept.at(-1)).toMatchObject([{ usual: '12 an hour', usual_per_day: 288 }]);
  });

  it('is one row of the source where all of its hosts are silent', async () => {
    const { rows } = await lookAt(
      DAY,
      portsOf({ a: until(steady, DAY, 4), b: until(steady, DAY, 5) }),
    );
    expect(rows).toMatchObject([{ state: 'silent', host: null, subtype: null, folded: 3 }]);
  });

  it('is one row for a silent host, with the series that only it wrote', async () => {
    const hosts = {
      web1: until(steady, DAY, 14),
      'web1/3': until(steady, DAY, 14),
      web2: steady,
      'web3/4': until(steady, DAY, 10),
      'web2/4': until(steady, DAY, 10),
    };
    const { rows } = await lookAt(DAY, portsOf(hosts));
    const streams = rows.map(({ host, subtype, below }) =>
      [host ?? subtype, ...below.map((one) => one.subtype)].join(' < '),
    );
    // Severity 4 was written by web2, too, which speaks.
    expect(streams.sort()).toEqual(['4', 'web1 < 3', 'web3']);
  });

  it('shows the events of the last 31 days, and not more of a silence than there is', async () => {
    const { rows } = await lookAt(
      addDays(DAY, 2),
      portsOf({ web1: until(steady, DAY, 10), web2: steady }),
    );
    expect(rows[0]?.daily).toEqual([...Array<number>(28).fill(288), 120, 0, 0]);
  });

  it('never forgets the hosts of a source of which one has come back', async () => {
    const back: Draw = (hour, day) => (day < DAY || day > addDays(DAY, 39) ? steady(hour, day) : 0);
    let hosts: Hosts = { web1: until(steady, DAY), web2: back };
    let kept: readonly SilenceRow[] = [];
    for (let age = 0; age < 42; age += 1) {
      const ports = { ...portsOf(hosts), earlier: () => Promise.resolve(kept) };
      const { rows } = await lookAt(addDays(DAY, age), ports);
      if (age === 40) {
        const states = rows.map(({ state, host }) => [state, host]);
        expect(states).toContainEqual(['recovered', null]);
      }
      expect(rows[0]).toMatchObject(
        age < 40 ? { host: null, mornings: age + 1 } : { host: 'web1', mornings: age + 1 },
      );
      kept = rows;
      hosts = { ...hosts };
    }
  });

  it('names a source that had no document in all its training days', async () => {
    const { rows, notes } = await lookAt(DAY, portsOf({}));
    expect(rows).toEqual([]);
    expect(notes).toEqual(['syslog: no document for 32 days: none is there']);
  });

  it('takes nothing over from sources that are switched off, or that it may not read', async () => {
    const hosts = { web1: until(steady, DAY), web2: steady };
    const { rows: kept } = await lookAt(DAY, portsOf(hosts));
    const refused = portsOf(hosts, { missingRights: () => Promise.resolve(['no "read"']) });
    const ports = { ...refused, earlier: () => Promise.resolve(kept) };
    expect((await lookAt(addDays(DAY, 1), ports)).rows).toEqual([]);
  });

  describe('marks', () => {
    const hosts = { web1: until(steady, DAY), web2: steady };
    const mark = (parts: Partial<Mark>): Mark => ({
      version: 1,
      kind: 'gone',
      scope: 'default',
      source: null,
      host: 'web1',
      subtype: null,
      reason: 'old',
      author: 'ann',
      at: '2026-03-03T09:00:00.000Z',
      until: null,
      ...parts,
    });
    const statesWith = async (marks: readonly Mark[], day: Day): Promise<string[]> => {
      const look = await lookAt(day, { ...portsOf(hosts), marks: () => Promise.resolve(marks) });
      return look.rows.map(({ state }) => state);
    };

    it('make a host gone, or muted until a date', async () => {
      expect(await statesWith([mark({})], '2026-03-04')).toEqual(['gone']);
      const muted = mark({ kind: 'mute', until: '2026-03-10T00:00:00.000Z' });
      expect(await statesWith([muted], '2026-03-08')).toEqual(['muted']);
      expect(await statesWith([muted], '2026-03-09')).toEqual(['silent']);
    });

    it('are taken back by a later one', async () => {
      const back = mark({ kind: 'back', at: '2026-03-03T10:00:00.000Z' });
      expect(await statesWith([back, mark({})], '2026-03-04')).toEqual(['silent']);
    });

    it('about another host change nothing', async () => {
      expect(await statesWith([mark({ host: 'web9' })], '2026-03-04')).toEqual(['silent']);
    });
  });

  it('reports for a day that a host has events again, and what is missing', async () => {
    const gap: Draw = (hour, day) => (day === DAY && hour >= 2 && hour < 20 ? 0 : 12);
    const { rows } = await lookAt(DAY, portsOf({ web1: gap, web2: steady }));
    expect(rows).toMatchObject([
      { state: 'recovered', host: 'web1', recovered_at: '2026-03-02T20:00:00.000Z', missing: 216 },
    ]);
    expect((await lookAt(addDays(DAY, 2), portsOf({ web1: gap, web2: steady }))).rows).toEqual([]);
  });

  it('reports a holiday of most offices in one line, and one quiet office separately', async () => {
    const closed: Draw = (hour, day) => (day === DAY ? 0 : office(hour, day));
    const holiday = await lookAt(
      DAY,
      portsOf({ a: closed, b: closed, c: closed, d: office, e: steady }),
    );
    expect(holiday.rows).toEqual([]);
    expect(holiday.quiet_together).toBe('quiet like a Sunday, as are 3 of 4 office sources');
    const alone = await lookAt(
      DAY,
      portsOf({ a: closed, b: office, c: office, d: office, e: steady }),
    );
    expect(told(alone)).toEqual(['silent syslog a 1']);
    expect(alone.quiet_together).toBeNull();
  });

  it('reports a series that is quiet on a working day as at weekends, while its host is not', async () => {
    const closed: Draw = (hour, day) => (day === DAY ? 0 : office(hour, day));
    const { rows, quiet_together: together } = await lookAt(
      DAY,
      portsOf({ 'web1/4': closed, web1: steady, 'web2/4': closed, web2: steady }),
    );
    expect(rows).toMatchObject([{ state: 'silent', source: 'syslog', host: null, subtype: '4' }]);
    expect(together).toBeNull();
  });

  describe('decisions of people', () => {
    const quietOn =
      (draw: Draw, day: Day, from = 0, to = 24): Draw =>
      (hour, on) =>
        on === day && hour >= from && hour < to ? 0 : draw(hour, on);
    const silencesWith = async (
      hosts: Hosts,
      decisions: Partial<Decisions>,
      day = DAY,
      earlier: readonly SilenceRow[] = [],
    ): Promise<string[]> => {
      const said = () => Promise.resolve({ ...NO_DECISIONS, ...decisions });
      const kept = () => Promise.resolve(earlier);
      return told(await lookAt(day, { ...portsOf(hosts), decisions: said, earlier: kept }));
    };
    const down = { web1: quietOn(steady, DAY), web2: steady };
    const like = { means: ['like_sunday'] as const };

    it('excuse the silence of a day that is not assessed, for the sources of the calendar', async () => {
      expect(await silencesWith(down, {})).toEqual(['silent syslog web1 1']);
      expect(await silencesWith(down, { calendars: [calendarOn([DAY])] })).toEqual([]);
      const others = [calendarOn([DAY], { sources: ['ossec'] })];
      expect(await silencesWith(down, { calendars: others })).toEqual(['silent syslog web1 1']);
    });

    it('excuse hours of maintenance, but no silence that continues after them', async () => {
      const calendars = [windowOn(DAY, [2, 8])];
      const brief = { web1: quietOn(steady, DAY, 2, 8), web2: steady };
      expect(await silencesWith(brief, {})).toEqual(['recovered syslog web1 0']);
      expect(await silencesWith(brief, { calendars })).toEqual([]);
      const lasting = { web1: until(steady, DAY, 2), web2: steady };
      expect(await silencesWith(lasting, { calendars })).toEqual(['silent syslog web1 1']);
    });

    it('lift a silence that was reported before they were made', async () => {
      const night = until(steady, DAY, 20);
      const hosts = { web1: quietOn(night, DAY), web2: steady };
      const { rows } = await lookAt(DAY, portsOf(hosts));
      const calendars = [calendarOn([DAY, addDays(DAY, 1)])];
      const next = addDays(DAY, 1);
      expect(await silencesWith(hosts, {}, next, rows)).toEqual(['silent syslog web1 2']);
      expect(await silencesWith(hosts, { calendars }, next, rows)).toEqual([]);
    });

    it('have an office be quiet on a holiday as on a Sunday, and a host that never rests be silent', async () => {
      const calendars = [calendarOn([DAY], like)];
      const closed = { a: quietOn(office, DAY), b: office, c: steady };
      expect(await silencesWith(closed, {})).toEqual(['silent syslog a 1']);
      expect(await silencesWith(closed, { calendars })).toEqual([]);
      expect(await silencesWith(down, { calendars })).toEqual(['silent syslog web1 1']);
    });

    it('await no job of Sundays on a holiday', async () => {
      const sundays: Draw = (hour, day) => (weekdayOf(day) === 0 && hour === 3 ? 40 : 0);
      const calendars = [calendarOn([DAY], like)];
      expect(await silencesWith({ job: sundays, web: steady }, { calendars })).toEqual([]);
    });

    it('teach from no holiday that an office is usually quiet for longer', async () => {
      const feast = addDays(DAY, -12);
      const calendars = [calendarOn([feast], like)];
      const hosts = { a: quietOn(quietOn(office, feast), DAY), b: office, c: steady };
      const without = { a: quietOn(office, DAY), b: office, c: steady };
      const dueOf = async (some: Hosts, decisions: Partial<Decisions>) => {
        const said = () => Promise.resolve({ ...NO_DECISIONS, ...decisions });
        const { rows } = await lookAt(DAY, { ...portsOf(some), decisions: said });
        return rows.find(({ host }) => host === 'a')?.due_by;
      };
      expect(await dueOf(hosts, { calendars })).toBe(await dueOf(without, {}));
    });

    it('excuse hours that a series is expected to be silent in', async () => {
      const gap = quietOn(steady, DAY, 2, 10);
      const hosts = { 'web1/4': gap, 'web2/4': gap, web1: steady, web2: steady };
      const expected = { subtype: '4', day: DAY, hours: [2, 3, 4, 5, 6, 7, 8, 9] };
      const judgments = [judgmentOf({ ...expected, until: '2027-01-01' })];
      const series = (rows: readonly string[]) => rows.filter((row) => row.includes(' 4 '));
      expect(series(await silencesWith(hosts, {}))).toHaveLength(1);
      expect(series(await silencesWith(hosts, { judgments }))).toEqual([]);
    });

    describe('about hours that are over', () => {
      const severity4 = (draw: Draw): Hosts => ({
        'web1/4': draw,
        'web2/4': draw,
        web1: steady,
        web2: steady,
      });
      const dueOf = async (draw: Draw, decisions: Partial<Decisions>) => {
        const said = () => Promise.resolve({ ...NO_DECISIONS, ...decisions });
        const { rows } = await lookAt(DAY, { ...portsOf(severity4(draw)), decisions: said });
        return rows.find(({ subtype }) => subtype === '4')?.due_by;
      };
      const hours = Array.from({ length: 10 }, (_, hour) => hour + 2);
      const outageOn = (day: Day, draw: Draw): Draw => quietOn(draw, day, 2, 12);
      const [first, second] = [addDays(DAY, -11), addDays(DAY, -19)];
      const stopped = until(() => 1, DAY, 3);
      const twice = outageOn(first, outageOn(second, stopped));
      const judged = (day: Day, judgment: 'expected' | 'incident', parts = {}) =>
        judgmentOf({ id: day, subtype: '4', day, hours, judgment, until: null, ...parts });

      it('leave those of an incident out of what the series is learned from', async () => {
        const judgments = [judged(first, 'incident'), judged(second, 'incident')];
        const usual = await dueOf(stopped, {});
        expect(usual).toBe('2026-03-02T05:00:00.000Z');
        expect(await dueOf(twice, {})).not.toBe(usual);
        expect(await dueOf(twice, { judgments })).toBe(usual);
        const ofSource = judgments.map((one) => ({ ...one, subtype: null }));
        expect(await dueOf(twice, { judgments: ofSource })).toBe(usual);
      });

      it('leave those of an incident of another series in', async () => {
        const other = { subtype: '6' };
        const judgments = [judged(first, 'incident', other), judged(second, 'incident', other)];
        expect(await dueOf(twice, { judgments })).toBe(await dueOf(twice, {}));
      });

      it('count expected ones as usual, also the one outage that would not teach', async () => {
        const once = outageOn(first, stopped);
        const untaught = await dueOf(once, {});
        expect(untaught?.slice(0, 13)).toMatch(/^2026-03-02T0[5-7]$/);
        const judgments = [judged(first, 'expected', { until: '2027-01-01' })];
        const later = await dueOf(once, { judgments });
        // As long as the outage of ten hours at least, which is usual now.
        expect(later?.slice(0, 13)).toMatch(/^2026-03-02T1[2-8]$/);
        const ended = [judged(first, 'expected', { until: DAY })];
        expect(await dueOf(once, { judgments: ended })).toBe(untaught);
      });
    });

    describe('and what nobody can know', () => {
      const missingOf = async (
        hosts: Hosts,
        day: Day,
        decisions: Partial<Decisions> = {},
        parts: Partial<SilencePorts> = {},
      ) => {
        const said = () => Promise.resolve({ ...NO_DECISIONS, ...decisions });
        const { rows } = await lookAt(day, { ...portsOf(hosts), decisions: said, ...parts });
        const row = rows.find(({ host }) => host === 'a' || host === 'web1');
        return [row?.state, row?.missing];
      };

      it('are not events that are missing once a host speaks again: maintenance', async () => {
        const hosts = { web1: quietOn(steady, DAY, 2, 20), web2: steady };
        expect(await missingOf(hosts, DAY)).toEqual(['recovered', 18 * 12]);
        const calendars = [windowOn(DAY, [2, 8])];
        expect(await missingOf(hosts, DAY, { calendars })).toEqual(['recovered', 12 * 12]);
      });

      it('are not events that are missing: a day that is unknown', async () => {
        const [next, last] = [addDays(DAY, 1), addDays(DAY, 2)];
        const gap: Draw = (hour, day) =>
          (day === DAY && hour >= 10) || day === next || (day === last && hour < 6) ? 0 : 12;
        const hosts = { web1: gap, web2: steady };
        expect(await missingOf(hosts, last)).toEqual(['recovered', 44 * 12]);
        const { counting } = portsOf(hosts);
        const countDay: CountingPorts['countDay'] = (source, group, day, stop) =>
          day.day === next
            ? Promise.resolve({ state: 'unknown', reason: 'a shard failed', searches: 1 })
            : counting.countDay(source, group, day, stop);
        const parts = { counting: { ...counting, countDay } };
        expect(await missingOf(hosts, last, {}, parts)).toEqual(['recovered', 20 * 12]);
      });

      it('end the count of what is missing, and the row says when', async () => {
        const hosts = { web1: until(steady, DAY), web2: steady };
        const next = addDays(DAY, 1);
        const first = await lookAt(DAY, portsOf(hosts));
        expect(first.rows).toMatchObject([{ missing: 24 * 12, missing_until: null }]);
        const { counting } = portsOf(hosts);
        const countDay: CountingPorts['countDay'] = (source, group, day, stop) =>
          day.day === next
            ? Promise.resolve({ state: 'unknown', reason: 'a shard failed', searches: 1 })
            : counting.countDay(source, group, day, stop);
        const parts = {
          counting: { ...counting, countDay },
          earlier: () => Promise.resolve(first.rows),
        };
        const { rows } = await lookAt(addDays(DAY, 2), { ...portsOf(hosts), ...parts });
        expect(rows).toMatchObject([{ missing: 48 * 12, missing_until: null }]);
        const calendars = [calendarOn([next])];
        const decisions = () => Promise.resolve({ ...NO_DECISIONS, calendars });
        const excused = await lookAt(next, { ...portsOf(hosts), ...parts, decisions });
        const midnight = `${next}T00:00:00.000Z`;
        const counted = excused.rows.map(({ missing, missing_until: end }) => [missing, end]);
        expect(counted).toEqual([[24 * 12, midnight]]);
      });

      it('are not events that are missing: a holiday of offices', async () => {
        const [friday, tuesday] = [addDays(DAY, -3), addDays(DAY, 1)];
        const holiday = (draw: Draw): Draw => quietOn(draw, DAY);
        const a = holiday(quietOn(quietOn(office, friday, 14), tuesday, 0, 12));
        const others = (draw: Draw): Hosts => ({ b: draw, c: draw, d: draw, e: steady });
        // Friday from 14:00 on, and Tuesday from 8:00 to 12:00.
        expect(await missingOf({ a, ...others(holiday(office)) }, tuesday)).toEqual([
          'recovered',
          7 * 20,
        ]);
        expect(await missingOf({ a, ...others(office) }, tuesday)).toEqual(['recovered', 16 * 20]);
      });

      it('are not events that are missing of a silence that lasts, also after its training days', async () => {
        const hosts = { web1: until(steady, DAY), web2: steady };
        const calendars = [calendarOn([addDays(DAY, 2), addDays(DAY, 3)])];
        let kept: readonly SilenceRow[] = [];
        for (const age of [0, 5, 40]) {
          const parts = { earlier: () => Promise.resolve(kept) };
          const day = addDays(DAY, age);
          const hours = 24 * (age + 1);
          expect(await missingOf(hosts, day, {}, parts)).toEqual(['silent', 12 * hours]);
          const excused = age < 2 ? 0 : 48;
          expect(await missingOf(hosts, day, { calendars }, parts)).toEqual([
            'silent',
            12 * (hours - excused),
          ]);
          kept = (await lookAt(day, { ...portsOf(hosts), ...parts })).rows;
        }
      });
    });

    it('name a calendar that cannot be used', async () => {
      const bad = calendarMark({ name: 'bad', ics: 'broken' });
      const decisions = () => Promise.resolve({ ...NO_DECISIONS, calendars: [bad] });
      const { notes } = await lookAt(DAY, { ...portsOf({ web1: steady }), decisions });
      expect(notes).toEqual([expect.stringMatching('^calendar bad is not used: ')]);
    });
  });

  it('takes nothing for silence that it may not read', async () => {
    const ports = portsOf(
      { web1: until(steady, DAY) },
      { missingRights: () => Promise.resolve(['no privilege "read" on "logs-*"']) },
    );
    const { rows, notes } = await lookAt(DAY, ports);
    expect(rows).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('not watched for silence')]);
  });

  it('takes unknown days for no silence', async () => {
    const unknown: CountingPorts['countDay'] = () =>
      Promise.resolve({ state: 'unknown', reason: 'a shard failed', searches: 1 });
    const whole = portsOf({ web1: steady });
    const countDay: CountingPorts['countDay'] = (source, group, day, stop) =>
      day.day >= DAY
        ? unknown(source, group, day, stop)
        : whole.counting.countDay(source, group, day, stop);
    const ports = { ...whole, counting: { ...whole.counting, countDay } };
    const { rows, notes } = await lookAt(addDays(DAY, 3), ports);
    expect(rows).toEqual([]);
    expect(notes).toEqual(['syslog: 2026-03-05 is unknown: a shard failed']);
  });

  it.each<[string, Partial<SilencePorts>]>([
    ['the field', { hostFields: () => Promise.resolve(TROUBLE) }],
    ['the count', {}],
  ])('knows nothing of hosts where %s of them is unknown, and says so', async (_what, parts) => {
    const whole = portsOf({ web1: until(steady, DAY, 14), web2: steady });
    const countDay: CountingPorts['countDay'] = (source, group, day, stop) =>
      source.id.endsWith('~hosts') && day.day === DAY
        ? Promise.resolve({ ...TROUBLE, searches: 1 })
        : whole.counting.countDay(source, group, day, stop);
    const counting = { ...whole.counting, countDay };
    const look = await lookAt(DAY, { ...whole, counting, ...parts });
    const words = ['syslog: its hosts are not watched for silence: 1 of 5 shards failed'];
    expect(look).toMatchObject({ notes: words, unwatched: words });
    expect(look).toMatchObject({ sources: ['syslog'], without_hosts: ['syslog'] });
    expect(look.watched).toMatchObject({ sources: 1, series: 1 });
  });

  it('asks for the field of hosts again after it was unknown', async () => {
    const whole = portsOf({ web1: until(steady, DAY, 14), web2: steady });
    const answers: Awaited<ReturnType<SilencePorts['hostFields']>>[] = [TROUBLE];
    const hostFields: SilencePorts['hostFields'] = (...asked) => {
      const [answer] = answers.splice(0, 1);
      return answer === undefined ? whole.hostFields(...asked) : Promise.resolve(answer);
    };
    const memory = new SilenceMemory();
    const now = new Date(`${DAY}T20:00:00Z`);
    const request = { scope: 'default', settings, at: now, now, memory };
    const looks = [0, 1].map(() => () => lookAtSilence(request, { ...whole, hostFields }, signal));
    const [first, second] = [await looks[0]?.(), await looks[1]?.()];
    expect([first?.watched.hosts, second?.watched.hosts]).toEqual([0, 2]);
  });

  it('names a host whose clock is ahead, and counts its last event as now', async () => {
    const now = new Date('2026-03-02T12:00:00Z');
    const ports: SilencePorts = {
      ...portsOf({ web1: until(steady, DAY, 3), web2: until(steady, DAY, 12) }),
      lastEvents: () =>
        Promise.resolve({ state: 'known', value: new Map([['web1', now.getTime() + 9e6]]) }),
    };
    const look = await lookAtSilence({ scope: 'default', settings, at: now, now }, ports, signal);
    expect(look.rows.filter(({ host }) => host === 'web1')).toEqual([]);
    expect(look.notes).toEqual([
      'The clock of web1 is ahead, so its last event is taken as of now.',
    ]);
  });

  it('knows last events to the minute on the present day, and is silent the same day', async () => {
    const now = new Date('2026-03-02T12:20:00Z');
    const last = Date.parse('2026-03-02T07:58:00Z');
    const ports: SilencePorts = {
      ...portsOf({ web1: until(steady, DAY, 8), web2: until(steady, DAY, 13) }),
      lastEvents: () => Promise.resolve({ state: 'known', value: new Map([['web1', last]]) }),
    };
    const look = await lookAtSilence({ scope: 'default', settings, at: now, now }, ports, signal);
    expect(look.rows).toMatchObject([
      { host: 'web1', last_seen: '2026-03-02T07:58:00.000Z', is_to_the_minute: true },
    ]);
    // Twelve an hour from 07:58 to 12:05, and not from 07:00 on.
    const half = Date.parse('2026-03-02T07:30:00Z');
    const lastEvents: SilencePorts['lastEvents'] = () =>
      Promise.resolve({ state: 'known', value: new Map([['web1', half]]) });
    const earlier = await lookAtSilence(
      { scope: 'default', settings, at: now, now },
      { ...ports, lastEvents },
      signal,
    );
    const [row, before] = [look.rows[0]?.missing ?? 0, earlier.rows[0]?.missing ?? 0];
    expect(before - row).toBe(6);
    expect(row).toBe(49);
  });

  it('reports no hosts that were seen on two days only', async () => {
    const pod: Draw = (hour, day) => (day >= '2026-02-26' && day <= '2026-02-27' ? 12 : 0);
    expect((await lookAt(DAY, portsOf({ pod, web: steady }))).rows).toEqual([]);
  });

  it('lists the most overdue first', async () => {
    const { poisson } = randomFrom(3);
    const slow: Draw = () => poisson(0.7);
    const hosts = {
      slow: until(slow, '2026-02-28'),
      fast: until(steady, '2026-02-28'),
      alive: steady,
    };
    expect((await lookAt(DAY, portsOf(hosts))).rows.map(({ host }) => host)).toEqual([
      'fast',
      'slow',
    ]);
  });

  describe('what can no longer be looked at', () => {
    const hosts = { web1: until(steady, DAY, 14), web2: steady };
    const storing = (rows: readonly SilenceRow[]) => ({ stored: () => Promise.resolve(rows) });
    const carrying = (rows: readonly SilenceRow[]) => ({ earlier: () => Promise.resolve(rows) });
    const TEXT = { state: 'unknown', reason: 'the field "host" is mapped as text' } as const;
    const withoutField = { hostFields: () => Promise.resolve(TEXT) };

    type Counted = Awaited<ReturnType<CountingPorts['countDay']>>;

    /** Ports whose counts of some days are replaced. */
    function replacing(
      whole: SilencePorts,
      isReplaced: (day: Day, isOfHosts: boolean) => boolean,
      answer: Counted,
    ): SilencePorts {
      const countDay: CountingPorts['countDay'] = (source, group, asked, stop) =>
        isReplaced(asked.day, source.id.endsWith('~hosts'))
          ? Promise.resolve(answer)
          : whole.counting.countDay(source, group, asked, stop);
      return { ...whole, counting: { ...whole.counting, countDay } };
    }

    /** The same for one day, of hosts or of anything. */
    const countingOn = (whole: SilencePorts, day: Day, isHosts: boolean, answer: Counted) =>
      replacing(whole, (asked, ofHosts) => asked === day && (!isHosts || ofHosts), answer);

    /** The same for all days before one. */
    const unreadBefore = (whole: SilencePorts, day: Day, isHosts: boolean, answer: Counted) =>
      replacing(whole, (asked, ofHosts) => asked < day && (!isHosts || ofHosts), answer);

    /** A day whose documents came, but hardly one with the field that it is counted by. */
    const blind = (day: Day, found: number) =>
      ({
        state: 'known',
        searches: 1,
        value: countsDay({
          day,
          documents: 168,
          without_subtype: 168 - found,
          series: new Map(found === 0 ? [] : [['web1', hoursOf(found)]]),
        }),
      }) as const;
    const hoursOf = (events: number) =>
      Array.from({ length: 24 }, (_, hour) => Number(hour < events));

    it('stays silent as it was stored where the day of the source is unknown now', async () => {
      const ports = portsOf({ web1: until(steady, DAY, 10) });
      const { rows } = await lookAt(DAY, ports);
      expect(rows).toMatchObject([{ state: 'silent', host: null, subtype: null, missing: 168 }]);
      const unknown = countingOn(ports, DAY, false, { ...TROUBLE, searches: 1 });
      const again = await lookAt(DAY, { ...unknown, ...storing(rows) });
      expect(again.rows).toEqual(rows);
      expect(again).toMatchObject({ lifted: [], not_known: 'syslog' });
      expect(again.watched).toMatchObject({ sources: 0, series: 0 });
    });

    it('is worth another look where the day of a source is unknown because of trouble that may pass', async () => {
      const ports = portsOf({ web1: steady });
      const passing = { ...TROUBLE, is_passing: true, searches: 1 } as const;
      const look = await lookAt(DAY, countingOn(ports, DAY, false, passing));
      expect(look).toMatchObject({
        is_troubled: true,
        unwatched: ['syslog: 2026-03-02 is unknown: 1 of 5 shards failed'],
        not_known: 'syslog',
      });
      const lasting = await lookAt(DAY, countingOn(ports, DAY, false, { ...TROUBLE, searches: 1 }));
      expect(lasting).toMatchObject({ is_troubled: false, unwatched: [] });
    });

    it('is worth another look where only the source is, and its hosts are known', async () => {
      const ports = portsOf({ web1: steady });
      const passing = { ...TROUBLE, is_passing: true, searches: 1 } as const;
      const ofSource = replacing(ports, (day, isOfHosts) => day === DAY && !isOfHosts, passing);
      const look = await lookAt(DAY, ofSource);
      expect(look).toMatchObject({ is_troubled: true, without_hosts: [], not_known: 'syslog' });
    });

    it('is worth another look where training days are unknown because of trouble that may pass', async () => {
      const passing = { ...TROUBLE, is_passing: true, searches: 1 } as const;
      const whole = portsOf({ web1: until(steady, addDays(DAY, -2)), web2: steady });
      expect(told(await lookAt(DAY, whole))).toEqual(['silent syslog web1 3']);
      const ofHosts = unreadBefore(whole, addDays(DAY, -1), true, passing);
      const look = await lookAt(DAY, ofHosts);
      expect(look.rows).toEqual([]);
      const words =
        'syslog: the silence of its hosts is assessed without some days: 30 training days unknown (2026-01-30 to 2026-02-28), 1 of 5 shards failed';
      expect(look).toMatchObject({ is_troubled: true, unwatched: [words], notes: [words] });
      const ofAll = await lookAt(DAY, unreadBefore(whole, addDays(DAY, -1), false, passing));
      expect(ofAll).toMatchObject({ is_troubled: true });
      expect(ofAll.unwatched[0]).toMatch(
        /^syslog: its silence is assessed without some days: 30 training days unknown/,
      );
      // A note about its hosts would say the same.
      expect(ofAll.unwatched).toHaveLength(1);
    });

    it('names its hosts also where some of its days are unread and this one is unknown for good', async () => {
      const passing = { ...TROUBLE, is_passing: true, searches: 1 } as const;
      const whole = countingOn(portsOf({ web1: steady }), DAY, false, blind(DAY, 0));
      const ports = unreadBefore(whole, addDays(DAY, -25), false, passing);
      const hostFields = () => Promise.resolve({ ...TROUBLE, is_passing: true } as const);
      expect((await lookAt(DAY, { ...ports, hostFields })).unwatched).toEqual([
        'syslog: its hosts are not watched for silence: 1 of 5 shards failed',
        'syslog: its silence is assessed without some days: 6 training days unknown (2026-01-30 to 2026-02-04), 1 of 5 shards failed',
      ]);
    });

    it('has the unread days first where hosts are not watched for good', async () => {
      const passing = { ...TROUBLE, is_passing: true, searches: 1 } as const;
      const ports = unreadBefore(portsOf(hosts), addDays(DAY, -25), false, passing);
      const look = await lookAt(DAY, { ...ports, ...withoutField });
      expect(look.is_troubled).toBe(true);
      expect(look.unwatched).toEqual([
        'syslog: its silence is assessed without some days: 6 training days unknown (2026-01-30 to 2026-02-04), 1 of 5 shards failed',
        `syslog: its hosts are not watched for silence: ${TEXT.reason}`,
      ]);
    });

    it('has the note about trouble that may pass first, since it is why the day is partial', async () => {
      const other = {
        ...countsSource({ subtype_fields: ['severity'] }),
        id: 'ossec',
        index: 'ossec-*',
      };
      const hostFields: SilencePorts['hostFields'] = ({ id }) =>
        Promise.resolve(id === 'ossec' ? { ...TROUBLE, is_passing: true } : TEXT);
      const at = new Date(`${addDays(DAY, 1)}T00:00:00Z`);
      const both = { ...settings, sources: [...settings.sources, other] };
      const asked = { scope: 'default', settings: both, at, now: at };
      const look = await lookAtSilence(asked, { ...portsOf(hosts), hostFields }, signal);
      expect(look.is_troubled).toBe(true);
      expect(look.unwatched).toEqual([
        'ossec: its hosts are not watched for silence: 1 of 5 shards failed',
        `syslog: its hosts are not watched for silence: ${TEXT.reason}`,
      ]);
    });

    it('names trouble of hosts also on a day of which the source is unknown for good', async () => {
      const ports = countingOn(portsOf({ web1: steady }), DAY, false, blind(DAY, 0));
      const hostFields = () => Promise.resolve({ ...TROUBLE, is_passing: true } as const);
      const look = await lookAt(DAY, { ...ports, hostFields });
      expect(look.is_troubled).toBe(true);
      expect(look.unwatched).toEqual([
        'syslog: its hosts are not watched for silence: 1 of 5 shards failed',
      ]);
    });

    it('stays silent as it was stored where the field of the host cannot be used any more', async () => {
      const { rows } = await lookAt(DAY, portsOf(hosts));
      const again = await lookAt(DAY, { ...portsOf(hosts), ...withoutField, ...storing(rows) });
      expect(rows).toMatchObject([{ host: 'web1' }]);
      expect(again.rows).toEqual(rows);
      expect(again.notes).toEqual([
        `syslog: its hosts are not watched for silence: ${TEXT.reason}`,
      ]);
      expect(again).toMatchObject({ lifted: [], not_known: 'the hosts of syslog' });
      expect(again.watched).toMatchObject({ hosts: 0 });
    });

    it('stands for the series that only it wrote, as it was stored', async () => {
      const both = { ...hosts, 'web1/3': until(steady, DAY, 14) };
      const { rows } = await lookAt(DAY, portsOf(both));
      expect(rows).toMatchObject([{ host: 'web1', below: [{ subtype: '3' }] }]);
      const again = await lookAt(DAY, { ...portsOf(both), ...withoutField, ...storing(rows) });
      expect(again.rows).toEqual(rows);
    });

    it('is lifted only once it was really seen with events', async () => {
      const { rows } = await lookAt(DAY, portsOf(hosts));
      const late = await lookAt(DAY, { ...portsOf({ ...hosts, web1: steady }), ...storing(rows) });
      expect(late.rows).toEqual([]);
      expect(late.lifted).toEqual([{ source: 'syslog', host: 'web1', subtype: null }]);
      const calendars = [calendarOn([DAY])];
      const decisions = () => Promise.resolve({ ...NO_DECISIONS, calendars });
      const excused = await lookAt(DAY, { ...portsOf(hosts), ...storing(rows), decisions });
      expect(excused).toMatchObject({ rows: [], lifted: [] });
    });

    it('is not lifted by an event of the next day, minutes after the day is over', async () => {
      const ports = portsOf(hosts);
      const { rows } = await lookAt(DAY, ports);
      const back = Date.parse(`${addDays(DAY, 1)}T00:05:00Z`);
      const lastEvents: SilencePorts['lastEvents'] = () =>
        Promise.resolve({ state: 'known', value: new Map([['web1', back]]) });
      const at = new Date(`${addDays(DAY, 1)}T00:00:00Z`);
      const now = new Date(`${addDays(DAY, 1)}T00:10:00Z`);
      const asked = { scope: 'default', settings, at, now };
      const look = await lookAtSilence(asked, { ...ports, ...storing(rows), lastEvents }, signal);
      expect(look.rows).toMatchObject([{ state: 'silent', host: 'web1' }]);
      expect(look.lifted).toEqual([]);
    });

    it('is not lifted where it fell silent again after late data', async () => {
      const { rows } = await lookAt(DAY, portsOf(hosts));
      const later = { ...hosts, web1: until(steady, DAY, 18) };
      const again = await lookAt(DAY, { ...portsOf(later), ...storing(rows) });
      expect(again.rows).toMatchObject([
        { state: 'silent', host: 'web1', last_seen: '2026-03-02T17:00:00.000Z' },
      ]);
      expect(again.lifted).toEqual([]);
    });

    it.each([
      [0, 'none of 168 documents of 2026-03-02 has the field host'],
      [2, 'only 2 of 168 documents of 2026-03-02 have the field host'],
    ])('are hosts on a day on which %s documents have the field', async (found, reason) => {
      const ports = countingOn(
        portsOf({ web1: steady, web2: steady }),
        DAY,
        true,
        blind(DAY, found),
      );
      const look = await lookAt(DAY, ports);
      expect(look.rows).toEqual([]);
      expect(look.notes).toEqual([`syslog: its hosts are not watched for silence: ${reason}`]);
      expect(look.is_troubled).toBe(false);
      const next = await lookAt(addDays(DAY, 1), ports);
      expect([next.rows, next.notes]).toEqual([[], []]);
    });

    it('are the series and the whole of a source on a day without the field of its series', async () => {
      const ports = countingOn(portsOf({ web1: steady }), DAY, false, blind(DAY, 0));
      const look = await lookAt(DAY, ports);
      expect(look.rows).toEqual([]);
      expect(look.notes).toEqual([
        'syslog: 2026-03-02 is unknown: none of 168 documents of 2026-03-02 has the field severity',
      ]);
    });

    it('are hosts whose documents may not be read, with the right that is missing', async () => {
      const right = 'privilege "read" is missing on "logs-*"';
      const missingRights: CountingPorts['missingRights'] = ({ id }) =>
        Promise.resolve(id.endsWith('~hosts') ? [right] : []);
      const look = await lookAt(DAY, portsOf(hosts, { missingRights }));
      expect(look.rows).toEqual([]);
      expect(look).toMatchObject({ is_troubled: false, not_known: 'the hosts of syslog' });
      expect(look.unwatched).toEqual([`syslog: its hosts are not watched for silence: ${right}`]);
    });

    it('says of each source of the same documents why its hosts are unknown', async () => {
      const program = countsSource({ id: 'programs', subtype_fields: ['program'] });
      const at = new Date(`${addDays(DAY, 1)}T00:00:00Z`);
      const both = { ...settings, sources: [...settings.sources, program] };
      const asked = { scope: 'default', settings: both, at, now: at };
      const ports = { ...portsOf(hosts), ...withoutField };
      const look = await lookAtSilence(asked, ports, signal);
      expect(look.unwatched).toEqual([
        `syslog, programs: their hosts are not watched for silence: ${TEXT.reason}`,
      ]);
      expect(look.not_known).toBe('the hosts of syslog, programs');
      const countDay: CountingPorts['countDay'] = (source, group, day, stop) =>
        source.id === 'syslog' && day.day === DAY
          ? Promise.resolve({ ...TROUBLE, searches: 1 })
          : ports.counting.countDay(source, group, day, stop);
      const counting = { ...ports.counting, countDay };
      const half = await lookAtSilence(asked, { ...ports, counting }, signal);
      expect(half.not_known).toBe('syslog; the hosts of programs');
      expect(half.unwatched).toEqual([
        `programs: its hosts are not watched for silence: ${TEXT.reason}`,
      ]);
    });

    it('is silent, with a note, where a host may only have lost its field', async () => {
      const whole = portsOf(hosts);
      const countDay: CountingPorts['countDay'] = async (...asked) => {
        const answer = await whole.counting.countDay(...asked);
        const [source, , { day }] = asked;
        if (answer.state === 'unknown' || day !== DAY || source.id === 'syslog') return answer;
        const documents = answer.value.documents + 120;
        return { ...answer, value: { ...answer.value, documents, without_subtype: 120 } };
      };
      const value = Array.from({ length: 24 }, (_, hour) => (hour < 14 ? 0 : 12));
      const hoursWithout = () => Promise.resolve({ state: 'known', value } as const);
      const counting = { ...whole.counting, countDay };
      const look = await lookAt(DAY, { ...whole, counting, hoursWithout });
      expect(told(look)).toEqual(['silent syslog web1 1']);
      const words =
        'syslog: web1 may have lost the field host: 120 documents came without it from 14:00 on';
      expect(look).toMatchObject({ notes: [words], unwatched: [words] });
      expect(look).toMatchObject({ is_troubled: false, not_known: null });
    });

    it.each([
      ['skips an hour', '2026-03-29', '2026-03-29T02:05:00Z', [12, 12]],
      ['shows an hour twice', '2026-04-05', '2026-04-04T18:05:00Z', [12, 12, 24]],
    ] as const)('is unknown as soon where the clock %s', async (_, day, time, found) => {
      // In the second of these, the hour after 02:00 comes twice.
      const zone = day === '2026-03-29' ? 'Europe/Berlin' : 'Australia/Sydney';
      const draw: Draw = (hour, one) => (one === day ? (found[hour] ?? 0) : 12);
      const whole = portsOf({ web1: draw });
      const countDay: CountingPorts['countDay'] = async (...asked) => {
        const answer = await whole.counting.countDay(...asked);
        const [source, , { day: counted }] = asked;
        if (answer.state === 'unknown' || counted !== day || source.id === 'syslog') return answer;
        const documents = answer.value.documents + 13;
        return { ...answer, value: { ...answer.value, documents, without_subtype: 13 } };
      };
      const value = Array.from({ length: 24 }, (_none, hour) => ({ 3: 12, 4: 1 })[hour] ?? 0);
      const hoursWithout = () => Promise.resolve({ state: 'known', value } as const);
      const counting = { ...whole.counting, countDay };
      const at = new Date(time);
      const asked = { scope: 'default', settings: { ...settings, zone }, at, now: at };
      const look = await lookAtSilence(asked, { ...whole, counting, hoursWithout }, signal);
      expect(look.not_known).toBe('the hosts of syslog');
    });

    it('has unknown days, and not days without events, where its counts are unknown', async () => {
      const down = { web1: until(steady, DAY), web2: steady };
      const { rows } = await lookAt(DAY, portsOf(down));
      const next = addDays(DAY, 1);
      const without = await lookAt(next, { ...portsOf(down), ...withoutField, ...carrying(rows) });
      expect(without.rows).toMatchObject([{ host: 'web1', daily: Array<null>(31).fill(null) }]);
      const whole = { ...portsOf(down), ...carrying(rows) };
      const inPart = countingOn(whole, next, true, { ...TROUBLE, searches: 1 });
      const { daily } = (await lookAt(next, inPart)).rows[0] ?? {};
      expect(daily?.slice(-3)).toEqual([288, 0, null]);
    });

    it('has zeros in known days after its counts have left the training days', async () => {
      const { rows } = await lookAt(DAY, portsOf({ web1: until(steady, DAY), web2: steady }));
      const look = await lookAt(addDays(DAY, 50), {
        ...portsOf({ web2: steady }),
        ...carrying(rows),
      });
      expect(look.rows).toMatchObject([{ host: 'web1', daily: Array<number>(31).fill(0) }]);
    });

    it('misses no events in hours in which its hosts are unknown', async () => {
      const down = { web1: until(steady, DAY), web2: steady };
      const { rows } = await lookAt(DAY, portsOf(down));
      let kept = rows;
      for (const age of [1, 2]) {
        const day = addDays(DAY, age);
        const look = await lookAt(day, { ...portsOf(down), ...withoutField, ...carrying(kept) });
        expect(look.rows).toMatchObject([
          { host: 'web1', missing: 24 * 12, missing_until: '2026-03-03T00:00:00.000Z' },
        ]);
        kept = look.rows;
      }
      // Nobody looked on the day between.
      const earlier = () => Promise.resolve(rows.map((row) => ({ ...row, stored_on: DAY })));
      const ports = { ...portsOf(down), ...withoutField, earlier };
      const look = await lookAt(addDays(DAY, 2), ports);
      expect(look.rows).toMatchObject([
        { missing: 24 * 12, missing_until: '2026-03-03T00:00:00.000Z' },
      ]);
    });

    it('is looked at again only if the trouble may pass', async () => {
      const lookWith = (answer: Awaited<ReturnType<SilencePorts['hostFields']>>) =>
        lookAt(DAY, { ...portsOf(hosts), hostFields: () => Promise.resolve(answer) });
      expect((await lookWith({ ...TROUBLE, is_passing: true })).is_troubled).toBe(true);
      expect((await lookWith(TEXT)).is_troubled).toBe(false);
    });

    it('is named: last events that are known to the hour only', async () => {
      const now = new Date('2026-03-02T12:20:00Z');
      const lastEvents = () => Promise.resolve(TROUBLE);
      const ports = { ...portsOf({ web1: until(steady, DAY, 12) }), lastEvents };
      const look = await lookAtSilence({ scope: 'default', settings, at: now, now }, ports, signal);
      expect(look.notes).toEqual([
        'syslog: last events of hosts are known to the hour only: 1 of 5 shards failed',
      ]);
    });
  });
});
