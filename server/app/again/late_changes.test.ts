import type { Source } from '../../../common/sources/source';
import { parseSettings } from '../../../common/settings/parse_settings';
import { daysBefore, type Day } from '../../../common/time/day';
import { localDay } from '../../../common/time/local_day';
import type { SourceDay } from '../../../common/waveform/hours/source_day';
import { DAY, fakePorts, logsOn, NOW } from '../../../test/fixtures/counts_fake_ports';
import { countsDay, countsSource, seriesOf } from '../../../test/fixtures/counts_source';
import type { CountingPorts } from '../counting/counting_ports';
import { assessSource } from '../assessing/assess_source';
import { lateChanges, type CountsThen, type LateChanges } from './late_changes';
import { startedRun } from '../runs/started_run';
import { NOTHING_DECIDED } from '../deciding/decisions';

const { signal } = new AbortController();
const DAYS = 10;
const training = daysBefore(DAY, DAYS);

function hoursOf(at15: number): number[] {
  return Array.from({ length: 24 }, (_, hour) => (hour === 15 ? at15 : 8 + ((hour * 7) % 3)));
}

function countedDay(day: Day, at15: number): SourceDay {
  return countsDay({ day, documents: 300, series: seriesOf([['5', hoursOf(at15)]]) });
}

function runAndSettings(sources: Source[]) {
  const parsed = parseSettings({ zone: 'UTC', training: { days: DAYS } });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  const settings = { ...parsed.settings, sources };
  const who = { attempt: '1', started_by: null, origin: 'command' as const };
  return { settings, run: startedRun({ day: DAY, scope: 'default', settings, now: NOW, ...who }) };
}

/** What changed where 15:00 had `then` events when the day was analyzed, and has `now`. */
async function changed(
  then: number,
  now: number,
  parts: {
    stored?: readonly CountsThen[] | undefined;
    days?: readonly Day[];
    sources?: Source[];
  } = {},
): Promise<{ changes: LateChanges; kept: ReadonlyMap<Day, SourceDay> }> {
  const { settings, run } = runAndSettings(parts.sources ?? [countsSource()]);
  const store = new Map(training.map((day) => [day, countedDay(day, 9)]));
  const toAssess = {
    source: countsSource(),
    day: localDay(DAY, 'UTC'),
    open_hours: new Set<number>(),
    decided: NOTHING_DECIDED,
  };
  const before = { ...toAssess, tested: countedDay(DAY, then), training: [...store.values()] };
  const { scope, run_id, settings_hash, seen_by } = run;
  const identity = { scope, run_id, settings_hash, seen_by };
  const { findings } = assessSource(before, settings, identity);
  const logs = logsOn(parts.days ?? [DAY, ...training]);
  const countDay = () =>
    Promise.resolve({ state: 'known' as const, value: countedDay(DAY, now), searches: 1 });
  const readKept: CountingPorts['readKept'] = (_source, _zone, days) => {
    const asked = [...store].filter(([day]) => days.includes(day));
    return Promise.resolve({ days: new Map(asked), problem: null });
  };
  const { ports, store: kept } = fakePorts(logs, { countDay, readKept }, store);
  // What is kept of the day itself is not looked at.
  store.set(DAY, countedDay(DAY, 1));
  const stored = 'stored' in parts ? parts.stored : [{ subtype: '5', today: hoursOf(then) }];
  const judgments = () => Promise.resolve([]);
  const all = { counting: ports, judgments, storedSeries: () => Promise.resolve(stored) };
  return { changes: await lateChanges(run, findings, all, NOW, signal), kept };
}

describe('lateChanges', () => {
  it('finds nothing where nothing came late', async () => {
    const { changes } = await changed(9, 9);
    const run_id = `default:${DAY}:UTC`;
    expect(changes).toEqual({ run_id, sources: ['syslog'], counts: [], findings: [], notes: [] });
  });

  it('says which series grew and which finding would come, and stores nothing', async () => {
    const { changes, kept } = await changed(9, 400);
    expect(changes.counts).toMatchObject([{ subtype: '5', hours: [15] }]);
    const [grown] = changes.counts;
    expect((grown?.after ?? 0) - (grown?.before ?? 0)).toBe(391);
    expect(changes.findings).toMatchObject([{ before: null, after: { verdict: 'more' } }]);
    expect(kept.get(DAY)).toEqual(countedDay(DAY, 1));
  });

  it('says which finding would change or disappear', async () => {
    expect((await changed(400, 500)).changes.findings).toMatchObject([
      { before: { count: 400 }, after: { count: 500 } },
    ]);
    expect((await changed(400, 9)).changes.findings).toMatchObject([{ after: null }]);
  });

  it('says what cannot be compared', async () => {
    const gone = await changed(400, 400, { days: training });
    expect(gone.changes.sources).toEqual([]);
    expect(gone.changes.notes.join()).toContain('syslog: "logs-*" has no document of this day');
    const unstored = await changed(9, 400, { stored: undefined });
    expect(unstored.changes.counts).toEqual([]);
    expect(unstored.changes.notes).toEqual([
      'syslog: the run has stored no counts to compare with',
    ]);
    const sources = [countsSource(), countsSource({ id: 'ossec' })];
    const several = await changed(9, 400, { stored: undefined, sources });
    expect(several.changes.notes).toEqual([
      'syslog, ossec: the run has stored no counts to compare with',
    ]);
  });
});
