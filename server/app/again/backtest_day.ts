import { type Settings, LEAST_SCORE_LIMIT } from '../../../common/settings';
import { seriesName } from '../../../common/sources';
import {
  assessAtLimits,
  type AtLimits,
  type CalibratedScore,
  type IsUnusual,
  unusualByScore,
} from '../../../common/waveform';
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

type Limits = Pick<Candidate, 'is_flagged' | 'highest_tenths'>;

function limitsOf(isUnusual: IsUnusual, { calibrated }: Settings): Limits {
  return {
    is_flagged: isUnusual(calibrated.score_limit),
    highest_tenths: highestFlagging((tenths) => isUnusual(tenths / 10), LOWEST_TENTHS),
  };
}

/**
 * The highest threshold at which a series has a finding; undefined if not even the lowest gives
 * one.
 */
function candidateOf(
  { isQuiet, isUnusual, assess }: AtLimits,
  settings: Settings,
): Limits | undefined {
  if (isQuiet) return undefined;
  const { state } = assess(LEAST_SCORE_LIMIT);
  if (settings.method === 'talk') {
    return state === 'unusual' ? { is_flagged: true, highest_tenths: 0 } : undefined;
  }
  if (state !== 'unusual' && state !== 'below_floor') return undefined;
  return limitsOf(isUnusual, settings);
}

/**
 * Learns and scores series of the day, and finds their thresholds. A series whose score is known is
 * assessed only where more than the score decides.
 */
function limitsOfSeries(
  toAssess: SourceToAssess,
  { assessedCase, subtypes }: PreparedSource,
  given: Settings,
): (subtype: string, score: CalibratedScore | undefined) => Limits | undefined {
  const { source, day } = toAssess;
  const settings = withWholeSubtypes(given, source.id, subtypes);
  const contextOf = seriesContexts(sourceOfDay(toAssess), settings);
  return (subtype, score) => {
    const context = contextOf(subtype);
    const isUnusual = score && unusualByScore(score, settings, context);
    if (isUnusual !== undefined) {
      return isUnusual(LEAST_SCORE_LIMIT) ? limitsOf(isUnusual, settings) : undefined;
    }
    const seriesCase = assessedCase(subtype);
    return candidateOf(assessAtLimits(seriesCase, day.columns, settings, context, score), settings);
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
  const limits = limitsOfSeries(toAssess, prepared, settings);
  const candidates = ofSourceItself(toAssess, prepared);
  const giveWay = takingTurns(signal);
  for (const subtype of prepared.subtypes) {
    await giveWay();
    if (prepared.isBeyond(subtype)) continue;
    const score = prepared.scoreUnlessQuiet(subtype);
    if (score === 'quiet') continue;
    const found = limits(subtype, score);
    if (found === undefined) continue;
    const series = { source: source.id, subtype, ...seriesName(source, subtype) };
    candidates.push({ day: day.day, ...series, ...found });
  }
  return { series: prepared.subtypes.length, candidates };
}
