import type { Source } from '../../../common/sources';
import { daysBefore, type LocalDay } from '../../../common/time';
import type { AnalyzeDayPorts } from './analyze_day_ports';
import { countHours, type CountedSource, type CountHoursRequest } from '../counting';
import { atMost, mapAhead } from '../basics';
import type { CountInTurn } from '../silence';
import type { ProgressTracker } from './progress_tracker';
import type { RunRequest } from './started_run';

/** While one source is counted others begin, so that there is no waiting for Elasticsearch. */
const SOURCES_AT_A_TIME = 3;
/** Sources that are counted or assessed: while one is assessed, as many as usual are counted. */
const SOURCES_IN_HAND = SOURCES_AT_A_TIME + 1;
/**
 * The wait before failed requests are sent again, when all else is done. Most trouble has passed by
 * then.
 */
const PAUSES_MS = [1_000, 5_000] as const;

/** A source and its counts. */
export interface Counted {
  readonly source: Source;
  readonly counted: CountedSource;
}

/** Counts when it has its turn. @param handOn ends the turn before the count ends */
type Count = (handOn: () => void) => Promise<CountedSource>;

/** What counting the sources of a run needs. */
export interface CountingSources {
  readonly request: Pick<RunRequest, 'settings'>;
  readonly day: LocalDay;
  readonly ports: Pick<AnalyzeDayPorts, 'counting' | 'now' | 'wait'>;
  readonly progress: ProgressTracker;
  /** Called once the last source is about to be counted: what is counted in turn comes after it. */
  readonly onLast?: (inTurn: CountInTurn) => void;
}

function countOne(
  source: Source,
  { request: { settings }, day, ports: { counting, now } }: CountingSources,
  on: Pick<CountHoursRequest, 'onDay' | 'onCounted'>,
  signal: AbortSignal,
): Promise<CountedSource> {
  const training = daysBefore(day.day, settings.training.days);
  return countHours({ source, tested: day, training, now: now(), ...on }, counting, signal);
}

async function countAgain(
  { source, counted: before }: Counted,
  task: CountingSources,
  signal: AbortSignal,
): Promise<Counted> {
  const counted = await countOne(source, task, {}, signal);
  return { source, counted: { ...counted, searches: before.searches + counted.searches } };
}

/**
 * Counts the enabled sources, the next ones while one is assessed. Sources with unknown counts
 * because of trouble that may pass come last, after they were counted again. Known counts are kept
 * by then, so only failed searches are repeated.
 *
 * @throws what the ports throw
 */
export async function* countSources(
  task: CountingSources,
  signal: AbortSignal,
): AsyncGenerator<Counted> {
  const { request, ports, progress, onLast } = task;
  const sources = request.settings.sources.filter(({ enabled }) => enabled);
  progress.expectDays(1 + request.settings.training.days, sources.length);
  const inTurn = atMost(SOURCES_AT_A_TIME, (count: Count, handOn) => count(handOn));
  const onDay = (): void => progress.dayCounted();
  const failures: unknown[] = [];
  const countUnlessFailed = async (source: Source, onCounted: () => void) => {
    // Of a source that waits for its turn nobody would take the counts.
    if (failures.length > 0) throw failures[0];
    try {
      return await countOne(source, task, { onDay, onCounted }, signal);
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
  const count = async (source: Source): Promise<Counted> => {
    // While counts are written the next source can be searched.
    const counted = inTurn((handOn) => countUnlessFailed(source, handOn));
    if (source === sources.at(-1)) onLast?.(inTurn);
    return { source, counted: await counted };
  };
  const all = mapAhead(sources, SOURCES_IN_HAND, count);
  let troubled: Counted[] = [];
  for await (const one of all) {
    if (one.counted.is_troubled) troubled.push(one);
    else yield one;
  }
  for (const pause of PAUSES_MS) {
    if (troubled.length === 0) return;
    await ports.wait?.(pause, signal);
    const left: Counted[] = [];
    for (const before of troubled) {
      const one = await countAgain(before, task, signal);
      if (one.counted.is_troubled) left.push(one);
      else yield one;
    }
    troubled = left;
  }
  yield* troubled;
}
