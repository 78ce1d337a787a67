import type { Calendar } from '../../../common/calendar';
import type { Judgment } from '../../../common/marks';
import { parseSettings } from '../../../common/settings/parse_settings';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import { DAY, fakePorts } from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource, seriesOf } from '../../../test/fixtures/counts_source';
import { calendarOn } from '../../../test/fixtures/calendars';
import { judgmentOf } from '../../../test/fixtures/judgments';
import type { KeptSeriesPorts } from '../counting/kept_source';
import { collectOneSeries } from '../counting/one_series';
import { judgmentWords } from './judgment_words';
import { replayJudgment } from './replay_judgment';

const { signal } = new AbortController();
const WEEKS = [0, 7, 14, 21, 28];
/** A day on which somebody broke in, at 20:00. */
const ATTACK = addDays(DAY, -9);

/** A weekly backup at 03:00 that varies, among usual days. */
function keptDay(day: Day, age: number): SourceDay {
  const usual = Array.from({ length: 24 }, (_, hour) => 40 + ((hour * 7 + age * 5) % 9));
  const isBackup = age % 7 === 0 && age < 31;
  const hours = usual.map((count, hour) => {
    if (hour === 3 && isBackup) return 900 + 90 * age;
    return hour === 20 && day === ATTACK ? 900 : count;
  });
  const other = usual.map((count) => count + 3);
  return countsDay({
    day,
    documents: 2000,
    series: seriesOf([
      ['5', hours],
      ['6', other],
    ]),
  });
}

const ages = [...daysBefore(addDays(DAY, 1), 62)].map((day, age) => [day, age] as const);
const kept = new Map(ages.map(([day, age]) => [day, keptDay(day, age)]));

function settings() {
  const parsed = parseSettings({ zone: 'UTC', training: { weekend: [] } });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return { ...parsed.settings, sources: [countsSource()] };
}

/** A day as it is read for one of its series. */
function narrowed(day: SourceDay, key: string | null): SourceDay {
  const collector = collectOneSeries(key);
  for (const [subtype, hours] of day.series) collector.add(subtype, hours);
  return { ...day, series: collector.series() };
}

function tried(
  proposed: Judgment,
  judgments: readonly Judgment[] = [],
  store = kept,
  calendars: readonly Calendar[] = [],
) {
  const { ports } = fakePorts(new Map(), {}, store);
  const readKeptSeries: KeptSeriesPorts['readKeptSeries'] = (_source, _zone, key) => {
    const days = new Map([...store].map(([day, one]) => [day, narrowed(one, key)]));
    return Promise.resolve({ days, problem: null });
  };
  const request = { source: countsSource(), settings: settings(), to: DAY, days: 31 };
  const decisions = { judgments, calendars };
  return replayJudgment({ ...request, decisions, proposed }, { ...ports, readKeptSeries }, signal);
}

const about = { day: DAY, hours: [3], until: addDays(DAY, 92) };
const backup = judgmentOf({
  ...about,
  id: 'new',
  repeats: 'weekday',
  at: '2030-01-01T00:00:00.000Z',
});
const attack = judgmentOf({ id: 'attack', judgment: 'incident', day: ATTACK, hours: [20] });

describe('replayJudgment', () => {
  it('says which findings go, and that confirmed incidents stay', async () => {
    const replay = await tried(backup, [attack]);
    expect(replay.days).toHaveLength(31);
    expect(replay.gone).toEqual(WEEKS.map((age) => addDays(DAY, -age)).reverse());
    expect(replay.confirmed).toEqual([ATTACK]);
    expect(replay.lost).toEqual([]);
    expect(judgmentWords(replay)).toBe(
      'Over the last 31 days: 5 findings go, 1 confirmed incident stays.',
    );
  });

  it('changes nothing if there was the same judgment before, and brings findings back', async () => {
    const before = { ...backup, id: 'old', at: '2029-01-01T00:00:00.000Z' };
    expect(judgmentWords(await tried(backup, [before]))).toBe(
      'Over the last 31 days: no finding changes.',
    );
    const back = judgmentOf({
      ...about,
      id: 'back',
      judgment: 'none',
      at: '2031-01-01T00:00:00.000Z',
    });
    const replay = await tried(back, [before, attack]);
    expect(replay.new).toHaveLength(5);
    expect(judgmentWords(replay)).toBe(
      'Over the last 31 days: 5 new findings appear, 1 confirmed incident stays.',
    );
  });

  it('assesses one series as if all were there', async () => {
    const alone = new Map(
      [...kept].map(([day, one]) => [
        day,
        { ...one, series: new Map([...one.series].filter(([subtype]) => subtype === '5')) },
      ]),
    );
    expect(await tried(backup, [], alone)).toEqual(await tried(backup));
  });

  it('knows days that a calendar excuses: no finding of theirs goes or stays', async () => {
    const feast = addDays(DAY, -7);
    const calendars = [calendarOn([feast, ATTACK])];
    const replay = await tried(backup, [attack], kept, calendars);
    const others = WEEKS.map((age) => addDays(DAY, -age)).filter((day) => day !== feast);
    expect(replay.gone).toEqual(others.reverse());
    expect([...replay.confirmed, ...replay.lost, ...replay.moved]).toEqual([]);
  });

  it('says so if nothing is kept', async () => {
    const replay = await tried(backup, [], new Map());
    expect(replay.days).toEqual([]);
    expect(judgmentWords(replay)).toContain('not known');
    expect(replay.notes[0]).toContain('syslog: 31 days not assessed');
  });
});
