import { hourStretches } from '../../../common/waveform/hours/hour_stretches';
import { ascending, percentileOfSorted } from '../../../common/waveform/hours/percentile';

/** What a detector said of one case, beside what it should have said. */
export interface AssessedCase {
  readonly family: string;
  readonly kind: string;
  /** Hours that should be flagged; none on a normal day. */
  readonly labeled: readonly number[];
  /** Hours of which nobody can say whether they are unusual: they count neither way. */
  readonly ignored: readonly number[];
  /** Hours that were flagged, ascending. */
  readonly flagged: readonly number[];
  /** 24 scores, flagged or not; 0 if there is none. */
  readonly scores: readonly number[];
}

/** How well a detector did. */
export interface Metrics {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Stretches of flagged hours per 100 days that are normal. */
  readonly falseAlarmsPer100: number;
  readonly normalDays: number;
  readonly events: number;
}

/** Thresholds are tried at quantiles of the scores, most of them among the highest tenth. */
const LOW_QUANTILES = Array.from({ length: 50 }, (_, step) => (0.9 * step) / 49);
const HIGH_QUANTILES = Array.from({ length: 150 }, (_, step) => 1 - 0.1 * 0.002 ** (step / 149));

/**
 * An event is a stretch of labeled hours, found if one of its hours is flagged. A false alarm is a stretch
 * of those flagged hours that lie more than one hour away from every event.
 */
export function measure(cases: readonly AssessedCase[]): Metrics {
  let [found, events, alarms, alarmsOnNormal, normalDays] = [0, 0, 0, 0, 0];
  for (const { labeled, ignored, flagged } of cases) {
    const stretches = hourStretches(labeled);
    events += stretches.length;
    found += stretches.filter(({ from, to }) =>
      flagged.some((hour) => hour >= from && hour < to),
    ).length;
    const excused = [...labeled, ...ignored];
    const away = flagged.filter((hour) => !excused.some((other) => Math.abs(other - hour) <= 1));
    const falseRuns = hourStretches(away).length;
    alarms += falseRuns;
    if (excused.length > 0) continue;
    normalDays += 1;
    alarmsOnNormal += falseRuns;
  }
  const precision = found + alarms === 0 ? 0 : found / (found + alarms);
  const recall = events === 0 ? 0 : found / events;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const falseAlarmsPer100 = (100 * alarmsOnNormal) / Math.max(1, normalDays);
  return { precision, recall, f1, falseAlarmsPer100, normalDays, events };
}

/** The thresholds that are tried: quantiles of the scores above 0, and the detector's own. */
function thresholdsOf(cases: readonly AssessedCase[]): number[] {
  const scores = ascending(cases.flatMap(({ scores: all }) => all.filter((score) => score > 0)));
  if (scores.length === 0) return [];
  const quantiles = [...LOW_QUANTILES, ...HIGH_QUANTILES];
  const thresholds = quantiles.map((share) => percentileOfSorted(scores, 100 * share));
  const own = cases.flatMap(({ flagged, scores: all }) => flagged.map((hour) => all[hour] ?? 0));
  const lowest = own.reduce((least, score) => Math.min(least, score), Infinity);
  return [...new Set([...thresholds, ...(own.length === 0 ? [] : [lowest])])];
}

/** The cases as a detector would flag them whose threshold were another. */
function flaggedFrom(cases: readonly AssessedCase[], threshold: number): AssessedCase[] {
  return cases.map((assessed) => ({
    ...assessed,
    flagged: assessed.scores.flatMap((score, hour) => (score >= threshold ? [hour] : [])),
  }));
}

/**
 * The recall that some threshold on the scores reaches at no more than so many false alarms per 100
 * normal days: what a detector could do whose threshold were chosen in hindsight.
 */
export function recallWithin(cases: readonly AssessedCase[], mostFalseAlarms: number): number {
  let best = 0;
  for (const threshold of thresholdsOf(cases)) {
    const { recall, falseAlarmsPer100 } = measure(flaggedFrom(cases, threshold));
    if (falseAlarmsPer100 <= mostFalseAlarms) best = Math.max(best, recall);
  }
  return best;
}
