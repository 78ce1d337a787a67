import { randomFrom } from '../../../../test/generator/random';
import { settingsSchema } from '../../../settings';
import { addDays, weekdayOf, type Day } from '../../../time';
import { learnSeries } from '../learn_series';
import { trainingTable } from '../training_table';

const DAY: Day = '2024-11-27';
const DAYS = 31;
const TRAINING = settingsSchema.parse({}).training;
const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));

type LevelOf = (day: Day, hour: number) => number;

/** The days that training leaves out of a series of these levels, whose hours vary by 40 %. */
function leftOut(levelOf: LevelOf): Day[] {
  const random = randomFrom(5);
  const training = Array.from({ length: DAYS }, (_, place) => addDays(DAY, place - DAYS)).map(
    (day) => ({
      day,
      counts: Array.from({ length: 24 }, (_, hour) =>
        random.negativeBinomial(levelOf(day, hour), 0.15),
      ),
    }),
  );
  const table = trainingTable({ day: DAY, counts: [], training }, TRAINING);
  return (learnSeries(table).table.odd ?? []).map((row) => table.days[row] ?? '');
}

const isOpen = (hour: number): boolean => hour >= 8 && hour < 16;

function office(isHoliday: (day: Day) => boolean): LevelOf {
  return (day, hour) => (isOpen(hour) && !isWeekend(day) && !isHoliday(day) ? 60 : 0.5);
}

describe('training', () => {
  it('leaves holidays out, though the hours of a series vary much and few of them are open', () => {
    const holidays = ['2024-11-01', '2024-11-13', '2024-11-14'];
    expect(leftOut(office((day) => holidays.includes(day)))).toEqual(holidays);
  });

  it('leaves nothing out where there was none', () => {
    expect(leftOut(office(() => false))).toEqual([]);
  });

  it('keeps the latest days, since their level may be a new one', () => {
    expect(leftOut(office((day) => day >= '2024-11-21'))).toEqual([]);
  });

  it('keeps a weekday that is always like a Sunday', () => {
    expect(leftOut(office((day) => weekdayOf(day) === 5))).toEqual([]);
  });

  it('keeps quiet days of a series that is as loud at weekends', () => {
    const quiet = ['2024-11-01', '2024-11-14'];
    const level: LevelOf = (day, hour) => (isOpen(hour) ? 60 : 5) * (quiet.includes(day) ? 0.3 : 1);
    expect(leftOut(level)).toEqual([]);
  });
});
