import { parseArgs } from 'node:util';
import { printAblation } from './ablation/ablation_table';
import { detectors, assessAll } from './detectors';
import { generateCases, type LabeledCase } from '../../generator/labeled_case';
import { endWithReader } from '../../../standalone/cli/basics/output';
import { readCases } from './read_cases';
import { realLogCases } from './real_log';
import { familyTable, kindTable, overallTable } from './tables';

const SEED = 7;
const CASES_PER_FAMILY = 100;

const USAGE = `npm run bench:detection -- [CASES… | --log FILE --year YEAR] [--ablation]

  nothing            cases of the generator
  CASES…             labeled cases, one JSON a line, plain or gzip; lines of one id belong together
  --log FILE         a syslog file of the year --year, with anomalies put into its days
  --seed N           another seed of the generator; given more than once, the cases of all
  --ablation         instead: the calibrated method without each of its parts in turn`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Asked {
  readonly files: readonly string[];
  readonly log: string | undefined;
  readonly year: number;
  readonly seeds: readonly number[];
  readonly ablation: boolean;
}

function askedFor(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      log: { type: 'string' },
      year: { type: 'string', default: String(new Date().getUTCFullYear()) },
      seed: { type: 'string', multiple: true, default: [String(SEED)] },
      ablation: { type: 'boolean', default: false },
    },
  });
  const { log, year, seed, ablation } = values;
  return { files: positionals, log, year: Number(year), seeds: seed.map(Number), ablation };
}

async function casesOf({ files, log, year, seeds }: Asked): Promise<LabeledCase[]> {
  if (log !== undefined) return realLogCases(log, year);
  if (files.length > 0) return readCases(files);
  return seeds.flatMap((seed) => generateCases(seed, CASES_PER_FAMILY));
}

function compare(cases: readonly LabeledCase[]): void {
  const results = detectors.map(({ name, detect }) => ({
    name,
    assessed: assessAll(cases, detect),
  }));
  for (const table of [overallTable, familyTable, kindTable]) {
    table(results).forEach(print);
    print('');
  }
}

/** `npm run bench:detection`: how well the methods find what was put into labeled days. */
async function main(args: readonly string[]): Promise<void> {
  const asked = askedFor(args);
  const cases = await casesOf(asked);
  const normal = cases.filter(({ hours }) => hours.length === 0).length;
  print(`${cases.length.toLocaleString('en-US')} cases, ${normal} of them normal days\n`);
  if (asked.ablation) await printAblation(cases, print);
  else compare(cases);
}

endWithReader();
main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exitCode = 2;
});
