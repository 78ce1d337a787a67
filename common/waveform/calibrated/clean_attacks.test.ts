import { addDays, weekdayOf } from '../../time/day';
import { cleanAttacks, isFarOut } from './clean_attacks';
import { countTail } from './tails/count_tail';
import { evenNoise, FAR_OUT, varianceOf } from './noise';
import { normalSurprisal } from './tails/normal_tail';
import { weekOf, type TrainingTable } from './training_table';

const DAYS = 28;
const USUAL = 20;
const noise = evenNoise(1, 0.005);
const days = Array.from({ length: DAYS }, (_, age) => addDays('2015-03-04', age));
const expected = new Float64Array(DAYS * 24).fill(USUAL);

/** 28 days of 20 events an hour, but for these: [day, hour, count]. */
function tableWith(changes: readonly (readonly [number, number, number])[]): TrainingTable {
  const counts = new Float64Array(DAYS * 24).fill(USUAL);
  for (const [row, hour, count] of changes) counts[row * 24 + hour] = count;
  const week = weekOf(['saturday', 'sunday']);
  return { days, weekdays: days.map(weekdayOf), week, counts };
}

const cleaned = (table: TrainingTable): Float64Array => cleanAttacks(table, expected, noise);

describe('cleanAttacks', () => {
  it('puts what is expected in the place of an attack and of an outage', () => {
    expect(
      cleaned(
        tableWith([
          [3, 4, 900],
          [9, 20, 0],
        ]),
      ),
    ).toEqual(tableWith([]).counts);
  });

  it('leaves what was reached on three days: a habit', () => {
    const thrice = tableWith([
      [3, 4, 900],
      [10, 4, 800],
      [17, 5, 700],
    ]);
    expect(cleaned(thrice)).toEqual(thrice.counts);
    const twice = tableWith([
      [3, 4, 900],
      [10, 4, 800],
    ]);
    expect(cleaned(twice)).toEqual(tableWith([]).counts);
  });

  it('takes bursts at any hours for a habit, too', () => {
    const bursts = tableWith([
      [3, 4, 900],
      [10, 15, 800],
      [20, 23, 700],
    ]);
    expect(cleaned(bursts)).toEqual(bursts.counts);
  });

  it('leaves hours that three days of the weekday lack', () => {
    const closed = tableWith([
      [3, 9, 0],
      [10, 9, 1],
      [17, 9, 0],
    ]);
    expect(cleaned(closed)).toEqual(closed.counts);
    // The same on three different weekdays is three outages.
    expect(
      cleaned(
        tableWith([
          [3, 9, 0],
          [11, 9, 1],
          [19, 9, 0],
        ]),
      ),
    ).toEqual(tableWith([]).counts);
  });

  it('leaves what is not far out, and what is not known', () => {
    const near = tableWith([
      [3, 4, 36],
      [5, 6, 9],
      [7, 8, NaN],
    ]);
    expect(cleaned(near)).toEqual(near.counts);
  });
});

describe('isFarOut', () => {
  it('says what working out every tail would say', () => {
    const limit = normalSurprisal(FAR_OUT);
    let far = 0;
    for (const unit of [0.1, 1]) {
      for (const spread of [0.002, 0.05, 1, 20]) {
        const noise = evenNoise(unit, spread);
        for (const usual of [0.02, 0.3, 1, 7, 100, 1e5]) {
          for (let step = 0; step <= 60; step += 1) {
            const count = Math.round(usual * 1.4 ** (step - 20) * 10) / 10;
            const really = countTail(count, usual, varianceOf(noise, usual, 0)).surprisal > limit;
            expect([count, usual, isFarOut(count, usual, noise, 0)]).toEqual([
              count,
              usual,
              really,
            ]);
            if (really) far += 1;
          }
        }
      }
    }
    expect(far).toBeGreaterThan(100);
  });
});
