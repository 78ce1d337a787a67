import { noFindingSentence } from '../../../common/waveform/words';
import { isOneOfMany, isUnknown, type AssessedSeries } from '../assessing';

/** How many series of a source had which result. */
export interface SeriesTally {
  /** Findings of series, and those of the source itself. */
  unusual: number;
  ofSource: number;
  /** Series that were not assessed, those of them with unknown hours, and those below a minimum. */
  notAssessed: number;
  unknown: number;
  belowFloor: number;
  /** Series that are new: findings, and those that are too many. */
  newSeries: number;
  newBeyond: number;
  /** How many series were compared with what, in words. */
  readonly bases: Map<string, number>;
  /** How many series were not assessed for what reason, in words. */
  readonly reasons: Map<string, number>;
}

/** Adds one series. */
export function tally(into: SeriesTally, assessed: AssessedSeries): void {
  const { state, basis } = assessed.assessment;
  if (state !== 'not_judged') into.bases.set(basis, (into.bases.get(basis) ?? 0) + 1);
  if (state === 'not_judged') {
    into.notAssessed += 1;
    const reason = noFindingSentence(assessed.assessment, assessed.is_source_silent) ?? '';
    into.reasons.set(reason, (into.reasons.get(reason) ?? 0) + 1);
  }
  if (state === 'below_floor') into.belowFloor += 1;
  if (isUnknown(assessed)) into.unknown += 1;
  if (isOneOfMany(assessed)) into.newBeyond += 1;
  if (assessed.finding === null) return;
  into.unusual += 1;
  if (assessed.finding.verdict === 'new') into.newSeries += 1;
}

/** A tally before the first series. */
export function emptyTally(): SeriesTally {
  const assessed = { unusual: 0, ofSource: 0, notAssessed: 0, unknown: 0, belowFloor: 0 };
  return { ...assessed, newSeries: 0, newBeyond: 0, bases: new Map(), reasons: new Map() };
}
