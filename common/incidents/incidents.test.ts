import { findingWith, type FindingParts } from '../../test/fixtures/tagging_finding';
import type { Finding } from '../waveform/hours';
import { comparablePairs } from './comparable_pairs';
import { IncidentIds, incidentIds } from './incident_ids';
import { incidentsOf } from './incidents';
import { mayBeSame, sharingOf, type PairCounts } from './same_excess';

/** A finding whose flagged hours have these events, of which 9 are usual. */
function finding(
  subtype: string,
  events: [hour: number, events: number][],
  parts: Partial<Finding> & Pick<FindingParts, 'source'> = {},
): Finding {
  const of = new Map(events);
  const made = findingWith({ subtype, events: of, source: parts.source ?? 'syslog' });
  const today = made.today.map((count, hour) => of.get(hour) ?? count);
  return { ...made, today, basis_days: ['2026-11-06', '2026-11-13'], ...parts };
}

function onlyPair(a: Finding, b: Finding) {
  const [pair] = comparablePairs([a, b]);
  if (pair === undefined) throw new Error('the findings cannot be compared');
  return pair;
}

const counts = (parts: Partial<PairCounts>): PairCounts => ({
  today: 0,
  usual: 0,
  usual_a: 0,
  usual_b: 0,
  ...parts,
});

describe('comparable pairs', () => {
  it('went the same way in an hour in common, and are counted over the hours of either', () => {
    const a = finding('5', [[15, 48]]);
    const b = finding('sudo', [
      [15, 40],
      [16, 40],
    ]);
    expect(comparablePairs([a, b])).toEqual([
      { a, b, side: 'more', hours: [15, 16], days: ['2026-11-06', '2026-11-13'] },
    ]);
    const elsewhere = finding('x', [[3, 48]]);
    const less = finding('y', [[15, 1]], { verdict: 'less' });
    const whole = finding('z', [[15, 90]], { subtype: null });
    expect(comparablePairs([a, elsewhere, less, whole])).toEqual([]);
  });

  it('are looked at on the last comparable day alone where less came', () => {
    const [a, b] = [finding('a', [[15, 1]]), finding('b', [[15, 0]])];
    const pair = onlyPair({ ...a, verdict: 'less' }, { ...b, verdict: 'silent' });
    expect(pair).toMatchObject({ side: 'less', days: ['2026-11-13'] });
  });
});

describe('how much of two findings is the same', () => {
  const a = finding('notice', [[15, 48]]);
  const b = finding('sudo', [[15, 40]], { source: 'syslog_program' });

  it('is what both have above what both usually have, of the excess of each', () => {
    const sharing = sharingOf(onlyPair(a, b), counts({ today: 39, usual: 2 }));
    expect(sharing.of_a).toBeCloseTo(38 / 39);
    expect(sharing.of_b).toBe(1);
    expect(sharing.a).toMatchObject({ source: 'syslog_program', shared: 39, of: 48, on: null });
  });

  it('is of logged events in an hour that the clock shows twice', () => {
    const doubled = (name: string, count: number): Finding => {
      const made = finding(name, [[1, count]], { day: '2015-11-01', zone: 'America/Toronto' });
      const flagged = made.flagged.map((one) => ({ ...one, events: 2 * count, expected: 9 }));
      return { ...made, flagged };
    };
    const pair = onlyPair(doubled('notice', 48), doubled('sudo', 40));
    const sharing = sharingOf(pair, counts({ today: 78 }));
    expect(sharing.of_a).toBeCloseTo(78 / 78);
    expect(sharing.a).toMatchObject({ shared: 78, of: 96 });
    expect(sharing.b).toMatchObject({ shared: 78, of: 80 });
    // 140 events of 180 may be the same. Half of them would be too few.
    const loud = onlyPair(doubled('a', 90), doubled('b', 70));
    expect(mayBeSame(loud, 0.8)).toBe(true);
  });

  it('does not take an earlier incident of both for usual', () => {
    const sharing = sharingOf(onlyPair(a, b), counts({ today: 39, usual: 400 }));
    expect(sharing.of_a).toBeCloseTo(30 / 39);
  });

  it('is little if one also has an incident of its own', () => {
    const other = finding('sudo', [
      [3, 400],
      [15, 40],
    ]);
    const sharing = sharingOf(onlyPair(a, other), counts({ today: 39 }));
    expect(sharing.of_a).toBe(1);
    expect(sharing.of_b).toBeLessThan(0.1);
  });

  it('goes by the documents of the last comparable day where less came', () => {
    const [one, other] = [finding('a', [[15, 1]]), finding('b', [[15, 0]])];
    const pair = onlyPair({ ...one, verdict: 'less' }, { ...other, verdict: 'silent' });
    const sharing = sharingOf(pair, counts({ usual: 30, usual_a: 40, usual_b: 32 }));
    expect([sharing.of_a, sharing.of_b]).toEqual([0.75, 0.9375]);
    expect(sharing.a).toMatchObject({ shared: 30, of: 40, on: '2026-11-13' });
  });

  it('needs no count where one has too few events for both to be the same', () => {
    const [loud, low] = [finding('a', [[15, 480]]), finding('b', [[15, 48]])];
    expect(mayBeSame(onlyPair(loud, low), 0.7)).toBe(false);
    expect(mayBeSame(onlyPair(a, b), 0.7)).toBe(true);
  });
});

describe('incidents', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => finding(name, [[15, 48]])) as [
    Finding,
    Finding,
    Finding,
    Finding,
  ];
  const pairs = comparablePairs([a, b, c, d]);
  const counted = (same: readonly [Finding, Finding][]) =>
    pairs.map((pair) => {
      const isSame = same.some(([one, other]) => pair.a === one && pair.b === other);
      return { pair, counts: counts({ today: isSame ? 45 : 12 }) };
    });

  it('hold what is the same directly, or by way of others', () => {
    const { groups, shared } = incidentsOf(
      [a, b, c, d],
      counted([
        [a, c],
        [c, d],
      ]),
      0.7,
    );
    expect(groups).toEqual([[a, c, d], [b]]);
    expect(shared.get(a)?.map(({ subtype }) => subtype)).toEqual(['c']);
    expect(shared.get(b)).toBeUndefined();
  });

  const ownId = ({ subtype }: Finding) => `own ${subtype}`;
  const idsOf = (groups: Finding[][], earlier: [string, string][] = []) => {
    const ids = incidentIds(groups, new IncidentIds(new Map(earlier), ownId));
    return groups.map((group) => group.map((one) => ids.get(one)));
  };

  it('have an id that stays while one member stays', () => {
    expect(idsOf([[a, b], [c]])).toEqual([['own a', 'own a'], ['own c']]);
    const earlier: [string, string][] = [
      ['own a', 'own a'],
      ['own b', 'own a'],
    ];
    expect(idsOf([[c, b]], earlier)).toEqual([['own a', 'own a']]);
  });

  it('have ids of their own after one fell apart, and one id after two grew together', () => {
    const earlier: [string, string][] = [
      ['own a', 'own a'],
      ['own b', 'own a'],
      ['own c', 'own c'],
    ];
    expect(idsOf([[b], [a]], earlier)).toEqual([['own a'], ['own a-2']]);
    expect(idsOf([[c, a]], earlier)).toEqual([['own c', 'own c']]);
  });
});
