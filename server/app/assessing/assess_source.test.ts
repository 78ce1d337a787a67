import { parseSettings } from '../../../common/settings/parse_settings';
import type { Settings } from '../../../common/settings/settings';
import { presetSources } from '../../../common/sources/presets';
import type { Source } from '../../../common/sources/source';
import { addDays, daysBefore } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import { NOTHING_DECIDED } from '../deciding/decisions';
import { assessSource, prepareSource } from './assess_source';
import type { SourceToAssess } from './source_to_assess';

const DAY = '2015-04-01';
const identity = { scope: 'default', run_id: 'default:run', settings_hash: 'abc', seen_by: null };

function settingsOf(parts: object = {}): Settings {
  const parsed = parseSettings({ zone: 'UTC', method: 'talk', ...parts });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return parsed.settings;
}

function syslog(): Source {
  const source = presetSources.find(({ id }) => id === 'syslog');
  if (source === undefined) throw new Error('the preset is gone');
  return source;
}

const flat = (count: number): number[] => Array<number>(24).fill(count);
const at = (hours: Readonly<Record<number, number>>, rest: number): number[] =>
  flat(rest).map((count, hour) => hours[hour] ?? count);

function sourceDay(day: string, series: Readonly<Record<string, readonly number[]>>): SourceDay {
  return {
    source: 'syslog',
    day,
    zone: 'UTC',
    series: new Map(Object.entries(series)),
    documents: 1000,
    without_subtype: 0,
  };
}

function toAssess(parts: Partial<SourceToAssess>): SourceToAssess {
  return {
    source: syslog(),
    day: localDay(DAY, 'UTC'),
    tested: sourceDay(DAY, { '5': flat(9) }),
    open_hours: new Set<number>(),
    training: daysBefore(DAY, 31).map((day) => sourceDay(day, { '5': at({ 3: 10, 17: 8 }, 9) })),
    decided: NOTHING_DECIDED,
    ...parts,
  };
}

const assess = (parts: Partial<SourceToAssess>, settings = settingsOf()) =>
  assessSource(toAssess(parts), settings, identity);

describe('assessSource', () => {
  it('expects as many events in an hour that the clock shows twice as are logged in it', () => {
    const day = '2015-11-01';
    const training = daysBefore(day, 31).map((before) => ({
      ...sourceDay(before, { '5': flat(9) }),
      zone: 'America/Toronto',
    }));
    const tested = { ...sourceDay(day, { '5': at({ 1: 400 }, 9) }), zone: 'America/Toronto' };
    const { findings } = assess({ day: localDay(day, 'America/Toronto'), tested, training });
    expect(findings).toMatchObject([{ hours: [1], count: 400, expected: 18 }]);
  });

  it('says who, when, how much and against what', () => {
    const { findings } = assess({ tested: sourceDay(DAY, { '5': at({ 15: 400 }, 9) }) });
    expect(findings).toMatchObject([
      {
        ...identity,
        '@timestamp': '2015-04-01T15:00:00.000Z',
        day: DAY,
        source: 'syslog',
        subtype: '5',
        series_name: 'Syslog notice',
        series_code: 'syslog severity 5',
        tag: 'syslog_outlier',
        verdict: 'more',
        hours: [15],
        count: 400,
        expected: 9,
        sentence: '400 at 15:00, usually 9.',
      },
    ]);
  });

  it('counts series of the training days too', () => {
    expect(assess({ tested: sourceDay(DAY, { '5': flat(9), '3': flat(0) }) }).series).toBe(2);
    expect(assess({ tested: sourceDay(DAY, { '6': flat(9) }) }).series).toBe(2);
  });

  it('makes one finding of a source that falls silent, and assesses none of its series', () => {
    const tested = sourceDay(DAY, { '5': at({ 22: 0, 23: 0 }, 90), '6': at({ 22: 0, 23: 0 }, 5) });
    const training = daysBefore(DAY, 31).map((day) =>
      sourceDay(day, { '5': flat(90), '6': flat(5) }),
    );
    const assessed = assess({ tested, training });
    expect(assessed).toMatchObject({ silent_hours: [22, 23], unknown: 2 });
    expect(assessed.findings).toMatchObject([
      {
        subtype: null,
        verdict: 'silent',
        sentence: 'syslog: nothing from any series since 22:00; shipper or index missing.',
      },
    ]);
  });

  it('says that a source was silent over an hour that the clock skips in one stretch', () => {
    const day = localDay('2015-03-08', 'America/Toronto');
    const hours = at({ 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 }, 90);
    const tested = { ...sourceDay(day.day, { '5': hours }), zone: day.zone };
    const training = daysBefore(day.day, 31).map((before) => ({
      ...sourceDay(before, { '5': flat(90) }),
      zone: day.zone,
    }));
    expect(assess({ day, tested, training }).findings).toMatchObject([
      {
        hours: [0, 1, 3, 4],
        runs: [{ from: 0, to: 5, count: 0 }],
        sentence: 'syslog: nothing from any series from 00:00 to 05:00; shipper or index missing.',
      },
    ]);
  });

  it('says so when a source has documents but not the field', () => {
    const tested = { ...sourceDay(DAY, {}), without_subtype: 812 };
    const training = daysBefore(DAY, 31).map((day) => sourceDay(day, { '5': flat(90) }));
    expect(assess({ tested, training }).findings[0]?.sentence).toBe(
      'syslog: nothing from any series all day; 812 documents without syslog_severity_code.',
    );
  });

  it('does not take for silent what is not known, but what is not there', () => {
    const training = daysBefore(DAY, 31).map((day) => sourceDay(day, { '5': flat(90) }));
    const unknown = assess({ tested: undefined, training });
    expect(unknown).toMatchObject({ findings: [], silent_hours: [], unknown: 1 });
    const absent = assess({ tested: undefined, is_absent: true, training });
    expect(absent.findings.map(({ sentence }) => sentence)).toEqual([
      'syslog: nothing from any series all day; shipper or index missing.',
    ]);
  });

  it('does not say “all day” of a day that is not over', () => {
    const training = daysBefore(DAY, 31).map((day) => sourceDay(day, { '5': flat(90) }));
    const open_hours = new Set([17, 18, 19, 20, 21, 22, 23]);
    const absent = assess({ tested: undefined, is_absent: true, training, open_hours });
    expect(absent.findings.map(({ sentence, hours }) => [sentence, hours.length])).toEqual([
      ['syslog: nothing from any series since 00:00; shipper or index missing.', 17],
    ]);
    const tested = sourceDay(DAY, {});
    expect(assess({ tested, training, open_hours }).findings[0]?.sentence).toContain('since 00:00');
  });

  it('learns nothing of any series from a day of an outage, of its source or of all', () => {
    const wednesdays = [7, 14, 21, 28].map((days) => addDays(DAY, -days));
    const [loud] = wednesdays;
    const training = wednesdays.map((day) =>
      sourceDay(day, { '5': at({ 15: day === loud ? 4000 : 9, 3: 10 }, 9), '6': flat(20) }),
    );
    const tested = sourceDay(DAY, { '5': at({ 15: 60 }, 9), '6': flat(20) });
    const basisOf = (outages: object[]) => {
      const settings = settingsOf({ outages });
      const { assess: assessOne } = prepareSource(
        toAssess({ tested, training }),
        settings,
        identity,
      );
      const { assessment, omitted_days } = assessOne('6');
      return { basis: assessment.basis_days, omitted_days };
    };
    const without = { basis: wednesdays.slice(1).reverse(), omitted_days: [loud] };
    expect(basisOf([{ day: loud }])).toEqual(without);
    expect(basisOf([{ day: loud, source: 'syslog' }])).toEqual(without);
    const all = { basis: [...wednesdays].reverse(), omitted_days: [] };
    expect(basisOf([{ day: loud, source: 'ossec' }])).toEqual(all);
  });

  it('does not take a source for one that pauses since it paused in an outage', () => {
    const training = daysBefore(DAY, 31).map((day) => sourceDay(day, { '5': flat(90) }));
    const outages = [7, 14, 21].map((days) => ({ day: addDays(DAY, -days) }));
    const broken = training.map((day) =>
      outages.some((outage) => outage.day === day.day) ? sourceDay(day.day, {}) : day,
    );
    const tested = sourceDay(DAY, { '5': at({ 22: 0, 23: 0 }, 90) });
    const found = assess({ tested, training: broken }, settingsOf({ outages }));
    expect(found.silent_hours).toEqual([22, 23]);
  });

  it('does not learn from hours in which the source was silent', () => {
    const broken = addDays(DAY, -7);
    const training = daysBefore(DAY, 31).map((day) =>
      sourceDay(day, { '5': day === broken ? at({ 8: 0, 9: 0, 10: 0 }, 90) : at({ 3: 100 }, 90) }),
    );
    const { findings } = assess({
      tested: sourceDay(DAY, { '5': at({ 15: 4000 }, 90) }),
      training,
    });
    expect(findings[0]?.usual_day?.[9]).toBe(90);
  });

  it('does not compare a day that is not over', () => {
    const assessed = assess({
      tested: sourceDay(DAY, { '5': at({ 15: 400 }, 9) }),
      open_hours: new Set([20, 21, 22, 23]),
    });
    expect(assessed).toMatchObject({ findings: [], unknown: 1, silent_hours: [] });
  });

  it('keeps series apart whose names are words of the language', () => {
    const series = new Map([
      ['5', flat(9)],
      ['__proto__', at({ 6: 1 }, 0)],
      ['constructor', at({ 7: 1 }, 0)],
    ]);
    const { findings } = assess({ tested: { ...sourceDay(DAY, {}), series } });
    expect(findings.map(({ subtype, verdict }) => [subtype, verdict])).toEqual([
      ['__proto__', 'new'],
      ['constructor', 'new'],
    ]);
  });
});
