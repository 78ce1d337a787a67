import { parseArgs } from 'node:util';
import { randomFrom } from '../../generator/random';
import { endWithReader } from '../../../standalone/cli/basics/output';
import { printDeadDays } from './dead_days';
import { drawFleet, type Fleet, TRAINING_DAYS } from './fleet';
import { fleetsOfCases, fleetsOfLog } from './given_streams';
import { measure, type Measured } from './measure';
import { fixedThreshold, learnedDeadline } from './methods';
import { MOST_FALSE, printTables, rowOf } from './tables';

const FLEETS = 60;
const CUTS = 8;
const THRESHOLDS = [1, 2, 3, 6, 12, 24, 48];
const OURS = 'learned';
/** Days of history at the first look, after installing. */
const FIRST_DAYS = [3, 4, 5, 6, 7, 8, 10, 14];

const USAGE = `npm run bench:silence -- [CASES… LABELS…] [--log FILE --year YEAR] [--seed N] [--fleets N]

  nothing            generated streams, cut at random instants
  CASES… LABELS…     also: labeled days on the hour grid, one JSON a line, plain or gzip
  --log FILE         also: a syslog file of the year --year
  --fleets N         how many installations are generated (${FLEETS})`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Every method on the same streams and the same cuts. */
function measureAll(fleets: Iterable<Fleet>, seed: number): Map<string, Measured[]> {
  const results = new Map<string, Measured[]>();
  let at = 0;
  for (const fleet of fleets) {
    const methods = [
      ...THRESHOLDS.map((hours) => [`${hours} h`, fixedThreshold(hours)] as const),
      [OURS, learnedDeadline(fleet)] as const,
    ];
    for (const [name, method] of methods) {
      const measured = measure(fleet, method, randomFrom(seed + at), CUTS);
      results.set(name, [...(results.get(name) ?? []), ...measured]);
    }
    at += 1;
  }
  return results;
}

function* drawFleets(seed: number, count: number, trainingDays: number): Generator<Fleet> {
  for (let at = 0; at < count; at += 1)
    yield drawFleet(randomFrom(seed * 10_000 + at), trainingDays);
}

function printFirstDays(seed: number, count: number): void {
  print(
    '\nafter installing: false silences per 100 stream-days, by days of history at the first look',
  );
  for (const days of FIRST_DAYS) {
    const measured = [...drawFleets(seed + days, count, days)].flatMap((fleet) =>
      measure(fleet, learnedDeadline(fleet), randomFrom(seed), 0),
    );
    print(`${String(days).padEnd(20)}${rowOf(measured).falseRate.toFixed(2).padStart(12)}`);
  }
}

/** `npm run bench:silence`: how soon a silence is reported, and how often falsely. */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      log: { type: 'string' },
      year: { type: 'string', default: '2005' },
      seed: { type: 'string', default: '7' },
      fleets: { type: 'string', default: String(FLEETS) },
    },
  });
  const [seed, count] = [Number(values.seed), Number(values.fleets)];
  print(
    `goal: at most ${MOST_FALSE} false silences in 100 stream-days, half the delay of the best fixed threshold\n`,
  );
  print('generated streams');
  printTables(measureAll(drawFleets(seed, count, TRAINING_DAYS), seed), OURS, print);
  printFirstDays(seed, Math.ceil(count / 2));
  print('');
  printDeadDays(seed, print);
  if (positionals.length > 0) {
    print('\nhourly series, on the hour grid');
    printTables(measureAll(await fleetsOfCases(positionals), seed), OURS, print);
  }
  if (values.log !== undefined) {
    print('\nsyslog file');
    printTables(measureAll(await fleetsOfLog(values.log, Number(values.year)), seed), OURS, print);
  }
}

endWithReader();
main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exitCode = 2;
});
