import { settingsSchema, type Settings } from '../../common/settings/settings';
import { localDay, type DayColumn } from '../../common/time/local_day';
import { assessSeries, type AssessmentSettings } from '../../common/waveform/assess_series';
import { detectCase } from '../../common/waveform/detect_case';
import type { SeriesCase } from '../../common/waveform/hours/series_case';
import { coreSeconds } from './core_seconds';
import { generateCases } from '../generator/labeled_case';

type Print = (line: string) => void;

interface MethodToMeasure {
  readonly method: Settings['method'];
  /** Series-days per second on one core. */
  readonly aim: number;
}

/** Every method that assesses, with what it should reach. */
const METHODS: readonly MethodToMeasure[] = [
  { method: 'talk', aim: 50_000 },
  { method: 'calibrated', aim: 1000 },
];

const SEED = 2015;
const CASES_PER_FAMILY = 150;
/** Seconds of work after which all that runs often has been compiled. */
const WARM_UP_SECONDS = 2;
/** A slow method is known well enough after fewer rounds. */
const LEAST_ROUNDS = 3;
const ENOUGH_SECONDS = 3;
const NAME_WIDTH = 50;
/** Which day is assessed matters to no method: all 24 columns last an hour. */
const columns: readonly DayColumn[] = localDay('2026-11-20', 'UTC').columns;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** What the fastest program would do: look at every number once. */
function sumOf({ counts, training }: SeriesCase): number {
  let sum = 0;
  for (let hour = 0; hour < counts.length; hour += 1) sum += counts[hour] ?? 0;
  for (const day of training) {
    for (let hour = 0; hour < day.counts.length; hour += 1) sum += day.counts[hour] ?? 0;
  }
  return sum;
}

/**
 * How many cases per second `work` gets through: the median of rounds after a warm-up. What it
 * returns is added up so that it is made.
 */
function rateOf(cases: readonly SeriesCase[], work: (seriesCase: SeriesCase) => number): number {
  const rates: number[] = [];
  const start = coreSeconds();
  let made = 0;
  for (let spent = 0; rates.length < LEAST_ROUNDS || spent < WARM_UP_SECONDS + ENOUGH_SECONDS;) {
    const began = coreSeconds();
    for (const seriesCase of cases) made += work(seriesCase);
    const ended = coreSeconds();
    spent = ended - start;
    if (spent > WARM_UP_SECONDS) rates.push(cases.length / (ended - began));
  }
  if (!(made > 0)) throw new Error('the bench detected nothing');
  return median(rates);
}

function line(name: string, rate: number, remark = ''): string {
  const perSecond = Math.round(rate).toLocaleString('en-US').padStart(10);
  return `  ${name.padEnd(NAME_WIDTH)}${perSecond} /s  ${remark}`.trimEnd();
}

/** Cases of every family of series that the generator knows, as `logwave detect` reads them. */
function makeCases(): SeriesCase[] {
  const cases = generateCases(SEED, CASES_PER_FAMILY).map(({ day, counts, training }) => ({
    day,
    counts,
    training,
  }));
  return JSON.parse(JSON.stringify(cases)) as SeriesCase[];
}

/**
 * Measures how many series-days are assessed per second of one core, beside a plain loop that reads
 * the same numbers: each the day itself and up to 31 training days.
 *
 * @param print takes one line at a time
 */
export function benchDetection(print: Print): void {
  const cases = makeCases();
  const loop = rateOf(cases, sumOf);
  print(`Detecting, per second of one core, ${cases.length.toLocaleString('en-US')} series-days:`);
  print(line('a plain loop that reads the same numbers', loop));
  for (const { method, aim } of METHODS) {
    const settings: AssessmentSettings = { ...settingsSchema.parse({}), method };
    const flags = rateOf(cases, (seriesCase) => detectCase(seriesCase, settings).flags.length);
    const whole = rateOf(cases, (seriesCase) =>
      assessSeries(seriesCase, columns, settings).state === 'unusual' ? 1 : 0,
    );
    const cost = `${(loop / flags).toFixed(0)} times the loop`;
    print(line(`${method}, the flags`, flags, `(aim: ${aim.toLocaleString('en-US')}); ${cost}`));
    print(line(`${method}, all that a finding tells`, whole));
  }
}
