import { parseSettings } from '../../../common/settings/parse_settings';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import type { Finding } from '../../../common/waveform/hours/finding';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import { DAY, fakePorts, NOW } from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource, hoursWith, seriesOf } from '../../../test/fixtures/counts_source';
import type { Judgment } from '../../../common/marks';
import { judgmentOf } from '../../../test/fixtures/judgments';
import { compareFindings } from './compare_findings';
import { assessSource } from '../assessing/assess_source';
import { replay } from './replay';
import type { Run } from '../runs/run';
import { startedRun } from '../runs/started_run';
import { NOTHING_DECIDED } from '../deciding/decisions';

const { signal } = new AbortController();
const DAYS = 10;

function keptDay(day: Day, at15: number): SourceDay {
  const usual = Array.from({ length: 24 }, (_, hour) => 8 + ((hour * 7) % 3));
  const hours = usual.map((count, hour) => (hour === 15 ? at15 : count));
  return countsDay({ day, documents: 300, series: seriesOf([['5', hours]]) });
}

const training = daysBefore(DAY, DAYS).map((day) => keptDay(day, 9));
const tested = keptDay(DAY, 400);
const kept = new Map([tested, ...training].map((counts) => [counts.day, counts]));

function runWith(parts: Partial<Run> = {}): Run {
  const parsed = parseSettings({ zone: 'UTC', training: { days: DAYS } });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  const settings = { ...parsed.settings, sources: [countsSource()] };
  const who = { attempt: '1', started_by: null, origin: 'command' as const };
  const started = startedRun({ day: DAY, scope: 'default', settings, now: NOW, ...who });
  const result = { source: 'syslog', state: 'judged' as const, series: 1, documents: 300 };
  const source_results = [
    {
      ...result,
      not_judged: 0,
      below_floor: 0,
      without_subtype: 0,
      training_days: DAYS,
      searches: 1,
    },
  ];
  // As it comes back from where it is stored.
  const settingsKept: unknown = JSON.parse(JSON.stringify(started.settings));
  return { ...started, status: 'analyzed', settings: settingsKept, source_results, ...parts };
}

function storedFindings(): readonly Finding[] {
  const { settings, ...run } = startedRunAndSettings();
  const toAssess = {
    source: countsSource(),
    tested,
    training,
    open_hours: new Set<number>(),
    decided: NOTHING_DECIDED,
  };
  return assessSource({ ...toAssess, day: localDay(DAY, 'UTC') }, settings, run).findings;
}

function startedRunAndSettings() {
  const parsed = parseSettings({ zone: 'UTC', training: { days: DAYS } });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  const { scope, run_id, settings_hash } = runWith();
  const settings = { ...parsed.settings, sources: [countsSource()] };
  return { scope, run_id, settings_hash, seen_by: null, settings };
}

const stored = storedFindings();
const replayed = (
  parts: { run?: Partial<Run>; store?: Map<Day, SourceDay>; judged?: Judgment[] } = {},
  found = stored,
) => {
  const { ports } = fakePorts(new Map(), {}, parts.store ?? kept);
  const judgments = () => Promise.resolve(parts.judged ?? []);
  return replay(runWith(parts.run), found, { ...ports, judgments }, signal);
};

describe('replay', () => {
  it('finds the same from the same counts and settings', async () => {
    expect(stored).toMatchObject([{ subtype: '5', verdict: 'more', hours: [15] }]);
    expect(await replayed()).toEqual({
      run_id: `default:${DAY}:UTC`,
      sources: ['syslog'],
      findings: 1,
      changes: [],
      notes: [],
    });
  });

  it('says what differs: a finding gone, one that came, one that changed', async () => {
    const [finding] = stored;
    if (finding === undefined) throw new Error('nothing was found');
    const gone = { ...finding, subtype: '6' };
    const changed = { ...finding, surprise: 1.5 };
    expect((await replayed({}, [changed, gone])).changes).toMatchObject([
      { subtype: '5', before: { surprise: 1.5 }, after: { surprise: finding.surprise } },
      { subtype: '6', before: { verdict: 'more' }, after: null },
    ]);
    expect((await replayed({}, [])).changes).toMatchObject([{ subtype: '5', before: null }]);
  });

  it('assesses with the settings of the run, not with the current ones', async () => {
    const { settings, ...run } = startedRunAndSettings();
    const calibrated = { score_limit: 100 };
    const high = JSON.parse(JSON.stringify({ ...settings, calibrated })) as unknown;
    const { changes } = await replayed({ run: { ...run, settings: high } });
    expect(changes).toMatchObject([{ before: { verdict: 'more' } }]);
  });

  it.each([
    ['the day was not over', { '@timestamp': `${DAY}T20:00:00Z` }, 'the day had not ended'],
    ['not all could be seen', { seen_by: 'eve' }, 'without the right to read all'],
    ['its settings are of another shape', { settings: {} }, 'another version kept its settings'],
  ])('compares nothing where %s', async (_, run, words) => {
    const { sources, notes } = await replayed({ run });
    expect(sources).toEqual([]);
    expect(notes[0]).toContain(words);
  });

  it('assesses with the judgments of the run, even if they were taken back since', async () => {
    const about = { day: DAY, hours: [15], until: addDays(DAY, 92) };
    const expected = judgmentOf({ ...about, id: 'a' });
    const back = judgmentOf({
      ...about,
      id: 'b',
      judgment: 'none',
      at: '2030-01-01T00:00:00.000Z',
    });
    const judged = [expected, back];
    const run = { judgments: ['a'], judgments_hash: 'x' };
    expect((await replayed({ run, judged }, [])).changes).toEqual([]);
    expect((await replayed({ run, judged })).changes).toMatchObject([{ after: null }]);
    // A run of an earlier version knew of none.
    expect((await replayed({ judged })).changes).toEqual([]);
    expect((await replayed({ run, judged: [] })).notes).toEqual([
      '1 judgment of the run no longer kept',
    ]);
  });

  it('assesses by the days of calendars that the run has kept', async () => {
    const feast = { day: DAY, means: 'not_assessed', sources: null, hours: null, name: 'Feast' };
    const run = { calendar: [feast], calendar_hash: 'x' } as const;
    const isSame = async (given: Partial<Run>, found?: readonly Finding[]): Promise<boolean> =>
      (await replayed({ run: given }, found)).changes.length === 0;
    expect(await isSame({ ...run, calendar: [{ ...feast, means: 'not_assessed' }] }, [])).toBe(
      true,
    );
    expect(await isSame({})).toBe(true);
  });

  it('says what happened to kept counts', async () => {
    const without = new Map(kept);
    without.delete(DAY);
    const { sources, notes } = await replayed({ store: without });
    expect({ sources, notes }).toEqual({
      sources: [],
      notes: ['syslog: the counts of the day are no longer kept'],
    });
    const fewer = new Map(kept);
    fewer.delete(addDays(DAY, -3));
    fewer.set(DAY, { ...tested, documents: 302 });
    expect((await replayed({ store: fewer })).notes).toEqual([
      'syslog: the day was counted again since, 302 documents instead of 300',
      'syslog: 9 training days kept, the run learned from 10',
    ]);
  });
});

describe('compareFindings', () => {
  const [finding] = stored;
  if (finding === undefined) throw new Error('nothing was found');
  const [hour] = finding.flagged;
  if (hour === undefined) throw new Error('an hour was expected');

  it('takes other words for the same finding', () => {
    const reworded: Finding = {
      ...finding,
      sentence: 'At 15:00 there were 400 events where 9 are usual.',
      basis: 'ten days',
      series_name: 'Notices of syslog',
    };
    expect(compareFindings(stored, [reworded])).toEqual([]);
    expect(compareFindings(stored, [{ ...finding, today: hoursWith({}) }])).toEqual([]);
  });

  it('takes a finding of an older version, without directions and with other ranges, for the same', () => {
    const { direction, ...older } = hour;
    expect(direction).toBe('more');
    const runs = finding.runs.map((run) => ({ ...run, usual: [1, 20] as const }));
    const before = { ...finding, flagged: [{ ...older, usual: [1, 20] as const }], runs };
    expect(compareFindings([before], stored)).toEqual([]);
  });

  it.each<[string, Partial<Finding>]>([
    ['the verdict', { verdict: 'new' }],
    ['the hours', { hours: [14] }],
    ['the events within the same hours', { flagged: [{ ...hour, events: hour.events + 1 }] }],
    ['the direction', { flagged: [{ ...hour, direction: 'less' }] }],
    ['the number of events', { count: finding.count + 1 }],
    ['what is usual', { expected: 10 }],
    ['the surprise', { surprise: 1.5 }],
  ])('sees that %s changed', (_what, parts) => {
    const [change, ...others] = compareFindings(stored, [{ ...finding, ...parts }]);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      subtype: '5',
      before: { verdict: 'more' },
      after: { sentence: finding.sentence },
    });
  });

  it('sees by how much a series moved', () => {
    const shift = { hours: 1, is_whole_day: false, is_clock_change: false, due: [14] };
    const moved: Finding = { ...finding, verdict: 'moved', shift };
    expect(compareFindings([moved], [{ ...moved, shift: { ...shift, hours: 2 } }])).toHaveLength(1);
  });

  it('sees no difference where only a newer version says that the hours of a shift are not sure', () => {
    const shift = { hours: 7, is_whole_day: true, is_clock_change: false, due: [14] };
    const moved: Finding = { ...finding, verdict: 'moved', shift };
    expect(compareFindings([moved], [{ ...moved, shift: { ...shift, is_about: true } }])).toEqual(
      [],
    );
  });
});
