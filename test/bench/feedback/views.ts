import { comparablePairs, incidentsOf, type PairCounts } from '../../../common/incidents';
import type { Finding } from '../../../common/waveform/hours';
import { findingWith } from '../../fixtures/tagging_finding';
import type { Random } from '../../generator/random';

/** Sources that look at the same documents; the last holds all of them in one series. */
const SOURCES = ['severity', 'program', 'rule', 'host', 'all'] as const;
const SIZES = { severity: 4, program: 10, rule: 12, host: 6, all: 1 } as const;
type SourceName = (typeof SOURCES)[number];
type Document = Readonly<Record<SourceName, string>>;
const DAYS = 4;
const HOUR = 15;
const LEAST = 0.7;

/** Whether a planted incident became one row, and pairs of unrelated findings that stayed apart. */
export interface Views {
  readonly planted: number;
  readonly together: number;
  readonly unrelated: number;
  readonly apart: number;
}

function drawDocument(random: Random, fixed: Partial<Document> = {}): Document {
  const of = (name: SourceName): string =>
    fixed[name] ?? `${name}${random.whole(0, SIZES[name] - 1)}`;
  return {
    severity: of('severity'),
    program: of('program'),
    rule: of('rule'),
    host: of('host'),
    all: 'all0',
  };
}

type Series = readonly [source: SourceName, subtype: string];

function having(documents: readonly Document[], ...series: readonly Series[]): number {
  return documents.filter((one) => series.every(([name, value]) => one[name] === value)).length;
}

function findingOf([source, subtype]: Series, today: number, expected: number): Finding {
  const made = findingWith({ source, subtype, events: new Map([[HOUR, today]]) });
  const at = <T>(values: readonly T[], value: T): T[] =>
    values.map((one, hour) => (hour === HOUR ? value : one));
  return {
    ...made,
    flagged: made.flagged.map((flag) => ({ ...flag, expected })),
    today: at(made.today, today),
    usual_day: at(made.usual_day ?? [], expected),
    basis_days: Array.from({ length: DAYS }, (_, place) => `2026-11-1${place}`),
  };
}

/** One incident of two to four views, and another that is unrelated, in the same hour. */
export function measureViews(random: Random): Views {
  const mean = 60 * Math.exp(random.uniform() * 2);
  const draw = (count: number, fixed?: Partial<Document>): Document[] =>
    Array.from({ length: count }, () => drawDocument(random, fixed));
  const training = Array.from({ length: DAYS }, () => draw(random.poisson(mean)));
  const shown = random.whole(2, 4);
  const names = (['program', 'rule', 'host', 'severity'] as const).slice(0, shown);
  const fixed = Object.fromEntries(names.map((name) => [name, `${name}0`]));
  const size = 40 + random.poisson(mean);
  // The other one is of values of its own, and about as large.
  const other = { program: 'program1', rule: 'rule1', host: 'host1' };
  const otherSize = Math.round(size * (0.6 + random.uniform() * 0.8));
  const today = [...draw(random.poisson(mean)), ...draw(size, fixed), ...draw(otherSize, other)];
  const usualOf = (...series: readonly Series[]): number =>
    training.reduce((sum, day) => sum + having(day, ...series), 0);
  const all = SOURCES.flatMap((name) =>
    Array.from({ length: SIZES[name] }, (_, place): Series => [name, `${name}${place}`]),
  );
  const findings: Finding[] = [];
  const seriesOf = new Map<Finding, Series>();
  for (const series of all) {
    const [count, expected] = [having(today, series), usualOf(series) / DAYS];
    if (count - expected < 5 + 5 * Math.sqrt(expected + 1)) continue;
    const finding = findingOf(series, count, expected);
    findings.push(finding);
    seriesOf.set(finding, series);
  }
  const counted = comparablePairs(findings).map((pair) => {
    const [a, b] = [seriesOf.get(pair.a), seriesOf.get(pair.b)] as [Series, Series];
    const counts: PairCounts = {
      today: having(today, a, b),
      usual: usualOf(a, b),
      usual_a: 0,
      usual_b: 0,
    };
    return { pair, counts };
  });
  const { groups } = incidentsOf(findings, counted, LEAST);
  const groupOf = new Map(groups.flatMap((group, at) => group.map((one) => [one, at] as const)));
  const isOf = (values: Partial<Document>) => (finding: Finding) => {
    const [name, value] = seriesOf.get(finding) as Series;
    return values[name] === value;
  };
  const views = findings.filter(isOf(fixed));
  const rows = new Set(views.map((view) => groupOf.get(view))).size;
  // Everything contains both incidents: it is a view of neither.
  const apartFrom = findings.filter((one) => isOf(other)(one) || one.source === 'all');
  const unrelated = views.flatMap((view) => apartFrom.map((one) => [view, one] as const));
  const apart = unrelated.filter(([view, one]) => groupOf.get(view) !== groupOf.get(one));
  return {
    planted: Number(views.length >= 2),
    together: Number(views.length >= 2 && rows === 1),
    unrelated: unrelated.length,
    apart: apart.length,
  };
}
