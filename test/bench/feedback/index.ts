import { parseArgs } from 'node:util';
import { parseSettings } from '../../../common/settings';
import { randomFrom } from '../../generator/random';
import { endWithReader } from '../../../standalone/cli/basics/output';
import { drawRealHour, readCases } from './real_hours';
import { measureRecurring, type Kind, type Tally } from './recurring';
import { measureViews } from './views';
import { drawLogHour, readLogHours } from './log_hours';
import { type First, measureWho, measureWhoInLog } from './who';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}

function line(what: string, measured: string, goal: string): void {
  print(`${what.padEnd(58)}${measured.padStart(10)}   ${goal}`);
}

type Sums = Record<keyof Tally, number>;

function sumOf(tallies: readonly Tally[]): Sums {
  const sum = (of: (tally: Tally) => number): number =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    events: sum(({ events }) => events),
    foundEvents: sum(({ foundEvents }) => foundEvents),
    incidents: sum(({ incidents }) => incidents),
    foundIncidents: sum(({ foundIncidents }) => foundIncidents),
    others: sum(({ others }) => others),
    days: sum(({ days }) => days),
  };
}

function printRecurring(kind: Kind, seed: number, count: number): void {
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const { settings } = parsed;
  const measured = Array.from({ length: count }, (_, at) =>
    measureRecurring(kind, settings, seed * 100_000 + at),
  ).flatMap((one) => one ?? []);
  const before = sumOf(measured.map(({ without }) => without));
  const after = sumOf(measured.map(({ judged }) => judged));
  print(
    `\n${kind} event, ${measured.length} of ${count} series judged, ${after.events} events after that`,
  );
  line('findings of the event without judgments', String(before.foundEvents), '');
  line('findings of the event after at most two judgments', String(after.foundEvents), '');
  const fewer = percent(before.foundEvents - after.foundEvents, before.foundEvents);
  line('fewer findings of it', fewer, 'at least 90 %');
  const rate = ({ others, days }: Sums): string => percent(others, days);
  line(
    'other false alarms, of days: without, with',
    `${rate(before)} / ${rate(after)}`,
    'the same',
  );
  const recall = ({ foundIncidents, incidents }: Sums): string =>
    percent(foundIncidents, incidents);
  line('incidents found: without, with', `${recall(before)} / ${recall(after)}`, 'the same');
}

function printFirst(what: string, measured: readonly First[]): void {
  const count = measured.length;
  print(`\n${count} incidents of one user, address or program, ${what}`);
  const first = (of: 'now' | 'before') => percent(measured.filter((one) => one[of]).length, count);
  line('the right value first', first('now'), 'at least 85 %');
  line('the right value first, ranked by absolute change', first('before'), 'as it was');
}

function printWho(seed: number, count: number): void {
  const random = randomFrom(seed);
  printFirst(
    'in generated hours',
    Array.from({ length: count }, () => measureWho(random)),
  );
}

/** In hours of a log, whose users, addresses and programs are those that it names. */
async function printWhoInLog(seed: number, count: number, path: string): Promise<void> {
  const random = randomFrom(seed);
  const log = await readLogHours(path);
  const measured = Array.from({ length: count }, () =>
    measureWhoInLog(random, drawLogHour(log, random), log.events),
  );
  printFirst(
    'in hours of the given log',
    measured.filter((one) => one.isQuiet),
  );
  const others = measured.filter((one) => !one.isQuiet);
  const first = percent(others.filter(({ now }) => now).length, others.length);
  line(`${others.length} more in hours that tell another value without it`, first, '');
}

/** In given days, whose users, addresses and hosts are drawn: counts of days tell none. */
async function printWhoInDays(seed: number, count: number, path: string): Promise<void> {
  const random = randomFrom(seed);
  const cases = await readCases(path);
  printFirst(
    'in hours of the given days',
    Array.from({ length: count }, () => measureWho(random, drawRealHour(cases, random))),
  );
}

function printViews(seed: number, count: number): void {
  const random = randomFrom(seed);
  const measured = Array.from({ length: count }, () => measureViews(random));
  const sum = (of: (one: (typeof measured)[number]) => number) =>
    measured.reduce((total, one) => total + of(one), 0);
  const [planted, together] = [sum((one) => one.planted), sum((one) => one.together)];
  const [unrelated, apart] = [sum((one) => one.unrelated), sum((one) => one.apart)];
  print(`\n${planted} incidents in 2 to 4 series, ${unrelated} pairs with unrelated findings`);
  line('incidents that are one row', percent(together, planted), 'at least 95 %');
  line('unrelated findings that stay apart', percent(apart, unrelated), 'at least 98 %');
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    series: { type: 'string', default: '100' },
    incidents: { type: 'string', default: '1000' },
    cases: { type: 'string' },
    log: { type: 'string' },
  },
});
const seed = Number(values.seed);
endWithReader();
print(`npm run bench:feedback, seed ${seed}: generated series, events and incidents`);
const incidents = Number(values.incidents);
const cases = values.cases ?? process.env['LOGWAVE_BENCH_CASES'];
const log = values.log ?? process.env['LOGWAVE_BENCH_LOG'];

async function main(): Promise<void> {
  printRecurring('weekly', seed, Number(values.series));
  printRecurring('monthly', seed, Number(values.series));
  printWho(seed, incidents);
  if (log === undefined) print('\nin real days: not measured, name a log of some weeks by --log');
  else await printWhoInLog(seed, incidents, log);
  if (cases === undefined) print('\nin given days: not measured, name a file of days by --cases');
  else await printWhoInDays(seed, incidents, cases);
  printViews(seed, incidents);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
