import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../../common/settings/settings';
import { seriesName } from '../../common/sources/series_name';
import { assessSeries } from '../../common/waveform/assess_series';
import { withoutDays } from '../../common/waveform/series_case';
import { seriesContexts } from '../../common/waveform/series_context';
import { highestFlagging, LOWEST_TENTHS, type Candidate } from './backtest_limits';
import { prepareSource, type JudgedSeries, type PreparedSource } from './judge_source';
import { runIdOf } from './run';
import { settingsHash } from './settings_hash';
import type { SourceToJudge } from './source_to_judge';

const SERIES_PER_TURN = 250;

/** What judging a source on a day again came to. */
export interface BacktestedDay {
  readonly series: number;
  /** What the lowest limit flags; under the talk's method what the settings flag. */
  readonly candidates: readonly Candidate[];
}

function withLimit(settings: Settings, limit: number): Settings {
  return { ...settings, calibrated: { ...settings.calibrated, score_limit: limit } };
}

/** Whether a series is flagged under another limit: it is really judged again. */
function flaggingLimits(
  toJudge: SourceToJudge,
  prepared: PreparedSource,
  settings: Settings,
): (judged: JudgedSeries) => (limit: number) => boolean {
  const { source, day, training } = toJudge;
  const source_days = training.filter(({ documents }) => documents > 0).length;
  const ofDay = { source: source.id, day: day.day, zone: day.zone, source_days };
  const contextOf = seriesContexts(ofDay, settings);
  return ({ subtype, omitted_days: omitted }) => {
    const seriesCase = withoutDays(prepared.caseOf(subtype), omitted);
    const context = contextOf(subtype);
    return (limit) =>
      assessSeries(seriesCase, day.columns, withLimit(settings, limit), context).state ===
      'unusual';
  };
}

function ofSourceItself({ source, day }: SourceToJudge, { finding }: PreparedSource): Candidate[] {
  if (finding === null) return [];
  const { name, id } = source;
  const always = { is_flagged: true, highest_tenths: Infinity };
  return [{ day: day.day, source: id, subtype: null, name, code: id, ...always }];
}

/**
 * Judges a source on one day again, and finds out for each series up to which limit it is flagged.
 *
 * A score does not depend on the limit, and a day is unusual exactly when one of its scores reaches
 * the limit. So what the lowest limit leaves alone no higher one flags, and what it flags is judged
 * again at other limits until the highest that flags it is known: exact to a tenth. It is
 * approximate in two cases only: with floors, which see the hours that a limit flags (a higher limit
 * may flag what a lower one leaves below a floor), and between the tenths. What is flagged at the
 * present limit is judged at just that limit, and always exact.
 *
 * @throws the signal's reason
 */
export async function backtestDay(
  toJudge: SourceToJudge,
  settings: Settings,
  signal: AbortSignal,
): Promise<BacktestedDay> {
  const { source, day } = toJudge;
  const isTalk = settings.method === 'talk';
  const present = settings.calibrated.score_limit;
  const lowest = Math.min(LOWEST_TENTHS / 10, present);
  const prepared = prepareSource(toJudge, isTalk ? settings : withLimit(settings, lowest), {
    scope: '',
    run_id: runIdOf('', day.day, day.zone),
    settings_hash: settingsHash(settings),
    seen_by: null,
  });
  const limitsOf = flaggingLimits(toJudge, prepared, settings);
  const candidates = ofSourceItself(toJudge, prepared);
  for (const [place, subtype] of prepared.subtypes.entries()) {
    if (place % SERIES_PER_TURN === 0) await setImmediate();
    signal.throwIfAborted();
    const judged = prepared.judge(subtype);
    const { state } = judged.description.assessment;
    if (state !== 'unusual' && (isTalk || state !== 'below_floor')) continue;
    const isFlaggedBy = limitsOf(judged);
    candidates.push({
      day: day.day,
      source: source.id,
      subtype,
      ...seriesName(source, subtype),
      is_flagged: isTalk || isFlaggedBy(present),
      highest_tenths: isTalk
        ? 0
        : highestFlagging((tenths) => isFlaggedBy(tenths / 10), LOWEST_TENTHS),
    });
  }
  return { series: prepared.subtypes.length, candidates };
}
