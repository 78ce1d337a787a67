import { parseSettings } from '../../../common/settings/parse_settings';
import type { Settings } from '../../../common/settings/settings';
import type { Source } from '../../../common/sources/source';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import { DAY, fakePorts } from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource, seriesOf } from '../../../test/fixtures/counts_source';
import { calendarOn } from '../../../test/fixtures/calendars';
import { judgmentOf } from '../../../test/fixtures/judgments';
import { randomOf } from '../../../test/fixtures/page_random';
import { closedIndices } from '../counting/closed_indices';
import { keptCase } from '../assessing/kept_case';
import { assessSource } from '../assessing/assess_source';
import { type Decisions, decisionsOf, NO_DECISIONS } from '../deciding/decisions';
import { previewSettings, type PreviewPorts, type SettingsPreview } from './preview_settings';

const { signal } = new AbortController();
const TRAINING = 10;
const DAYS = 8;
const identity = { scope: 'default', run_id: 'run', settings_hash: 'hash', seen_by: null };

function settingsWith(parts: object = {}, sources: readonly Source[] = [countsSource()]): Settings {
  const parsed = parseSettings({ zone: 'UTC', training: { days: TRAINING }, ...parts });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return { ...parsed.settings, sources };
}

/** Kept days of two noisy series; each of the last days has a burst. */
function keptDays(count: number): Map<Day, SourceDay> {
  const random = randomOf(7);
  const noisy = (mean: number, age: number): number[] =>
    Array.from({ length: 24 }, (_, hour) => {
      const burst = age < DAYS && hour === (age * 5) % 24 ? mean * 0.25 * (DAYS - age) : 0;
      return Math.round(mean * (0.8 + 0.4 * random()) + burst);
    });
  const days = daysBefore(addDays(DAY, 1), count).map((day, age): [Day, SourceDay] => {
    const rows = [20, 100].map((mean) => [String(mean), noisy(mean, age)] as const);
    return [day, countsDay({ day, documents: 10, series: seriesOf(rows) })];
  });
  return new Map(days);
}

const kept = keptDays(DAYS + TRAINING);

/** Answers from what is kept of the source `syslog` in UTC, for the days that are asked for. */
const readKept: PreviewPorts['readKept'] = (source, zone, days) => {
  const isKept = source.id === 'syslog' && source.index === 'logs-*' && zone === 'UTC';
  const found = days.flatMap((day) => {
    const counts = isKept ? kept.get(day) : undefined;
    return counts === undefined ? [] : [[day, counts] as const];
  });
  return Promise.resolve({ days: new Map(found), problem: null });
};

function preview(
  proposed: Settings,
  present = settingsWith(),
  ports: Partial<PreviewPorts> = {},
  decisions = NO_DECISIONS,
): Promise<SettingsPreview> {
  const { ports: fake } = fakePorts(new Map(), { readKept }, new Map());
  const request = { present, proposed, decisions, to: DAY, days: DAYS, patience: 1_000 };
  return previewSettings(request, { ...fake, clock: () => 0, ...ports }, signal);
}

/** What really assessing the days comes to, oldest first. */
function reallyAssessed(settings: Settings, decisions: Decisions = NO_DECISIONS): number[] {
  const decided = decisionsOf(decisions, { from: addDays(DAY, -DAYS), to: DAY }, settings);
  const counts = { days: kept, hidden: new Map() };
  return daysBefore(addDays(DAY, 1), DAYS)
    .reverse()
    .map((day) => {
      const toAssess = keptCase(countsSource(), day, counts, settings, decided);
      if (toAssess === undefined) throw new Error(`${day} is not kept`);
      return assessSource(toAssess, settings, identity).findings.length;
    });
}

describe('previewSettings', () => {
  it.each([
    ['another limit', settingsWith({ calibrated: { score_limit: 8 } })],
    ['the method of the talk', settingsWith({ method: 'talk' })],
    ['floors', settingsWith({ floors: [{ source: 'syslog', floors: { least_excess: 100 } }] })],
    ['fewer training days', settingsWith({ training: { days: 7 } })],
  ])('finds on each day what a run with %s would find, and what it finds now', async (_, then) => {
    const { days, notes, is_cut: isCut } = await preview(then);
    const [before, after] = [reallyAssessed(settingsWith()), reallyAssessed(then)];
    expect(days.map(({ flags }) => flags)).toEqual(before);
    expect(days.map(({ flags_proposed: flags }) => flags)).toEqual(after);
    expect(days.map(({ day }) => day)).toEqual(daysBefore(addDays(DAY, 1), DAYS).reverse());
    expect({ notes, isCut }).toEqual({ notes: [], isCut: false });
  });

  it.each([
    ['alike', {}],
    ['another method', { method: 'talk' }],
    ['another training', { training: { days: 7 } }],
  ])('goes by judgments and calendars on both sides: %s', async (_, parts) => {
    const decisions = {
      judgments: [judgmentOf({ subtype: '20', day: DAY, hours: [0], until: '2027-01-01' })],
      calendars: [calendarOn([addDays(DAY, -1)], { means: ['not_assessed', 'not_learned_from'] })],
    };
    const then = settingsWith(parts);
    const { days, notes } = await preview(then, settingsWith(), {}, decisions);
    const [before, after] = [settingsWith(), then].map((one) => reallyAssessed(one, decisions));
    expect(days.map(({ flags }) => flags)).toEqual(before);
    expect(days.map(({ flags_proposed: flags }) => flags)).toEqual(after);
    expect(before).not.toEqual(reallyAssessed(settingsWith()));
    expect(notes).toEqual([]);
  });

  it('assesses different thresholds and minimums at once', async () => {
    const sum = async (parts: object): Promise<number> => {
      const { days } = await preview(settingsWith(parts));
      return days.reduce((total, day) => total + day.flags_proposed, 0);
    };
    const present = await sum({});
    expect(await sum({ calibrated: { score_limit: 8 } })).toBeLessThan(present);
    expect(await sum({ floors: [{ source: 'syslog', floors: { judge: false } }] })).toBe(0);
    const omitted = [{ source: 'syslog', subtype: '20', floors: { judge: false } }];
    expect(await sum({ series: omitted })).toBeLessThan(present);
  });

  it.each([
    ['lower limits of the talk', { talk: { difference_limit: 0.1, contribution_limit: 0.05 } }],
    ['higher limits of the talk', { talk: { difference_limit: 2 } }],
  ])('assesses by %s as a run would', async (_, parts) => {
    const [now, then] = [{}, parts].map((more) => settingsWith({ method: 'talk', ...more }));
    if (now === undefined || then === undefined) throw new Error('two settings');
    const { days } = await preview(then, now);
    expect(days.map((day) => day.flags)).toEqual(reallyAssessed(now));
    expect(days.map((day) => day.flags_proposed)).toEqual(reallyAssessed(then));
  });

  it('assesses apart what learns from other days', async () => {
    const series = [{ source: 'syslog', subtype: '20', omit_days: daysBefore(DAY, 4) }];
    const then = settingsWith({ series });
    const { days } = await preview(then);
    expect(days.at(-1)?.flags_proposed).toBe(reallyAssessed(then).at(-1));
    expect(days.map((day) => day.flags)).toEqual(reallyAssessed(settingsWith()));
  });

  it('assesses apart what leaves out days for every series', async () => {
    const outages = daysBefore(DAY, 8).map((day) => ({ day }));
    const then = settingsWith({ outages });
    const { days } = await preview(then);
    expect(days.map((day) => day.flags_proposed)).toEqual(reallyAssessed(then));
    expect(days.map((day) => day.flags)).toEqual(reallyAssessed(settingsWith()));
    expect(reallyAssessed(then)).not.toEqual(reallyAssessed(settingsWith()));
  });

  it('counts nothing of a source that would be switched off', async () => {
    const off = settingsWith({}, [countsSource({ enabled: false })]);
    const { days } = await preview(off);
    expect(days.map(({ flags }) => flags)).toEqual(reallyAssessed(settingsWith()));
    expect(days.every(({ flags_proposed: flags }) => flags === 0)).toBe(true);
  });

  it('leaves out, on both sides, a source without kept counts for the proposed definition', async () => {
    const dns = countsSource({ id: 'dns', index: 'dns-*' });
    const { days, notes } = await preview(settingsWith({}, [countsSource(), dns]));
    expect(days.map((day) => [day.flags, day.flags_proposed])).toEqual(
      reallyAssessed(settingsWith()).map((flags) => [flags, flags]),
    );
    const lacking = 'no counts are kept for it with these settings, 8 days';
    expect(notes).toEqual([expect.stringContaining(`dns: ${lacking} (2026-11-13 to`)]);
  });

  it('assesses nothing in a zone in which nothing was counted', async () => {
    const { days, notes } = await preview(settingsWith({ zone: 'Europe/Vienna' }));
    expect(days).toEqual([]);
    expect(notes).toHaveLength(1);
  });

  it('knows days in closed indices as unknown, and calls nothing new after them', async () => {
    const [tested, before] = [addDays(DAY, -1), addDays(DAY, -DAYS - 1)];
    const store = new Map(kept);
    for (const day of [tested, before]) store.delete(day);
    const rows = [...(kept.get(DAY)?.series ?? []), ['fresh', Array<number>(24).fill(9)]];
    const series = seriesOf(rows as [string, number[]][]);
    store.set(DAY, countsDay({ day: DAY, documents: 10, series }));
    const open: Partial<PreviewPorts> = {
      readKept: () => Promise.resolve({ days: store, problem: null }),
    };
    const closed: Partial<PreviewPorts> = {
      ...open,
      closedIndices: (_source, now) => {
        const names = [tested, before].map((day) => `fw-${day}`);
        const indices = closedIndices(names, names, new Map(), now);
        return Promise.resolve({
          state: 'known',
          value: { indices, all: names, is_changed: false },
        });
      },
    };
    const then = settingsWith({ calibrated: { score_limit: 8 } });
    const flagsOf = async (ports: Partial<PreviewPorts>) =>
      (await preview(then, settingsWith(), ports)).days.at(-1);
    const [shut, known] = [await flagsOf(closed), await flagsOf(open)];
    expect(shut?.flags).toBe((known?.flags ?? 0) - 1);
    expect(shut?.flags_proposed).toBe((known?.flags_proposed ?? 0) - 1);
    const { days, notes } = await preview(then, settingsWith(), closed);
    expect(days.map(({ day }) => day)).not.toContain(tested);
    expect(notes).toContainEqual(
      `syslog: fw-${tested} is closed and was not counted: open it, or leave it out of the source, 1 day (${tested})`,
    );
    expect(notes).toContainEqual(
      expect.stringContaining(
        `no series is called new, because closed indices may hold training days: fw-${before}, fw-${tested}, 1 day (${DAY})`,
      ),
    );
  });

  it('does not use kept counts if a privilege is missing', async () => {
    const missingRights = () => Promise.resolve(['you lack read on logs-*']);
    const { days, notes } = await preview(settingsWith(), settingsWith(), { missingRights });
    expect(days).toEqual([]);
    expect(notes[0]).toContain('syslog: you lack read on logs-*, 8 days');
  });

  it('assesses once where nothing of a source changes', async () => {
    const asked: Day[][] = [];
    const counting: PreviewPorts['readKept'] = (source, zone, days, until) => {
      asked.push([...days]);
      return readKept(source, zone, days, until);
    };
    const other = [{ source: 'postfix', floors: { judge: false } }];
    const { days } = await preview(settingsWith({ floors: other }), settingsWith(), {
      readKept: counting,
    });
    expect(days.every((day) => day.flags === day.flags_proposed)).toBe(true);
    // Each day once, for both.
    expect(new Set(asked.flat()).size).toBe(asked.flat().length);
  });

  it('begins with the latest day, and says when the time was over', async () => {
    let time = 0;
    const clock = (): number => (time += 400);
    const { days, is_cut: isCut } = await preview(settingsWith(), settingsWith(), { clock });
    expect(isCut).toBe(true);
    expect(days.map(({ day }) => day)).toEqual([-2, -1, 0].map((age) => addDays(DAY, age)));
  });

  it('stops on request', async () => {
    const both = { present: settingsWith(), proposed: settingsWith(), decisions: NO_DECISIONS };
    const request = { ...both, to: DAY, days: DAYS };
    const { ports } = fakePorts(new Map(), {}, kept);
    const clock = (): number => 0;
    const stopped = previewSettings(
      { ...request, patience: 1 },
      { ...ports, clock },
      AbortSignal.abort(),
    );
    await expect(stopped).rejects.toThrow('aborted');
  });
});
