import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../../common/settings/settings';
import { prepareSource } from './judge_source';
import { runIdOf } from './run';
import { settingsHash } from './settings_hash';
import type { SourceToJudge } from './source_to_judge';

/** So long others wait at most for their turn. */
const TURN_MS = 20;

/** How many series a source has on a day, and how many findings. */
export interface CountedFlags {
  readonly series: number;
  readonly flags: number;
}

/**
 * Judges every series of a source on a day and counts the findings, that of the source itself among
 * them. Whatever else the process has to do comes in between.
 *
 * @throws the signal's reason
 */
export async function countFlags(
  toJudge: SourceToJudge,
  settings: Settings,
  signal: AbortSignal,
): Promise<CountedFlags> {
  const { day, zone } = toJudge.day;
  const prepared = prepareSource(toJudge, settings, {
    scope: '',
    run_id: runIdOf('', day, zone),
    settings_hash: settingsHash(settings),
    seen_by: null,
  });
  let flags = prepared.finding === null ? 0 : 1;
  let turnBegan = -Infinity;
  for (const subtype of prepared.subtypes) {
    if (performance.now() - turnBegan > TURN_MS) {
      await setImmediate();
      signal.throwIfAborted();
      turnBegan = performance.now();
    }
    if (prepared.judge(subtype).finding !== null) flags += 1;
  }
  return { series: prepared.subtypes.length, flags };
}
