import { settingsSchema } from '../../common/settings/settings';
import { addDays, weekdayOf, type Day } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import { assessSeries } from '../../common/waveform/assess_series';
import { families } from '../generator/families';
import { randomFrom } from '../generator/random';

type Print = (line: string) => void;

/** Families whose series keep to their ways: none of their days is unusual. */
const ORDINARY = [
  'diurnal',
  'low volume',
  'very high volume',
  'office',
  'weekday levels',
  'metronome',
  'rare',
  'schedule',
  'jittering job',
  'wandering',
];
const SERIES_PER_FAMILY = 30;
const SEED = 5;
/** A Monday: the first day with logs. */
const FIRST_DAY: Day = '2024-09-02';
const MOST_HISTORY = 14;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface KeptDay {
  readonly day: Day;
  readonly counts: readonly number[];
}

function drawSeries(): KeptDay[][] {
  return ORDINARY.flatMap((name, at) => {
    const random = randomFrom(SEED * 1000 + at);
    return Array.from({ length: SERIES_PER_FAMILY }, () => {
      const series = families.get(name)?.(random);
      return Array.from({ length: MOST_HISTORY + 1 }, (_, place) => {
        const day = addDays(FIRST_DAY, place);
        const age = MOST_HISTORY - place;
        return { day, counts: series?.draw({ age, weekday: weekdayOf(day) }) ?? [] };
      });
    });
  });
}

/** How many of the series are findings on the day after so many days of history, and not assessed. */
function countAfter(
  series: readonly (readonly KeptDay[])[],
  history: number,
): { readonly flagged: number; readonly untested: number } {
  const settings = settingsSchema.parse({});
  let flagged = 0;
  let untested = 0;
  for (const days of series) {
    const tested = days[history];
    if (tested === undefined) continue;
    const { columns } = localDay(tested.day, 'UTC');
    const training = days.slice(0, history);
    const context = { source_days: history };
    const { state } = assessSeries({ ...tested, training }, columns, settings, context);
    if (state === 'unusual') flagged += 1;
    if (state === 'not_judged') untested += 1;
  }
  return { flagged, untested };
}

/**
 * Measures how many of 300 ordinary series are findings on the first days after the logs began, all of
 * which are normal.
 *
 * @param print takes one line at a time
 */
export function benchFirstDays(print: Print): void {
  const series = drawSeries();
  print(`| days of history | tested day | findings of ${series.length} | not assessed |`);
  print('|---|---|---|---|');
  for (let history = 1; history <= MOST_HISTORY; history += 1) {
    const weekday = WEEKDAYS[weekdayOf(addDays(FIRST_DAY, history))] ?? '';
    const { flagged, untested } = countAfter(series, history);
    print(`| ${history} | ${weekday} | ${flagged} | ${untested} |`);
  }
  print('');
}
