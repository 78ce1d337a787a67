import type { Settings } from '../../../common/settings';
import { seriesName } from '../../../common/sources';
import {
  type Assessment,
  type Finding,
  METHOD_VERSION,
  type HourCount,
  lengthOf,
} from '../../../common/waveform/hours';
import type { RunIdentity, SourceToAssess } from './source_to_assess';

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

/**
 * The finding of an unusual series, as it is stored. @param today the 24 counts that were assessed
 */
export function findingOfSeries(
  assessment: Extract<Assessment, { state: 'unusual' }>,
  today: readonly HourCount[],
  { source, day }: SourceToAssess,
  subtype: string,
  method: Settings['method'],
  identity: RunIdentity,
): Finding {
  const { flagged, difference, surprise } = assessment;
  const name = seriesName(source, subtype);
  const first = day.columns[flagged[0]?.hour ?? 0]?.ranges[0]?.from ?? day.from;
  return {
    '@timestamp': new Date(first).toISOString(),
    ...identity,
    day: day.day,
    zone: day.zone,
    source: source.id,
    subtype,
    series_name: name.name,
    series_code: name.code,
    tag: source.tag,
    method,
    method_version: METHOD_VERSION,
    verdict: assessment.verdict,
    hours: flagged.map(({ hour }) => hour),
    flagged,
    runs: assessment.runs,
    surprise: finiteOrNull(surprise),
    rank: assessment.rank,
    shift: assessment.shift,
    basis: assessment.basis,
    basis_days: assessment.basis_days,
    count: sum(flagged.map(({ events }) => events)),
    expected:
      assessment.usual_day === null
        ? null
        : sum(flagged.map(({ hour, expected }) => (expected ?? 0) * lengthOf(day.columns, hour))),
    ratio: assessment.ratio,
    difference: finiteOrNull(difference),
    sentence: assessment.sentence,
    today,
    usual_day: assessment.usual_day,
    contribution: assessment.contribution,
    surprise_by_hour: assessment.surprise_by_hour,
  };
}
