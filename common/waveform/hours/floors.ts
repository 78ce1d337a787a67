import type { Floors, Settings } from '../../settings';
import type { Assessment, Unusual } from './assessment';
import { notAssessed } from './not_assessed';

/**
 * The minimums of the series of a source: those of the source, overridden by those of the series
 * itself.
 *
 * @returns the minimums of a subtype
 */
export function floorsOf(
  { floors, series }: Pick<Settings, 'floors' | 'series'>,
  source: string,
): (subtype: string) => Floors {
  const ofSource = floors.find((one) => one.source === source)?.floors ?? {};
  const own = series.filter((one) => one.source === source && one.floors !== undefined);
  const bySubtype = new Map(own.map((one) => [one.subtype, one.floors]));
  return (subtype) => ({ ...ofSource, ...bySubtype.get(subtype) });
}

/** How many times as many (or as few) events as expected: Infinity if none were, or none came. */
function factor(count: number, expected: number): number {
  const [less, more] = [Math.min(count, expected), Math.max(count, expected)];
  return less === 0 ? Infinity : more / less;
}

/**
 * Whether a finding is below the minimums: its strongest stretch has too few events (or should have
 * had too few, if events are missing), too few of them in excess, or is too close to what is
 * expected.
 */
function isBelow({ runs }: Unusual, floors: Floors): boolean {
  const [strongest] = runs;
  if (strongest === undefined) return false;
  const { count } = strongest;
  const expected = strongest.expected ?? 0;
  if (Math.max(count, expected) < (floors.least_count ?? 0)) return true;
  if (Math.abs(count - expected) < (floors.least_excess ?? 0)) return true;
  return factor(count, expected) < (floors.least_ratio ?? 0);
}

/**
 * The assessment once the minimums are applied. Findings below them stay listed, but are no
 * findings.
 */
export function applyFloors(assessment: Assessment, floors: Floors): Assessment {
  if (floors.judge === false) return notAssessed(assessment, 'switched_off');
  if (assessment.state !== 'unusual' || !isBelow(assessment, floors)) return assessment;
  return { ...assessment, state: 'below_floor' };
}
