import { type Settings, LEAST_SCORE_LIMIT } from '../../../common/settings';
import { seriesName } from '../../../common/sources';
import { assessAtLimits, type AtLimits } from '../../../common/waveform';
import { seriesContexts } from '../../../common/waveform/hours';
import { highestFlagging, LOWEST_TENTHS, type Candidate } from './backtest_limits';
import { prepareSource, type PreparedSource, sourceOfDay, type SourceToAssess } from '../assessing';
import { runIdOf } from '../runs';
import { settingsHash, takingTurns, withWholeSubtypes } from '../basics';

/** The result of assessing a source on a day again. */
export interface BacktestedDay {
  readonly series: number;
  /** The findings at the lowest threshold; under the talk's method, those of the settings. */
  readonly candidates: readonly Candidate[];
}

function ofSourceItself({ source, day }: SourceToAssess, { finding }: PreparedSource): Candidate[] {
  if (finding === null) return [];
  const { name, id } = source;
  const always = { is_flagged: true, highest_tenths: Infinity };
  return [{ day: day.day, source: id, subtype: null, name, code: id, ...always }];
}

/**
 * The highest threshold at which a series has a finding; undefined if not even the lowest gives
 * one.
 */
function candidateOf(
  { isQuiet, isUnusual, assess }: AtLimits,
  { method, calibrated }: Settings,
): Pick<Candidate, 'is_flagged' | 'highest_tenths'> | undefined {
  if (isQuiet) return undefined;
  const present = calibrated.score_limit;
  const { state } = assess(LEAST_SCORE_LIMIT);
  if (method === 'talk') {
    return state === 'unusual' ? { is_flagged: true, highest_tenths: 0 } : undefined;
  }
  if (state !== 'unusual' && state !== 'below_floor') return undefined;
  return {
    is_flagged: isUnusual(present),
    highest_tenths: highestFlagging((tenths) => isUnusual(tenths / 10), LOWEST_TENTHS),
  };
}

/** Learns and scores a series of the day, to be assessed with any threshold. */
function assessments(
  toAssess: SourceToAssess,
  { assessedCase, subtypes }: PreparedSource,
  given: Settings,
): (subtype: string) => AtLimits {
  const { source, day } = toAssess;
  const settings = withWholeSubtypes(given, source.id, subtypes);
  const contextOf = seriesContexts(sourceOfDay(toAssess), settings);
  return (subtype) => {
    const seriesCase = assessedCase(subtype);
    return assessAtLimits(seriesCase, day.columns, settings, contextOf(subtype));
  };
}

/**
 * Assesses a source on one day again, and finds the highest threshold at which each series has a
 * finding.
 *
 * A score does not depend on the threshold, and a day is unusual exactly if one of its scores
 * reaches the threshold. So a day that the lowest threshold does not flag is flagged by no higher
 * one. A day that it flags is assessed with other thresholds, from the same scores, until the
 * highest that flags it is known, exact to a tenth. It is approximate in two cases only: with
 * minimums, which see the hours that a threshold flags (a higher threshold may flag what is below a
 * minimum at a lower one), and between the tenths. Findings at the present threshold are assessed
 * at exactly that threshold, and are always exact.
 *
 * @throws the signal's reason
 */
export async function backtestDay(
  toAssess: SourceToAssess,
  settings: Settings,
  signal: AbortSignal,
): Promise<BacktestedDay> {
  const { source, day } = toAssess;
  const prepared = prepareSource(toAssess, settings, {
    scope: '',
    run_id: runIdOf('', day.day, day.zone),
    settings_hash: settingsHash(settings),
    seen_by: null,
  });
  const assessmentOf = assessments(toAssess, prepared, settings);
  const candidates = ofSourceItself(toAssess, prepared);
  const giveWay = takingTurns(signal);
  for (const subtype of prepared.subtypes) {
    await giveWay();
    if (prepared.isBeyond(subtype) || prepared.isSurelyQuiet(subtype)) continue;
    const found = candidateOf(assessmentOf(subtype), settings);
    if (found === undefined) continue;
    const series = { source: source.id, subtype, ...seriesName(source, subtype) };
    candidates.push({ day: day.day, ...series, ...found });
  }
  return { series: prepared.subtypes.length, candidates };
}
