import { Worker } from 'node:worker_threads';
import { parseSettings } from '../../common/settings/parse_settings';
import type { Settings } from '../../common/settings/settings';
import { addDays, daysBefore, type Day } from '../../common/time/day';
import { HourTable } from '../../common/waveform/hours/hour_table';
import { SeriesNames } from '../../common/waveform/hours/series_names';
import type { SourceDay } from '../../common/waveform/hours/source_day';
import { backtestDay } from '../../server/app/again/backtest_day';
import { countFlags } from '../../server/app/again/count_flags';
import { keptCase } from '../../server/app/assessing/kept_case';
import type { SourceToAssess } from '../../server/app/assessing/source_to_assess';
import { decisionsOf } from '../../server/app/deciding/decisions';
import { countsDay, countsSource } from '../../test/fixtures/counts_source';
import { judgmentOf } from '../../test/fixtures/judgments';
import { randomOf } from '../../test/fixtures/page_random';
import { openThreads } from './threads';
import { ThisThread } from './this_thread';
import { Thread } from './thread';

const { signal } = new AbortController();
const DAY: Day = '2026-11-20';
const TRAINING = 10;
const DAYS = 4;

function settingsWith(parts: object = {}): Settings {
  const parsed = parseSettings({ zone: 'UTC', training: { days: TRAINING }, ...parts });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return { ...parsed.settings, sources: [countsSource()] };
}

const settings = settingsWith();

/** Days of noisy series, with bursts: tables that share their names, and one day that is another map. */
function keptDays(): Map<Day, SourceDay> {
  const random = randomOf(7);
  const names = new SeriesNames();
  const days = daysBefore(addDays(DAY, 1), DAYS + TRAINING);
  return new Map(
    days.map((day, age) => {
      const table = new HourTable(2, names);
      for (const mean of [20, 100, 3]) {
        for (let hour = 0; hour < 24; hour += 1) {
          const burst = age < DAYS && hour === (age * 5) % 24 ? mean * (DAYS - age) : 0;
          table.add(`mean ${mean}`, hour, Math.round(mean * (0.8 + 0.4 * random()) + burst));
        }
      }
      if (age === 1) table.add('never before', 3, 9);
      const series = age === 5 ? new Map(table) : table;
      return [day, countsDay({ day, documents: 10, series })];
    }),
  );
}

function daysToAssess(): SourceToAssess[] {
  const kept = keptDays();
  const decisions = {
    judgments: [judgmentOf({ subtype: 'mean 20', day: DAY, hours: [0], until: '2027-01-01' })],
    calendars: [],
  };
  const decided = decisionsOf(decisions, { from: addDays(DAY, -DAYS), to: DAY }, settings);
  return daysBefore(addDays(DAY, 1), DAYS).flatMap(
    (day) =>
      keptCase(countsSource(), day, { days: kept, hidden: new Map() }, settings, decided) ?? [],
  );
}

describe('threads', () => {
  it('find in days what this thread finds in them, and end when they are ended', async () => {
    const days = daysToAssess();
    const higher = settingsWith({ calibrated: { score_limit: 8 } });
    const here = await Promise.all(days.map((day) => backtestDay(day, settings, signal)));
    const flagsHere = await Promise.all(
      days.map((day) => countFlags(day, [settings, higher], signal)),
    );
    expect(here.flatMap(({ candidates }) => candidates).length).toBeGreaterThan(DAYS);
    const threads = openThreads(2);
    expect(threads.atATime).toBe(6);
    const there = await Promise.all(days.map((day) => threads.backtestDay(day, settings, signal)));
    const flagsThere = await Promise.all(
      days.map((day) => threads.countFlags(day, [settings, higher], signal)),
    );
    expect(there).toEqual(here);
    expect(flagsThere).toEqual(flagsHere);
    const [day] = days;
    if (day === undefined) throw new Error('no day to assess');

    const stop = new AbortController();
    const reason = new Error('enough');
    const given = threads.backtestDay(day, settings, stop.signal);
    stop.abort(reason);
    await expect(given).rejects.toBe(reason);
    await expect(threads.backtestDay(day, settings, stop.signal)).rejects.toBe(reason);

    // One in this thread, one in the other.
    const under = [day, day].map((one) => threads.backtestDay(one, settings, signal));
    const ended = under.map((one) =>
      expect(one).rejects.toThrow('the thread that assesses days has ended'),
    );
    await threads.close();
    await Promise.all(ended);
    await expect(threads.backtestDay(day, settings, signal)).rejects.toThrow('has ended');
  });

  it('fail as the work would fail here', async () => {
    const threads = openThreads(2);
    const [day] = daysToAssess();
    if (day === undefined) throw new Error('no day to assess');
    const broken = { ...day, day: { ...day.day, zone: 'No/Zone' } };
    const failure = await backtestDay(broken, settings, signal).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Error);
    const { message } = failure as Error;
    // One of each in this thread, one in the other.
    const fails = [broken, broken].map((one) =>
      expect(threads.backtestDay(one, settings, signal)).rejects.toThrow(message),
    );
    await Promise.all(fails);
    // The next day is none the worse for it.
    const next = await Promise.all(
      [day, day].map((one) => threads.backtestDay(one, settings, signal)),
    );
    expect(next.map(({ series }) => series)).toEqual([4, 4]);
    await threads.close();
  });

  it('are this one and others: it works beside them, and alone if there is one core', async () => {
    const work = { kind: 'backtest', settings } as const;
    const days = daysToAssess();
    const run = jest.spyOn(ThisThread.prototype, 'run');
    const others = jest.spyOn(Thread.prototype, 'run');
    const both = openThreads(2);
    const there = await Promise.all(days.map((day) => both.backtestDay(day, settings, signal)));
    expect(run.mock.calls[0]).toEqual([days[0], work, signal]);
    expect(others.mock.calls[0]).toEqual([days[1], work, signal]);
    await both.close();
    others.mockClear();
    const alone = openThreads(1);
    const here = await Promise.all(days.map((day) => alone.backtestDay(day, settings, signal)));
    expect(here).toEqual(there);
    expect(others).not.toHaveBeenCalled();
    await alone.close();
  });

  it('fail all work where the thread itself fails', async () => {
    const [day] = daysToAssess();
    if (day === undefined) throw new Error('no day to assess');
    const thread = new Thread(new Worker('throw new RangeError("no memory")', { eval: true }));
    const work = { kind: 'backtest', settings } as const;
    await expect(thread.run(day, work)).rejects.toThrow('no memory');
    await expect(thread.run(day, work)).rejects.toThrow('no memory');
    await thread.end();
  });
});
