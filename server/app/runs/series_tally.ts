import { isOneOfMany, isUnknown, type JudgedSeries } from '../assessing';

/** How many series of a source came out how. */
export interface SeriesTally {
  /** Findings of series, and those of the source itself. */
  unusual: number;
  ofSource: number;
  /** Series that were not judged, those of them that have unknown hours, and those below a floor. */
  notJudged: number;
  unknown: number;
  belowFloor: number;
  /** Series that are new: findings, and those that are too many. */
  newSeries: number;
  newBeyond: number;
}

/** Adds one series. */
export function tally(into: SeriesTally, judged: JudgedSeries): void {
  const { state } = judged.description.assessment;
  if (state === 'not_judged') into.notJudged += 1;
  if (state === 'below_floor') into.belowFloor += 1;
  if (isUnknown(judged)) into.unknown += 1;
  if (isOneOfMany(judged)) into.newBeyond += 1;
  if (judged.finding === null) return;
  into.unusual += 1;
  if (judged.finding.verdict === 'new') into.newSeries += 1;
}

/** A tally before the first series. */
export function emptyTally(): SeriesTally {
  const judged = { unusual: 0, ofSource: 0, notJudged: 0, unknown: 0, belowFloor: 0 };
  return { ...judged, newSeries: 0, newBeyond: 0 };
}
