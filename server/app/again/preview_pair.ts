import { LEAST_DAYS } from '../../../common/waveform/hours';
import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import { addDays, daysBefore, type Day } from '../../../common/time';
import { scoredBy, type CountedFlags } from './count_flags';
import type { DayAssessor } from './day_assessor';
import {
  closedNames,
  closedWords,
  hidingIndices,
  type ClosedPorts,
  type KeptPorts,
  KeptWindow,
  type KeptAround,
} from '../counting';
import { type DecidedDays, type Decisions, decisionsOf } from '../deciding';
import { keptCase, type SourceToAssess } from '../assessing';
import { stableJson } from '../basics';

/** Which days are tried, with which settings, and people's judgments. */
export interface PreviewedDays {
  readonly present: Settings;
  readonly proposed: Settings;
  readonly decisions: Decisions;
  /** The last of the days. */
  readonly to: Day;
  readonly days: number;
}

/** A source under some settings, with the counts that were kept for that definition. */
interface Side {
  readonly source: Source;
  readonly settings: Settings;
  readonly window: KeptWindow;
  readonly decided: DecidedDays;
}

/**
 * A source under the present and the proposed settings. A side is missing if it is switched off
 * there.
 */
export interface PreviewPair {
  readonly id: string;
  readonly present: Side | undefined;
  readonly proposed: Side | undefined;
  /** Whether both score its series the same way, so that assessing once is nearly enough. */
  readonly isAlike: boolean;
}

/** The results of both for a source on a day. */
export interface PairFlags {
  readonly series: number;
  readonly flags: number;
  readonly flags_proposed: number;
}

/** What a reader should know about it, one phrase each. */
interface Noted {
  readonly notes: readonly string[];
}

/** What decides which documents are counted for which series. */
function countedBy(source: Source, zone: string): string {
  const { id, index, filter, time_field, subtype_fields } = source;
  return stableJson([zone, id, index, filter, time_field, subtype_fields]);
}

/**
 * Every source that one of the settings switches on, under both of them.
 *
 * @returns the pairs, and the calendars that cannot be used: one sentence each
 */
export function previewPairs(
  { present, proposed, decisions, to, days }: PreviewedDays,
  ports: KeptPorts & ClosedPorts,
): { readonly pairs: PreviewPair[]; readonly notes: readonly string[] } {
  const span = { from: addDays(to, 1 - days), to };
  const before = decisionsOf(decisions, span, present);
  const after = decisionsOf(decisions, span, proposed);
  const windows = new Map<string, KeptWindow>();
  const sideOf = (settings: Settings, decided: DecidedDays, id: string): Side | undefined => {
    const source = settings.sources.find((one) => one.id === id && one.enabled);
    if (source === undefined) return undefined;
    const key = countedBy(source, settings.zone);
    const window = windows.get(key) ?? new KeptWindow(source, settings.zone, ports);
    windows.set(key, window);
    return { source, settings, window, decided };
  };
  const ids = new Set([...present.sources, ...proposed.sources].map(({ id }) => id));
  const pairs = [...ids].flatMap((id): PreviewPair[] => {
    const [now, then] = [sideOf(present, before, id), sideOf(proposed, after, id)];
    if (now === undefined && then === undefined) return [];
    const isAlike =
      now?.window === then?.window && scoredBy(id, present) === scoredBy(id, proposed);
    return [{ id, present: now, proposed: then, isAlike }];
  });
  return { pairs, notes: [...new Set([...before.notes, ...after.notes])] };
}

type Ready =
  ({ readonly toAssess: SourceToAssess | undefined } & Noted) | { readonly leftOut: string };

/**
 * The day is unknown if a closed index may hold its documents: no counts may mean that they are
 * hidden.
 */
function whyNotKept({ problem, hidden }: KeptAround, day: Day, unkept: string): string {
  const names = hidden.get(day);
  return problem ?? (names === undefined ? unkept : closedWords(names));
}

/** Which training days are unknown, and the consequences. */
function closedNotes(
  { hidden, closed_problem: problem }: KeptAround,
  day: Day,
  training: number,
): string[] {
  const names = hidingIndices(hidden, daysBefore(day, training));
  const words = `no series is called new, because closed indices may hold training days: ${closedNames(names)}`;
  return [...(names.length === 0 ? [] : [words]), ...(problem === null ? [] : [problem])];
}

/** The inputs for assessing a side; nothing if the source is switched off. */
async function readySide(
  side: Side | undefined,
  day: Day,
  training: number,
  unkept: string,
  signal: AbortSignal,
): Promise<Ready> {
  if (side === undefined) return { toAssess: undefined, notes: [] };
  const kept = await side.window.around(day, training, signal);
  const toAssess = keptCase(side.source, day, kept, side.settings, side.decided);
  if (toAssess === undefined) return { leftOut: whyNotKept(kept, day, unkept) };
  const notes = closedNotes(kept, day, side.settings.training.days);
  if (toAssess.training.length >= LEAST_DAYS) return { toAssess, notes };
  return { leftOut: `fewer than ${LEAST_DAYS} training days are kept` };
}

/** A source on a day, ready to be assessed by both settings. */
export interface ReadyPair extends Noted {
  readonly pair: PreviewPair;
  /** Undefined where the source is switched off. */
  readonly now: SourceToAssess | undefined;
  readonly then: SourceToAssess | undefined;
}

/**
 * What a source on a day is assessed by under both settings: a source that only one of them can be
 * tried on would make them look more different than they are, and is left out.
 *
 * @param training the most days that one of the settings learns from
 * @throws what the ports throw, and the signal's reason
 */
export async function readyPair(
  pair: PreviewPair,
  day: Day,
  training: number,
  signal: AbortSignal,
): Promise<ReadyPair | { readonly leftOut: string }> {
  const now = await readySide(pair.present, day, training, 'no counts are kept', signal);
  if ('leftOut' in now) return now;
  const unkept = 'no counts are kept for it with these settings';
  const then = await readySide(pair.proposed, day, training, unkept, signal);
  if ('leftOut' in then) return then;
  const notes = [...new Set([...now.notes, ...then.notes])];
  return { pair, now: now.toAssess, then: then.toAssess, notes };
}

/**
 * Assesses a source on a day by both settings.
 *
 * @throws what the assessor throws, and the signal's reason
 */
export async function assessPair(
  { pair: { present, proposed, isAlike }, now, then, notes }: ReadyPair,
  { countFlags }: Pick<DayAssessor, 'countFlags'>,
  signal: AbortSignal,
): Promise<PairFlags & Noted> {
  if (isAlike && present && proposed && now) {
    const both = [present.settings, proposed.settings] as const;
    const { series, flags } = await countFlags(now, both, signal);
    return { series, flags: flags[0] ?? 0, flags_proposed: flags[1] ?? 0, notes };
  }
  /** The findings of one side; none if the source is switched off. */
  const flagsOf = async (
    side: Side | undefined,
    toAssess: SourceToAssess | undefined,
  ): Promise<CountedFlags> =>
    side === undefined || toAssess === undefined
      ? { series: 0, flags: [0] }
      : countFlags(toAssess, [side.settings], signal);
  const [before, after] = [await flagsOf(present, now), await flagsOf(proposed, then)];
  return {
    series: Math.max(before.series, after.series),
    flags: before.flags[0] ?? 0,
    flags_proposed: after.flags[0] ?? 0,
    notes,
  };
}
