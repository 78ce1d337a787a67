import { least } from '../../../common/lists';
import { outageDays, type Settings } from '../../../common/settings';
import type { DayColumn } from '../../../common/time';
import { assessAtLimits, assessSeries, unusualByScore } from '../../../common/waveform';
import {
  type SeriesCase,
  type SeriesContext,
  seriesContexts,
} from '../../../common/waveform/hours';
import { prepareSource, sourceOfDay, type SourceToAssess } from '../assessing';
import { runIdOf } from '../runs';
import { settingsHash, stableJson, takingTurns, withWholeSubtypes } from '../basics';

/** How many series a source has on a day, and how many findings with each of the settings. */
export interface CountedFlags {
  readonly series: number;
  /** In the order of the settings. */
  readonly flags: readonly number[];
}

/**
 * Of settings that differ only in the threshold, one flags all that the others flag, since a score
 * does not depend on the threshold.
 */
function withLowestLimits(sides: readonly Settings[], first: Settings): Settings {
  const leastOf = (of: (side: Settings) => number): number => least(sides.map(of));
  return {
    ...first,
    calibrated: { score_limit: leastOf(({ calibrated }) => calibrated.score_limit) },
    talk: {
      ...first.talk,
      difference_limit: leastOf(({ talk }) => talk.difference_limit),
      contribution_limit: leastOf(({ talk }) => talk.contribution_limit),
    },
  };
}

/**
 * What decides the scores of a source's series. Settings that agree in it can be assessed at once.
 */
export function scoredBy(source: string, settings: Settings): string {
  const { zone, method, training, calibrated, talk, series, outages } = settings;
  const limits = { score_limit: 0, difference_limit: 0, contribution_limit: 0 };
  const omitted = series
    .filter((one) => one.source === source)
    .flatMap(({ subtype, omit_days: days = [] }) => (days.length > 0 ? [[subtype, days]] : []))
    .sort();
  const outage = outageDays(source, outages);
  return stableJson([
    zone,
    method,
    training,
    { ...calibrated, ...talk, ...limits },
    omitted,
    outage,
  ]);
}

function isAnyUnusual(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  lowest: Settings,
  context: SeriesContext,
): boolean {
  const { isQuiet, isUnusual } = assessAtLimits(seriesCase, columns, lowest, context);
  return !isQuiet && isUnusual(lowest.calibrated.score_limit);
}

/**
 * Assesses every series of a source on a day with several settings and counts the findings,
 * including that of the source itself. A series without a finding at the lowest thresholds has none
 * with any of the settings, so only the others are assessed with each of them.
 *
 * @param sides settings that agree in `scoredBy`, at least one
 * @throws the signal's reason
 */
export async function countFlags(
  toAssess: SourceToAssess,
  sides: readonly [Settings, ...Settings[]],
  signal: AbortSignal,
): Promise<CountedFlags> {
  const { source, day } = toAssess;
  const [first] = sides;
  const prepared = prepareSource(toAssess, first, {
    scope: '',
    run_id: runIdOf('', day.day, day.zone),
    settings_hash: settingsHash(first),
    seen_by: null,
  });
  const whole = sides.map((side) => withWholeSubtypes(side, source.id, prepared.subtypes));
  const contexts = whole.map((side) => seriesContexts(sourceOfDay(toAssess), side));
  const lowest = withLowestLimits(sides, first);
  const unlimited = seriesContexts(sourceOfDay(toAssess), { floors: [], series: [] });
  const flags = sides.map((): number => (prepared.finding === null ? 0 : 1));
  const giveWay = takingTurns(signal);
  for (const subtype of prepared.subtypes) {
    await giveWay();
    if (prepared.isBeyond(subtype)) continue;
    const score = prepared.scoreUnlessQuiet(subtype);
    if (score === 'quiet') continue;
    let known: SeriesCase | undefined;
    const caseOf = (): SeriesCase => (known ??= prepared.assessedCase(subtype));
    const unusualBy = (side: Settings, context: SeriesContext): boolean | undefined =>
      score && unusualByScore(score, side, context)?.(side.calibrated.score_limit);
    const anyContext = unlimited(subtype);
    const isAny =
      unusualBy(lowest, anyContext) ?? isAnyUnusual(caseOf(), day.columns, lowest, anyContext);
    if (!isAny) continue;
    sides.forEach((side, at) => {
      const context = (contexts[at] ?? unlimited)(subtype);
      const isFinding =
        unusualBy(side, context) ??
        assessSeries(caseOf(), day.columns, side, context).state === 'unusual';
      if (isFinding) flags[at] = (flags[at] ?? 0) + 1;
    });
  }
  return { series: prepared.subtypes.length, flags };
}
