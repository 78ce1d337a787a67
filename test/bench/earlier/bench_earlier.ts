import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { localDay, type DayColumn } from '../../../common/time/local_day';
import type { SeriesCase } from '../../../common/waveform/hours/series_case';
import { coreSeconds } from '../core_seconds';
import { median } from '../median';
import { generateCases } from '../../generator/labeled_case';
import { readCases } from '../detection/read_cases';
import { compileBuild } from './compiled_build';
import { differences } from './differences';
import { provideEarlierBuild } from './earlier_build';
import { loadBuild, type Build } from './load_build';
import { resultsOf } from './recorded_results';

type Print = (line: string) => void;

/** The build whose results the present one must give, and whose time it is measured against. */
const EARLIER = 'aac05a3';
const AIM = 4;
const BACKTEST_AIM = 8;
/** So many series are what the preview of settings must answer for. It takes minutes: one round. */
const BACKTEST_SERIES = 10_000;
const SEED = 2015;
/** 10,000 in all. Of 1,000 that come again and again, the processor remembers the branches. */
const CASES_PER_FAMILY = 500;
/** The first rounds compile what runs often. */
const WARM_UP_ROUNDS = 3;
const ROUNDS = 7;
/** Of so many cases all results are compared, of both methods. */
const COMPARED = 1_000;
const MOST_SHOWN = 10;
const MOST_LETTERS = 100;
/** Which day is assessed matters to no method: all 24 columns last an hour. */
const columns: readonly DayColumn[] = localDay('2026-11-20', 'UTC').columns;

function countDifferent(
  [earlier, present]: readonly [Build, Build],
  cases: readonly SeriesCase[],
  print: Print,
): number {
  let different = 0;
  cases.forEach((seriesCase, at) => {
    const [found] = differences(resultsOf(earlier, seriesCase), resultsOf(present, seriesCase));
    if (found === undefined) return;
    different += 1;
    if (different <= MOST_SHOWN) print(`  case ${at}: ${found.slice(0, MOST_LETTERS)}`);
  });
  return different;
}

function secondsFor({ assessSeries, settings }: Build, cases: readonly SeriesCase[]): number {
  const began = coreSeconds();
  for (const seriesCase of cases) assessSeries(seriesCase, columns, settings);
  return coreSeconds() - began;
}

/** Measures two builds, in each round the other one first: the second of two gains by its place. */
async function inTurns<T>(
  [earlier, present]: readonly [Build, Build],
  round: number,
  measure: (build: Build) => T | Promise<T>,
): Promise<{ readonly before: T; readonly now: T }> {
  if (round % 2 === 0) {
    const before = await measure(earlier);
    return { before, now: await measure(present) };
  }
  const now = await measure(present);
  return { before: await measure(earlier), now };
}

/** Measures both in turns, so that whatever else the machine does slows both alike. */
async function ratioOf(
  builds: readonly [Build, Build],
  cases: readonly SeriesCase[],
): Promise<{ readonly ratio: number; readonly perSecond: number }> {
  const rounds: { readonly before: number; readonly now: number }[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    rounds.push(await inTurns(builds, round, (build) => secondsFor(build, cases)));
  }
  const warm = rounds.slice(WARM_UP_ROUNDS);
  return {
    ratio: median(warm.map(({ before, now }) => before / now)),
    perSecond: cases.length / median(warm.map(({ now }) => now)),
  };
}

/** How long a back-test takes, in seconds: of one core, and as time passes where there are threads. */
interface BacktestSeconds {
  readonly ofOneCore: number;
  readonly inThreads: number;
}

/**
 * What the bench of a build prints about its back-test. A build without threads prints no seconds as
 * time passes: they are those of one core, times the share by which its bench took longer, or less
 * where the engine compiled and collected beside it.
 */
async function backtestSeconds({ name, benchBacktest }: Build): Promise<BacktestSeconds> {
  const lines: string[] = [];
  const [began, beganCore] = [performance.now(), coreSeconds()];
  await benchBacktest((text) => lines.push(text), BACKTEST_SERIES);
  const share = (performance.now() - began) / 1_000 / (coreSeconds() - beganCore);
  const text = lines.join('\n');
  const ofOneCore = Number(/([\d.]+) s of one core/.exec(text)?.[1]);
  if (!(ofOneCore > 0)) throw new Error(`the bench of build ${name} printed no seconds`);
  const inThreads = /([\d.]+) s in threads/.exec(text)?.[1];
  return { ofOneCore, inThreads: Number(inThreads ?? ofOneCore * share) };
}

/** How many times faster the present build makes a back-test. */
async function backtestRatios([earlier, present]: readonly [
  Build,
  Build,
]): Promise<BacktestSeconds> {
  const before = await backtestSeconds(earlier);
  const now = await backtestSeconds(present);
  return {
    ofOneCore: before.ofOneCore / now.ofOneCore,
    inThreads: before.inThreads / now.inThreads,
  };
}

/** Measures two builds over the same series-days, and prints how many times faster the present is. */
async function compareSpeed(
  builds: readonly [Build, Build],
  cases: readonly SeriesCase[],
  print: Print,
): Promise<void> {
  const { ratio, perSecond } = await ratioOf(builds, cases);
  print(`    calibrated, one day cold: ${ratio.toFixed(2)} times as fast (aim: ${AIM})`);
  print(`    that is ${Math.round(perSecond).toLocaleString('en-US')} series-days per second`);
  const { ofOneCore, inThreads } = await backtestRatios(builds);
  const series = BACKTEST_SERIES.toLocaleString('en-US');
  print(`    back-test of 31 days of ${series} series:`);
  print(`    ${ofOneCore.toFixed(2)} times as fast in one thread,`);
  print(
    `    ${inThreads.toFixed(2)} times on ${availableParallelism()} cores, on a quiet machine (aim: ${BACKTEST_AIM})`,
  );
}

/**
 * Runs an earlier build beside this one over the same series-days, in one process: how many results
 * differ, how many times faster this one assesses a day of which nothing was learned before, and how
 * many times faster it makes a back-test. The command line of the earlier build was not compiled, so
 * both are measured from their sources as well.
 *
 * @param files cases to read, see `readCases`; those of the generator without any
 */
export async function benchEarlier(print: Print, files: readonly string[]): Promise<void> {
  const folder = await provideEarlierBuild(EARLIER, print);
  const compiled = [await compileBuild(EARLIER, folder), await compileBuild('present')] as const;
  const cases: readonly SeriesCase[] =
    files.length === 0
      ? generateCases(SEED, CASES_PER_FAMILY)
      : await readCases(files.map((file) => resolve(file)));
  const days = cases.length.toLocaleString('en-US');
  print(`This build beside commit ${EARLIER}, ${days} series-days:`);
  const step = Math.ceil(cases.length / COMPARED);
  const compared = cases.filter((_, at) => at % step === 0);
  const different = countDifferent(compiled, compared, print);
  print(
    `  of ${compared.length.toLocaleString('en-US')} results, ${different} differ by more than`,
  );
  print('  1e-9: what the method itself does otherwise since');
  print('  both compiled alike, as the package is:');
  await compareSpeed(compiled, cases, print);
  print('  both from their sources, as the commands of the earlier build ran:');
  await compareSpeed([loadBuild(EARLIER, folder), loadBuild('present')], cases, print);
  print('');
}
