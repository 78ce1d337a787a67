import type { AnswerOf, listRuns } from '../../../../common/api';
import type { Day } from '../../../../common/time';

type Ledger = AnswerOf<typeof listRuns>;

/** The latest attempt at each day's run, by its id. */
export type Attempts = ReadonlyMap<string, string>;

/** The progress of filling the gaps. */
export interface GapsProgress {
  readonly done: number;
  /** The active run; undefined in between. */
  readonly run: string | undefined;
  /** Whether it has ended: all days are done, or it was canceled. */
  readonly isOver: boolean;
}

/** The known attempt at each run. */
export function attemptsIn({ runs }: Pick<Ledger, 'runs'>): Attempts {
  return new Map(runs.map(({ run_id, attempt }) => [run_id, attempt]));
}

/**
 * How many of the wanted days were analyzed since. A day is done when its run has ended with
 * another attempt than before. Times are not compared, since the clocks of browser and host may
 * differ.
 *
 * @param before the attempts before the days were requested
 */
export function gapsProgress(
  wanted: readonly Day[],
  before: Attempts,
  ledger: Pick<Ledger, 'days' | 'runs'>,
): GapsProgress {
  const now = attemptsIn(ledger);
  const over = ledger.days.filter(({ day, state, run_id: id }) => {
    if (!wanted.includes(day) || state === 'running' || id === null) return false;
    const attempt = now.get(id);
    return attempt !== undefined && attempt !== before.get(id);
  });
  const running = ledger.runs.find(({ status }) => status === 'running' || status === 'canceling');
  const isCanceled = over.some(({ state }) => state === 'canceled');
  return {
    done: over.length,
    run: running?.run_id,
    isOver: over.length >= wanted.length || (isCanceled && running === undefined),
  };
}
