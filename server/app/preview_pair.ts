import type { Settings } from '../../common/settings/settings';
import type { Source } from '../../common/sources/source';
import type { Day } from '../../common/time/day';
import { LEAST_DAYS } from '../../common/waveform/calibrated/score_calibrated';
import { countFlags, type CountedFlags } from './count_flags';
import { keptCase } from './kept_case';
import type { KeptPorts } from './kept_source';
import { KeptWindow } from './kept_window';
import { stableJson } from './settings_hash';
import type { SourceToJudge } from './source_to_judge';

/** A source by some settings, with the counts that were kept for it as these define it. */
interface Side {
  readonly source: Source;
  readonly settings: Settings;
  readonly window: KeptWindow;
}

/** A source by the present and by proposed settings; a side is missing where it is switched off. */
export interface PreviewPair {
  readonly id: string;
  readonly present: Side | undefined;
  readonly proposed: Side | undefined;
  /** Whether both say the same of this source, so that judging once is enough. */
  readonly isSame: boolean;
}

/** Flags of a source on a day by both; or why it is left out. */
export type PairOfDay =
  | { readonly present: CountedFlags; readonly proposed: CountedFlags }
  | { readonly leftOut: string };

const NOTHING: CountedFlags = { series: 0, flags: 0 };

/** What decides which documents are counted for which series. */
function countedBy(source: Source, zone: string): string {
  const { id, index, filter, time_field, subtype_fields } = source;
  return stableJson([zone, id, index, filter, time_field, subtype_fields]);
}

/** What decides the flags of a source. */
function decisiveOf({ source, settings }: Side): string {
  const { zone, method, training, talk, calibrated, floors, series } = settings;
  const isOfIt = (one: { readonly source: string }): boolean => one.source === source.id;
  const judged = [method, training, talk, calibrated, floors.filter(isOfIt), series.filter(isOfIt)];
  return stableJson([countedBy(source, zone), judged]);
}

/** Every source that one of the settings switches on, by both of them. */
export function previewPairs(
  present: Settings,
  proposed: Settings,
  ports: KeptPorts,
): PreviewPair[] {
  const windows = new Map<string, KeptWindow>();
  const sideOf = (settings: Settings, id: string): Side | undefined => {
    const source = settings.sources.find((one) => one.id === id && one.enabled);
    if (source === undefined) return undefined;
    const key = countedBy(source, settings.zone);
    const window = windows.get(key) ?? new KeptWindow(source, settings.zone, ports);
    windows.set(key, window);
    return { source, settings, window };
  };
  const ids = new Set([...present.sources, ...proposed.sources].map(({ id }) => id));
  return [...ids].flatMap((id): PreviewPair[] => {
    const [now, then] = [sideOf(present, id), sideOf(proposed, id)];
    if (now === undefined && then === undefined) return [];
    const isSame = now && then && decisiveOf(now) === decisiveOf(then);
    return [{ id, present: now, proposed: then, isSame: isSame ?? false }];
  });
}

type Ready = { readonly toJudge: SourceToJudge | undefined } | { readonly leftOut: string };

/** What a side is judged by; nothing where the source is switched off. */
async function readySide(
  side: Side | undefined,
  day: Day,
  training: number,
  unkept: string,
  signal: AbortSignal,
): Promise<Ready> {
  if (side === undefined) return { toJudge: undefined };
  const kept = await side.window.around(day, training, signal);
  const toJudge = keptCase(side.source, day, kept.days, side.settings);
  if (toJudge === undefined) return { leftOut: kept.problem ?? unkept };
  if (toJudge.training.length >= LEAST_DAYS) return { toJudge };
  return { leftOut: `fewer than ${LEAST_DAYS} training days are kept` };
}

async function flagsOf(
  side: Side | undefined,
  toJudge: SourceToJudge | undefined,
  signal: AbortSignal,
): Promise<CountedFlags> {
  if (side === undefined || toJudge === undefined) return NOTHING;
  return countFlags(toJudge, side.settings, signal);
}

/**
 * Judges a source on a day by both settings: a source that only one of them can be tried on would
 * make them look more different than they are, and is left out.
 *
 * @param training the most days that one of the settings learns from
 * @throws what the ports throw, and the signal's reason
 */
export async function judgePair(
  { present, proposed, isSame }: PreviewPair,
  day: Day,
  training: number,
  signal: AbortSignal,
): Promise<PairOfDay> {
  const now = await readySide(present, day, training, 'no counts are kept', signal);
  if ('leftOut' in now) return now;
  const unkept = 'no counts are kept of it as these settings have it';
  const then = await readySide(proposed, day, training, unkept, signal);
  if ('leftOut' in then) return then;
  const flags = await flagsOf(present, now.toJudge, signal);
  if (isSame) return { present: flags, proposed: flags };
  return { present: flags, proposed: await flagsOf(proposed, then.toJudge, signal) };
}
