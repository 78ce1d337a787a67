/** A part of the calibrated method, and the text of its code without it. */
export interface Part {
  readonly name: string;
  /** Below `common/waveform/calibrated/`. */
  readonly file: string;
  /** What is replaced by what. Each text is in the file exactly once. */
  readonly edits: readonly (readonly [text: string, without: string])[];
}

/**
 * What can be left out, in the order in which the method goes. The method itself has no switches: a
 * part is left out of a copy of its code.
 */
export const parts: readonly Part[] = [
  {
    name: 'working days and weekend',
    file: 'usual_day.ts',
    edits: [
      [
        'shrink(cells.classes[0], ofClass[0], noise, weights.classes[0])',
        'weights.classes[0].fill(0)',
      ],
      [
        'shrink(cells.classes[1], ofClass[1], noise, weights.classes[1])',
        'weights.classes[1].fill(0)',
      ],
    ],
  },
  {
    name: 'single weekdays',
    file: 'usual_day.ts',
    edits: [
      ['shrink(weekdayCell(cells, weekday), expected, noise, ofWeekday)', 'ofWeekday.fill(0)'],
    ],
  },
  {
    name: 'weights by the evidence of single hours',
    file: 'usual_day.ts',
    edits: [['own > pooled ? own : pooled', 'own > pooled ? pooled : pooled']],
  },
  {
    name: 'weights by the evidence of all hours together',
    file: 'usual_day.ts',
    edits: [['own > pooled ? own : pooled', 'pooled < 0 ? pooled : own']],
  },
  {
    name: 'each training day left out of its own expectation',
    file: 'expect_training.ts',
    edits: [['if (isUnknown(own)) usual = expect', 'usual = expect']],
  },
  {
    name: 'attacks taken out of training',
    file: 'learn_series.ts',
    edits: [['cleanAttacks(table, expected, noise, room.cleaned)', 'counts']],
  },
  {
    name: 'habits distinguished from attacks',
    file: 'clean_attacks.ts',
    edits: [['if (days < HABIT_DAYS)', 'if (days > 0)']],
  },
  {
    name: 'spread beyond Poisson noise',
    file: 'estimate_noise.ts',
    edits: [['evenNoise(1, spreadAt(place))', 'evenNoise(1, LEAST_SPREAD)']],
  },
  {
    name: 'streams steadier than Poisson noise',
    file: 'estimate_noise.ts',
    edits: [['evenNoise(max(poisson, LEAST_UNIT), LEAST_SPREAD)', 'evenNoise(1, LEAST_SPREAD)']],
  },
  {
    name: 'squared residuals capped at 25',
    file: 'estimate_noise.ts',
    edits: [['if (told < SURELY_BELOW * telling) {', 'if (told >= 0) {']],
  },
  {
    name: 'noisier and quieter hours',
    file: 'hour_ratios.ts',
    edits: [['common + weight * (mean - common)', '1 + 0 * weight * mean']],
  },
  {
    name: 'what the hours have in common',
    file: 'hour_ratios.ts',
    edits: [['1 + all * belief(', '1 + 0 * all * belief(']],
  },
  {
    name: 'third round of learning',
    file: 'learn_series.ts',
    edits: [['const TURNS = 3;', 'const TURNS = 2;']],
  },
  {
    name: 'windows of several hours',
    file: 'windows/windows.ts',
    edits: [['isTested: length !== 5', 'isTested: length === 1']],
  },
  {
    name: 'penalty for the length',
    file: 'windows/score_windows.ts',
    edits: [['length <= 1 ? 0 : log(2 * length) / Math.LN10', '0 * length * log(1)']],
  },
  {
    name: 'hours named only where they carry their share',
    file: 'windows/score_windows.ts',
    edits: [['return abs(own) >=', 'return own === own || abs(own) >=']],
  },
  {
    name: 'conditioning on the rest of the day',
    file: 'learn_series.ts',
    edits: [['measureTogetherness(counts, expected, noise, room.standardized);', 'undefined;']],
  },
  {
    name: 'strongest window taken out first',
    file: 'score_day.ts',
    edits: [['const MOST_WINDOWS = HOURS_PER_DAY;', 'const MOST_WINDOWS = 0;']],
  },
  {
    name: 'odd days left out of training',
    file: 'learn_series.ts',
    edits: [['if (odd.length === 0) return table;', 'if (odd.length >= 0) return table;']],
  },
  {
    name: 'of these: days like a Sunday',
    file: 'readings/holidays.ts',
    edits: [['if (!few.includes(true)', 'if (few.length >= 0']],
  },
  {
    name: 'of training days, those of the tested class',
    file: 'noisy_signature.ts',
    edits: [['!== dayClass) continue', '> 1) continue']],
  },
  {
    name: 'no finding of a holiday or of a shift by an hour',
    file: 'flag_scores.ts',
    edits: [
      [
        'return isOrdinaryReading(other, isWorkingDay)',
        'return isOrdinaryReading(other, isWorkingDay) && false',
      ],
    ],
  },
  {
    name: 'scores divided where training days score high',
    file: 'noisy_signature.ts',
    edits: [['return max(1, yardstick / USUAL_YARDSTICK);', 'return max(1, 0 * yardstick);']],
  },
  {
    name: 'level of the last days',
    file: 'score_learned.ts',
    edits: [['= lastLevel(learned);', '= 1;']],
  },
  {
    name: 'whole day shifted or of the other class',
    file: 'score_learned.ts',
    edits: [
      [
        'readOtherwise({ day, weekday, movedBy: moved, stretchMovedBy, isUsual }, learned)',
        'undefined',
      ],
    ],
  },
  {
    name: 'of these: of the other class',
    file: 'readings/other_day.ts',
    edits: [['[...shifts.filter(isUsualBut), ...ofClass]', 'shifts.filter(isUsualBut)']],
  },
  {
    name: 'of these: less sure of a shift by an hour',
    file: 'readings/other_day.ts',
    edits: [['likeliest(byAnotherClock(moved, known, learned), 0, sumOf)', 'undefined']],
  },
  {
    name: 'of these: no shift where one stretch explains the day',
    file: 'readings/other_day.ts',
    edits: [
      ["if (reading.kind !== 'shifted') return true;", 'if (reading.kind !== "") return true;'],
    ],
  },
  {
    name: 'of these: days since a clock may have changed',
    file: 'readings/another_clock.ts',
    edits: [['const LAST_DAYS = 3;', 'const LAST_DAYS = 0;']],
  },
  {
    name: 'every event of what was never seen',
    file: '../detect_case.ts',
    edits: [['isNeverSeen(seriesCase, series)', 'false && isNeverSeen(seriesCase, series)']],
  },
];
