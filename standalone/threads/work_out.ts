import { backtestDay, countFlags } from '../../server/app/again';
import type { SourceToAssess } from '../../server/app/assessing';
import type { Work } from './messages';

/** Works a task out in the thread that calls it. @throws what the work throws, and the signal's reason */
export function workOut(work: Work, source: SourceToAssess, signal: AbortSignal): Promise<unknown> {
  return work.kind === 'backtest'
    ? backtestDay(source, work.settings, signal)
    : countFlags(source, work.sides, signal);
}
