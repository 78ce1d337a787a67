import type { LedgerDay } from '../../../common/api';
import type { Source } from '../../../common/sources';
import { type Day, localDay } from '../../../common/time';
import { closedHours } from '../../../common/waveform/hours';
import { clockWords, pluralWords } from '../../../common/waveform/words';
import { viewsOfDays, type DayView } from './view/day_view';
import { namedStreams } from './end/named_streams';
import type { Run } from './run';
import { shownRun } from './run_state';

/** The facts that the run history of some days is made from. */
export interface LedgerSources {
  readonly zone: string;
  /** The runs that the reader may see. */
  readonly runs: readonly Run[];
  /** Sources that each day should have a result of; absent if that is not checked. */
  readonly sources?: readonly Source[];
  /** Documents that were added to a day since it was analyzed; absent if that is not checked. */
  readonly late: ReadonlyMap<Day, number>;
  readonly now: Date;
}

type Words = Pick<LedgerDay, 'state' | 'words'>;

function countClosed(day: Day, zone: string, at: Date): number {
  return closedHours(localDay(day, zone), at.getTime()).filter(Boolean).length;
}

/** Whether a day ended at least 15 minutes ago. */
export function isDayClosed(day: Day, zone: string, now: Date): boolean {
  return closedHours(localDay(day, zone), now.getTime()).every(Boolean);
}

function partialWords(run: Run, known: number): string {
  if (run.error !== null) return run.error;
  if (known < 24) return `partial: 00:00 to ${clockWords(known)}`;
  const troubled = run.source_results.filter(({ is_troubled: isTroubled }) => isTroubled);
  if (troubled.length > 0) {
    const ids = troubled.map(({ source }) => source).join(', ');
    return `${ids}: some counts are unknown, maybe only temporarily`;
  }
  if (run.source_results.length > 0 && run.source_results.every((one) => one.is_absent === true)) {
    return 'no logs';
  }
  const isUnknown = run.source_results.some(({ state }) => state === 'unknown');
  const misfit = run.source_results.find(({ is_misfit: isMisfit }) => isMisfit);
  if (!isUnknown && misfit !== undefined) {
    return `${misfit.source}: ${misfit.notes?.at(-1) ?? 'does not fit its indices'}`;
  }
  return run.left_out[0] ?? 'partial';
}

/** Why a day is not complete though its latest run is; null if it is. */
function gapOf({ results }: DayView, sources: readonly Source[]): string | null {
  const user = results.find(({ run }) => run.seen_by !== null)?.run.seen_by;
  if (user !== undefined) return `seen only with the rights of ${user}`;
  const wanted = sources.filter(({ enabled }) => enabled).map(({ id }) => id);
  const known = new Map(results.map(({ result, run }) => [result.source, run.status]));
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) return `${missing.join(', ')}: not analyzed`;
  const inPart = wanted.filter((id) => known.get(id) !== 'analyzed');
  return inPart.length === 0 ? null : `${inPart.join(', ')}: only partly analyzed`;
}

/** Streams that late data has shown not to be silent; null if there are none. */
function liftedWords({ lifted_silences: lifted = [] }: Run): string | null {
  if (lifted.length === 0) return null;
  return `not silent after all: ${namedStreams(lifted)}`;
}

/** The words of an analyzed day, in which late data that lifted a silence is never lost. */
function withLifted(run: Run, words: string | null): string | null {
  const lifted = liftedWords(run);
  if (lifted === null) return words;
  return words === null ? `late data: ${lifted}` : `${words}; late data: ${lifted}`;
}

/** The words of a day to which events were added since. */
function lateWords(run: Run, late: number): string {
  const lifted = liftedWords(run);
  return lifted === null
    ? pluralWords(late, 'late event')
    : `${pluralWords(late, 'late event')}: ${lifted}`;
}

function wordsOn(run: Run, known: number, late: number, gap: string | null): Words {
  switch (run.status) {
    case 'running':
      return { state: 'running', words: 'running' };
    case 'canceling':
      return { state: 'running', words: 'being canceled' };
    case 'failed':
      return { state: 'failed', words: run.error };
    case 'canceled':
      return { state: 'canceled', words: 'canceled' };
    case 'partial':
      if (late > 0) break;
      return { state: 'partial', words: withLifted(run, partialWords(run, known)) };
    case 'analyzed':
      if (late > 0) break;
      return { state: gap === null ? 'analyzed' : 'partial', words: withLifted(run, gap) };
  }
  return { state: 'stale', words: lateWords(run, late) };
}

/** Whether a run has ended and could read no source: its day is not a quiet one. */
function isNothingKnown({ status, source_results: results, earlier = [] }: Run): boolean {
  const isUnread = results.length > 0 && results.every(({ state }) => state === 'unknown');
  return status === 'partial' && isUnread && earlier.length === 0;
}

function missedDay(day: Day, zone: string, now: Date): LedgerDay {
  const hasBegun = localDay(day, zone).from <= now.getTime();
  const over = isDayClosed(day, zone, now) ? 'not analyzed' : 'not over yet';
  const words = hasBegun ? over : 'not begun';
  const nothing = { hours_known: 0, series: 0, series_unusual: 0, tagged: null };
  return { day, state: 'missed', words, run_id: null, ...nothing };
}

/** The run history: the state of each of the days, in the given order. */
export function ledgerOf(
  days: readonly Day[],
  { zone, runs, sources = [], late, now }: LedgerSources,
): LedgerDay[] {
  const views = viewsOfDays(runs.filter((run) => run.zone === zone));
  const byDay = new Map(views.map((view) => [view.run.day, view]));
  return days.map((day) => {
    const found = byDay.get(day);
    if (found === undefined) return missedDay(day, zone, now);
    const run = shownRun(found.run, now);
    const known = countClosed(day, zone, new Date(run['@timestamp']));
    return {
      day,
      ...wordsOn(run, known, late.get(day) ?? 0, gapOf(found, sources)),
      run_id: run.run_id,
      hours_known: isNothingKnown(run) ? 0 : known,
      series: run.series,
      series_unusual: run.series_unusual,
      tagged: run.tagged,
      ...(run.tagged_unsettled && { tagged_unsettled: run.tagged_unsettled }),
      duration_ms: run.duration_ms,
      ...(run.cost && { cost: run.cost }),
    };
  });
}

/** Whether a day is to be analyzed (again) automatically. */
export function isDue({ state }: LedgerDay): boolean {
  return state === 'missed' || state === 'partial' || state === 'stale' || state === 'failed';
}

/** Whether filling the gaps analyzes a day: it is over, and is due or was canceled. */
export function isGap(day: LedgerDay, zone: string, now: Date): boolean {
  return (isDue(day) || day.state === 'canceled') && isDayClosed(day.day, zone, now);
}
