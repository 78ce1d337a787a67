import { hourRuns } from '../../../common/waveform/hour_runs';

/** What a detector said of one case, beside what it should have said. */
export interface Judged {
  readonly family: string;
  readonly kind: string;
  /** Hours that should be flagged; none on a normal day. */
  readonly labelled: readonly number[];
  /** Hours that were flagged, ascending. */
  readonly flagged: readonly number[];
}

/** How well a detector did. */
export interface Metrics {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Runs of flagged hours per 100 days that are normal. */
  readonly falseAlarmsPer100: number;
  readonly normalDays: number;
  readonly events: number;
}

/**
 * An event is a run of labelled hours, found if one of its hours is flagged. A false alarm is a run
 * of those flagged hours that lie more than one hour away from every event.
 */
export function measure(cases: readonly Judged[]): Metrics {
  let [found, events, alarms, alarmsOnNormal, normalDays] = [0, 0, 0, 0, 0];
  for (const { labelled, flagged } of cases) {
    const runs = hourRuns(labelled);
    events += runs.length;
    found += runs.filter(({ from, to }) =>
      flagged.some((hour) => hour >= from && hour < to),
    ).length;
    const away = flagged.filter((hour) => !labelled.some((event) => Math.abs(event - hour) <= 1));
    const falseRuns = hourRuns(away).length;
    alarms += falseRuns;
    if (labelled.length > 0) continue;
    normalDays += 1;
    alarmsOnNormal += falseRuns;
  }
  const precision = found + alarms === 0 ? 0 : found / (found + alarms);
  const recall = events === 0 ? 0 : found / events;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const falseAlarmsPer100 = (100 * alarmsOnNormal) / Math.max(1, normalDays);
  return { precision, recall, f1, falseAlarmsPer100, normalDays, events };
}
