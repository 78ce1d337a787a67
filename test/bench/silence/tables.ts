import type { Measured } from './measure';

/** What false silences may come to, in 100 stream-days. */
export const MOST_FALSE = 0.3;

export interface Row {
  readonly falseRate: number;
  readonly median: number;
  readonly ninety: number;
  readonly never: number;
  /** The median delay of one who knows when the next event would have come: nothing tells sooner. */
  readonly soonest: number;
}

const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.floor(((sorted.length - 1) * percent) / 100)] ?? Number.NaN;

export function rowOf(all: readonly Measured[]): Row {
  const days = all.reduce((sum, { days: own }) => sum + own, 0);
  const wrong = all.reduce((sum, { falseSilences }) => sum + falseSilences, 0);
  const delays = all.flatMap(({ delays: own }) => [...own]).sort((a, b) => a - b);
  const soonest = all.flatMap(({ soonest: own }) => [...own]).sort((a, b) => a - b);
  const never = delays.filter((delay) => delay === Infinity).length / delays.length;
  return {
    falseRate: (100 * wrong) / days,
    median: percentile(delays, 50),
    ninety: percentile(delays, 90),
    never,
    soonest: percentile(soonest, 50),
  };
}

const cell = (value: number, digits: number, width: number): string =>
  (value === Infinity ? 'never' : value.toFixed(digits)).padStart(width);

function line(name: string, { falseRate, median, ninety, never }: Row): string {
  const cells = [cell(falseRate, 2, 12), cell(median, 1, 9), cell(ninety, 1, 9)];
  return `${name.padEnd(20)}${cells.join('')}${cell(100 * never, 1, 9)} %`;
}

const HEAD = `${''.padEnd(20)}${'false/100 d'.padStart(12)}${'median h'.padStart(9)}${'90 % h'.padStart(9)}${'never'.padStart(9)}`;

/** The best fixed threshold: the shortest median delay among those that are false seldom enough. */
function bestFixed(fixed: readonly (readonly [string, Row])[], most: number) {
  const allowed = fixed.filter(([, { falseRate }]) => falseRate <= most);
  return [...allowed].sort(([, a], [, b]) => a.median - b.median)[0];
}

function comparison(fixed: readonly (readonly [string, Row])[], learned: Row): string {
  const best = bestFixed(fixed, Math.max(MOST_FALSE, learned.falseRate));
  if (best === undefined) return 'no fixed threshold is false so seldom';
  const { median } = best[1];
  const ratio = (learned.median / median).toFixed(2);
  const least = (learned.soonest / median).toFixed(2);
  return `${best[0]}, median ${median.toFixed(1)} h: ratio ${ratio} (goal 0.50; ${least} for one who knows the next event)`;
}

/** All methods, and ours beside the best fixed threshold for each kind. */
export function printTables(
  results: ReadonlyMap<string, readonly Measured[]>,
  ours: string,
  print: (line: string) => void,
): void {
  print(HEAD);
  for (const [name, all] of results) print(line(name, rowOf(all)));
  const fixedOf = (keep: (one: Measured) => boolean) =>
    [...results]
      .filter(([name]) => name !== ours)
      .map(([name, all]) => [name, rowOf(all.filter(keep))] as const);
  const own = results.get(ours) ?? [];
  print(
    `best fixed threshold: ${comparison(
      fixedOf(() => true),
      rowOf(own),
    )}`,
  );
  print(`\n${ours}, by kind; the best fixed threshold of each`);
  for (const kind of new Set(own.map((one) => one.kind))) {
    const row = rowOf(own.filter((one) => one.kind === kind));
    const of = fixedOf((one) => one.kind === kind);
    print(`${line(kind, row)}   ${comparison(of, row)}`);
  }
}
