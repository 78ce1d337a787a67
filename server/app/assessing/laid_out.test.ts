import { parseSettings } from '../../../common/settings/parse_settings';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import {
  assessAtLimits,
  assessSeries,
  unusualByScore,
} from '../../../common/waveform/assess_series';
import { trainingTable } from '../../../common/waveform/calibrated/training_table';
import { HourTable } from '../../../common/waveform/hours/hour_table';
import { SeriesNames } from '../../../common/waveform/hours/series_names';
import { seriesContexts } from '../../../common/waveform/hours/series_context';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import { judgmentOf } from '../../../test/fixtures/judgments';
import { randomOf } from '../../../test/fixtures/page_random';
import { NOTHING_DECIDED } from '../deciding/decisions';
import { assessSource, isUnknown, prepareSource, type PreparedSource } from './assess_source';
import { layingOut } from './laid_out';
import { sourceOfDay, type SourceToAssess } from './source_to_assess';

/** The clock goes back on 2026-11-01. */
const ZONE = 'America/Toronto';
const TESTED: Day = '2026-11-20';
const TRAINING = 31;
const parsed = parseSettings({ zone: ZONE, training: { days: TRAINING } });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const settings = { ...parsed.settings, sources: [countsSource()] };
const identity = { scope: 'default', run_id: 'run', settings_hash: 'hash', seen_by: null };

/** Days of series of many sizes; on some days all of them are silent for some hours. */
function keptDay(day: Day, age: number, names?: SeriesNames): SourceDay {
  const random = randomOf(age + 1);
  const table = new HourTable(16, names);
  for (let place = 0; place < 60; place += 1) {
    if (place % 7 === age % 7) continue;
    for (let hour = 0; hour < 24; hour += 1) {
      const isSilent = age === 4 && hour > 8 && hour < 15;
      const mean = 0.4 * 1.15 ** place;
      const burst = age === 0 && place % 9 === 0 && hour === 5 ? 8 * mean + 9 : 0;
      const events = isSilent ? 0 : Math.round(mean * (0.6 + 0.8 * random()) + burst);
      if (events > 0) table.add(`series ${place}`, hour, events);
    }
  }
  if (age === 0) table.add('never before', 3, 9);
  return countsDay({ day, zone: ZONE, documents: 10, series: table });
}

function toAssessWith(parts: Partial<SourceToAssess> = {}): SourceToAssess {
  const days = daysBefore(addDays(TESTED, 1), TRAINING + 1);
  const [tested, ...training] = days.map((day, age) => keptDay(day, age));
  return {
    source: countsSource(),
    day: localDay(TESTED, ZONE),
    tested,
    training,
    open_hours: new Set(),
    decided: NOTHING_DECIDED,
    ...parts,
  };
}

const toAssess = toAssessWith();

describe('layingOut', () => {
  it('gives the table that the case of each series gives', () => {
    // As the source itself is found to be silent.
    const silent = new Set([9, 10, 11, 12, 13, 14]);
    const learned = toAssess.training.map((counts, place) => ({
      counts,
      local: localDay(counts.day, ZONE),
      silent: place === 3 ? silent : new Set<number>(),
    }));
    const { tested, day } = toAssess;
    if (tested === undefined) throw new Error('no tested day');
    const ofTested = { counts: tested, local: day, silent: new Set([23]) };
    const layOut = layingOut(ofTested, learned, settings.training);
    const prepared = prepareSource(toAssess, settings, identity);
    for (const subtype of prepared.subtypes) {
      const seriesCase = prepared.caseOf(subtype);
      const expected = trainingTable(seriesCase, settings.training);
      const laidOut = layOut?.(subtype);
      expect(laidOut?.table).toEqual(expected);
      const counts = seriesCase.counts.map((one, hour) => (hour === 23 ? NaN : (one ?? NaN)));
      expect(Array.from(laidOut?.counts ?? [])).toEqual(counts);
      expect(laidOut?.weekday).toBe(5);
    }
  });

  it('gives the same where the days share their names, and for a name that no day knows', () => {
    const { tested, day, training } = toAssess;
    if (tested === undefined) throw new Error('no tested day');
    const names = new SeriesNames();
    const sharing = [tested, ...training].map((counts, age) => keptDay(counts.day, age, names));
    const mixed = [tested, ...sharing.slice(1)];
    const [layOut, ...others] = [[tested, ...training], sharing, mixed].map((kept) => {
      const rows = kept.map((counts) => ({
        counts,
        local: localDay(counts.day, ZONE),
        silent: new Set<number>(),
      }));
      return layingOut(rows[0] && { ...rows[0], local: day }, rows.slice(1), settings.training);
    });
    for (const subtype of [...names.from(0), 'of no day']) {
      const own = structuredClone(layOut?.(subtype));
      expect(others.map((other) => other?.(subtype))).toEqual([own, own]);
      const isKnown = own?.table.counts.some((count) => count > 0) === true;
      expect(isKnown).toBe(subtype !== 'of no day' && subtype !== 'never before');
    }
  });

  it('is not for days that stand in no table, and not for an unknown one', () => {
    const rows = toAssess.training.map((counts) => ({
      counts: { ...counts, series: new Map(counts.series) },
      local: localDay(counts.day, ZONE),
      silent: new Set<number>(),
    }));
    const [first] = rows;
    expect(layingOut(first, rows, settings.training)).toBeUndefined();
    expect(layingOut(undefined, [], settings.training)).toBeUndefined();
  });
});

describe('a series that is surely quiet', () => {
  const isQuiet = (prepared: PreparedSource, given: SourceToAssess, subtype: string): boolean => {
    const context = seriesContexts(sourceOfDay(given), settings)(subtype);
    const seriesCase = prepared.assessedCase(subtype);
    return assessAtLimits(seriesCase, given.day.columns, settings, context).isQuiet;
  };

  it('is one of which no threshold finds anything', () => {
    const prepared = prepareSource(toAssess, settings, identity);
    const told = prepared.subtypes.map((subtype) => prepared.isSurelyQuiet(subtype));
    const really = prepared.subtypes.map((subtype) => isQuiet(prepared, toAssess, subtype));
    expect(told).toEqual(really);
    expect(new Set(told)).toEqual(new Set([true, false]));
  });

  it('has a score unless it is quiet, which decides by itself what thresholds find', () => {
    const prepared = prepareSource(toAssess, settings, identity);
    const contextOf = seriesContexts(sourceOfDay(toAssess), settings);
    let loud = 0;
    for (const subtype of prepared.subtypes) {
      const score = prepared.scoreUnlessQuiet(subtype);
      expect(score === 'quiet').toBe(prepared.isSurelyQuiet(subtype));
      if (score === undefined || score === 'quiet') continue;
      loud += 1;
      const context = contextOf(subtype);
      const isUnusual = unusualByScore(score, settings, context);
      const seriesCase = prepared.assessedCase(subtype);
      const { columns } = toAssess.day;
      for (const limit of [3, 3.7, 5, 8, 20, 100]) {
        const by = { ...settings, calibrated: { score_limit: limit } };
        const { state } = assessSeries(seriesCase, columns, by, context);
        expect(isUnusual?.(limit)).toBe(state === 'unusual');
        const known = assessAtLimits(seriesCase, columns, settings, context, score);
        expect(known.assess(limit)).toEqual(assessSeries(seriesCase, columns, by, context));
      }
      expect(
        unusualByScore(score, settings, { ...context, floors: { least_count: 5 } }),
      ).toBeUndefined();
    }
    expect(loud).toBeGreaterThan(3);
    expect(prepared.scoreUnlessQuiet('never before')).toBeUndefined();
  });

  it('is passed over by assessing a source, which finds the same', () => {
    const prepared = prepareSource(toAssess, settings, identity);
    const each = prepared.subtypes.map((subtype) => prepared.assess(subtype));
    const { findings, series, unknown } = assessSource(toAssess, settings, identity);
    const found = each.flatMap(({ finding }) => finding ?? []);
    expect(found.length).toBeGreaterThan(0);
    expect(findings).toEqual(prepared.finding === null ? found : [prepared.finding, ...found]);
    expect([series, unknown]).toEqual([each.length, each.filter(isUnknown).length]);
  });

  it.each([
    ['is judged', { judgments: [judgmentOf({ subtype: 'series 20', day: TESTED })], calendar: [] }],
  ])('is not known for one that %s', (_, decided) => {
    const prepared = prepareSource(toAssessWith({ decided }), settings, identity);
    expect(prepared.isSurelyQuiet('series 20')).toBe(false);
    expect(prepared.isSurelyQuiet('series 22')).toBe(true);
  });

  it('is not known for one with days to leave out, nor under the method of the talk', () => {
    const omitted = { source: 'syslog', subtype: 'series 20', omit_days: daysBefore(TESTED, 2) };
    const own = prepareSource(toAssess, { ...settings, series: [omitted] }, identity);
    expect([own.isSurelyQuiet('series 20'), own.isSurelyQuiet('series 22')]).toEqual([false, true]);
    const talk = prepareSource(toAssess, { ...settings, method: 'talk' }, identity);
    expect(talk.isSurelyQuiet('series 22')).toBe(false);
  });
});
