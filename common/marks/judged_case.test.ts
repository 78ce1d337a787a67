import fc from 'fast-check';
import { generateCases } from '../../test/generator/labeled_case';
import { judgmentOf } from '../../test/fixtures/judgments';
import { parseSettings } from '../settings/parse_settings';
import { addDays, daysBefore } from '../time/day';
import { localDay } from '../time/local_day';
import { describeSeries } from '../waveform/describe_series';
import type { SeriesCase } from '../waveform/hours/series_case';
import { judgedCase } from './judged_case';
import { type Judgment, judgmentsFor, judgmentsInForce } from './judgment';

const DAY = '2015-04-01';
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const { settings } = parsed;

const flat = (count: number): number[] => Array<number>(24).fill(count);
const at = (hours: Readonly<Record<number, number>>, rest: number): number[] =>
  flat(rest).map((count, hour) => hours[hour] ?? count);

/** A series of 40 an hour, with some days that are otherwise. */
function caseOf(days: Readonly<Record<string, readonly number[]>>, day = DAY): SeriesCase {
  const countsOn = (one: string) => days[one] ?? flat(40);
  const training = daysBefore(day, 31).map((one) => ({ day: one, counts: countsOn(one) }));
  return { day, counts: countsOn(day), training };
}

function assess(
  seriesCase: SeriesCase,
  judgments: readonly Judgment[],
  method: 'calibrated' | 'talk' = 'calibrated',
) {
  const { columns } = localDay(seriesCase.day, 'UTC');
  const judged = judgedCase(seriesCase, judgmentsFor(judgments, seriesCase.day, 31));
  return describeSeries(judged, columns, { ...settings, method }, {});
}

const flagged = (described: ReturnType<typeof assess>): number[] =>
  'flagged' in described.assessment ? described.assessment.flagged.map(({ hour }) => hour) : [];

const BACKUP = { 3: 900, 4: 700 };

describe('judgedCase', () => {
  it('makes no finding of hours that are judged expected, and draws their counts', () => {
    const judgments = [judgmentOf({ hours: [3, 4] })];
    const backup = caseOf({ [DAY]: at(BACKUP, 40) });
    expect(flagged(assess(backup, []))).toEqual([3, 4]);
    const described = assess(backup, judgments);
    expect(described.assessment.state).toBe('usual');
    expect(described.today[3]).toBe(900);
    expect(flagged(assess(backup, judgments, 'talk'))).toEqual([]);
  });

  it('still finds the other hours of that day', () => {
    const day = caseOf({ [DAY]: at({ ...BACKUP, 20: 900 }, 40) });
    expect(flagged(assess(day, [judgmentOf({ hours: [3, 4] })]))).toEqual([20]);
  });

  it('carries a recurring judgment to the days that come, until its end', () => {
    const next = addDays(DAY, 7);
    const counts = at(BACKUP, 40);
    const weekly = judgmentOf({ hours: [3, 4], repeats: 'weekday', until: addDays(DAY, 14) });
    expect(flagged(assess(caseOf({ [next]: counts }, next), [weekly]))).toEqual([]);
    const thursday = addDays(DAY, 8);
    expect(flagged(assess(caseOf({ [thursday]: counts }, thursday), [weekly]))).toEqual([3, 4]);
    const after = addDays(DAY, 14);
    expect(flagged(assess(caseOf({ [after]: counts }, after), [weekly]))).toEqual([3, 4]);
  });

  it('learns from expected hours that robust cleaning throws out', () => {
    const last = addDays(DAY, -7);
    const series = caseOf({ [last]: at(BACKUP, 40) });
    const usualAt3 = (judgments: readonly Judgment[]): number =>
      assess(series, judgments).assessment.usual_day?.[3] ?? NaN;
    expect(usualAt3([])).toBeCloseTo(40, 0);
    expect(usualAt3([judgmentOf({ day: last, hours: [3, 4] })])).toBeGreaterThan(60);
  });

  it('learns nothing from the hours of an incident', () => {
    // Three days with an attack look like a habit.
    const attack = Object.fromEntries(
      [1, 2, 5].map((age) => [addDays(DAY, -age), at({ 20: 900 }, 40)]),
    );
    const again = caseOf({ ...attack, [DAY]: at({ 20: 300 }, 40) });
    const incidents = Object.keys(attack).map((day) =>
      judgmentOf({ id: day, judgment: 'incident', day, hours: [20] }),
    );
    const usualAt20 = (judgments: readonly Judgment[]): number =>
      assess(again, judgments).assessment.usual_day?.[20] ?? NaN;
    expect(usualAt20([])).toBeGreaterThan(45);
    expect(usualAt20(incidents)).toBeCloseTo(40, 0);
    expect(flagged(assess(again, incidents))).toEqual([20]);
  });

  it('keeps an incident a finding if a rule calls its hours expected', () => {
    const day = caseOf({ [DAY]: at(BACKUP, 40) });
    const daily = judgmentOf({ day: addDays(DAY, -1), hours: [3, 4], repeats: 'daily' });
    const incident = judgmentOf({ id: 'b', judgment: 'incident', hours: [3, 4] });
    expect(flagged(assess(day, [daily, incident]))).toEqual([3, 4]);
  });

  it('says so where all hours are judged expected', () => {
    const all = judgmentOf({ hours: flat(0).map((_, hour) => hour), repeats: 'daily' });
    expect(assess(caseOf({}), [all]).assessment).toMatchObject({
      state: 'not_judged',
      reason: 'expected_hours',
    });
  });

  it('makes nothing new of a new series in hours that are expected', () => {
    const first: SeriesCase = {
      day: DAY,
      counts: at({ 6: 3, 9: 1 }, 0),
      training: daysBefore(DAY, 31).map((day) => ({ day, counts: flat(0) })),
    };
    expect(flagged(assess(first, []))).toEqual([6, 9]);
    expect(flagged(assess(first, [judgmentOf({ hours: [6] })]))).toEqual([9]);
    expect(flagged(assess(first, [judgmentOf({ hours: [6, 9] })]))).toEqual([]);
  });

  it('gives the same finding byte for byte once all judgments are taken back', () => {
    const cases = generateCases(3, 2).slice(0, 40);
    const scopes = fc.record({
      which: fc.nat(cases.length - 1),
      age: fc.nat(31),
      hours: fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 24 }),
      repeats: fc.constantFrom('once', 'weekday', 'daily'),
      judgment: fc.constantFrom('expected', 'incident'),
    });
    fc.assert(
      fc.property(scopes, ({ which, age, hours, repeats, judgment }) => {
        const seriesCase = cases[which];
        if (seriesCase === undefined) throw new Error('no such case');
        const day = addDays(seriesCase.day, -age);
        const about = { day, hours: [...hours].sort((a, b) => a - b), repeats } as const;
        const said = judgmentOf({ ...about, judgment, until: addDays(seriesCase.day, 1) });
        const back = judgmentOf({
          ...about,
          id: 'b',
          judgment: 'none',
          at: '2030-01-01T00:00:00Z',
        });
        const before = JSON.stringify(assess(seriesCase, []));
        const judged = assess(seriesCase, judgmentsInForce([said]));
        const isOnDay = repeats === 'daily' || age % (repeats === 'weekday' ? 7 : 32) === 0;
        const excused = judgment === 'expected' && isOnDay ? new Set(hours) : new Set<number>();
        for (const hour of flagged(judged)) expect(excused.has(hour)).toBe(false);
        expect(JSON.stringify(assess(seriesCase, judgmentsInForce([said, back])))).toBe(before);
      }),
      { numRuns: 120 },
    );
  });
});
