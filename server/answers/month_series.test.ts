import { parseSettings } from '../../common/settings/parse_settings';
import { seriesKey } from '../../common/sources/series_key';
import { addDays, type Day } from '../../common/time/day';
import type { FlaggedDay } from '../app/showing/flagged_days';
import { startedRun } from '../app/runs/started_run';
import { viewsOfDays } from '../app/runs/view/day_view';
import type { SourceResult } from '../app/runs/run';
import { monthSeries } from './month_series';
import type { Reader } from './reader';

const SOURCE = 'syslog';
const { signal } = new AbortController();
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error('valid settings expected');
const { settings } = parsed;

interface Analyzed {
  /** Events of each series that has a record. */
  readonly totals: Readonly<Record<string, number>>;
  readonly state?: SourceResult['state'];
  /** Whether all of its events were counted. */
  readonly isWhole?: boolean;
}

function runOn(day: Day, { totals, state = 'judged' }: Analyzed) {
  const series = Object.keys(totals).length;
  const nothing = { not_judged: 0, below_floor: 0, without_subtype: 0 };
  const counted = { series, documents: 1, ...nothing, training_days: 31, searches: 1 };
  return {
    ...startedRun({
      ...{ day, scope: 'default', settings, now: new Date(`${addDays(day, 1)}T06:00:00Z`) },
      ...{ attempt: 'a', started_by: null, origin: 'user' },
    }),
    status: 'analyzed' as const,
    series,
    source_results: [{ source: SOURCE, state, ...counted }],
  };
}

/** When the month says that each series was first seen. */
async function firstSeen(
  analyzed: Readonly<Record<Day, Analyzed>>,
  isNew: readonly [subtype: string, day: Day][] = [],
) {
  const days = Object.entries(analyzed);
  const runs = days.map(([day, of]) => runOn(day, of));
  const dayOfRun = new Map(runs.map(({ run_id, day }) => [run_id, day]));
  const hours = { today: [], usual: null, outer: null, by_hour: null };
  const reader = {
    fetchStoredSeries: ([wanted]: readonly { run_id: string }[]) => {
      const day = dayOfRun.get(wanted?.run_id ?? '') ?? '';
      const series = Object.entries(analyzed[day]?.totals ?? {}).map(([subtype, total]) => {
        return { source: SOURCE, subtype, name: subtype, code: subtype, total, ...hours };
      });
      return Promise.resolve([{ series }]);
    },
  } as unknown as Reader;
  const month = {
    views: viewsOfDays(runs),
    placeOf: () => 0,
    limitOf: () => 1,
    isWhole: (day: Day) => analyzed[day] !== undefined && analyzed[day].isWhole !== false,
  };
  const flags = new Map<string, FlaggedDay[]>(
    isNew.map(([subtype, day]) => [
      seriesKey(SOURCE, subtype),
      [{ run_id: '', source: SOURCE, subtype, day, verdict: 'new', hours: [6] }],
    ]),
  );
  const found = await monthSeries(reader, month, flags, signal);
  return Object.fromEntries(found.map(({ subtype, first_seen }) => [subtype, first_seen]));
}

describe('when a series was first seen', () => {
  const D = '2026-11-28';
  const BEFORE = '2026-11-27';

  it('is not given for one that had no event on the day before, and had some in training', async () => {
    expect(
      await firstSeen({ [BEFORE]: { totals: { fstrim: 0 } }, [D]: { totals: { fstrim: 3 } } }),
    ).toEqual({ fstrim: null });
  });

  it('is the day whose day before knew nothing of it', async () => {
    expect(
      await firstSeen({ [BEFORE]: { totals: { cron: 9 } }, [D]: { totals: { cron: 9, new: 3 } } }),
    ).toEqual({ cron: null, new: D });
  });

  it('is not given if nothing is known of the day before', async () => {
    const last = { [D]: { totals: { a: 3 } } };
    expect(await firstSeen(last)).toEqual({ a: null });
    expect(await firstSeen({ '2026-11-20': { totals: { b: 1 } }, ...last })).toMatchObject({
      a: null,
    });
    const unknown = { [BEFORE]: { totals: { b: 1 }, state: 'unknown' as const }, ...last };
    expect(await firstSeen(unknown)).toMatchObject({ a: null });
    const partial = { [BEFORE]: { totals: { b: 1 }, isWhole: false }, ...last };
    expect(await firstSeen(partial)).toMatchObject({ a: null });
  });

  it('is the day of a finding that says so, whatever was analyzed before', async () => {
    const last = { [D]: { totals: { a: 3 } } };
    expect(await firstSeen(last, [['a', D]])).toEqual({ a: D });
  });

  it('is not given for a series that is only known from training', async () => {
    expect(await firstSeen({ [BEFORE]: { totals: {} }, [D]: { totals: { a: 0 } } })).toEqual({
      a: null,
    });
  });
});
