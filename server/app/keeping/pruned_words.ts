import { pluralWords } from '../../../common/waveform/words';
import type { Pruned } from './prune_kept';

/** What was removed, and what could not be, as a phrase; null if there is nothing to say. */
export function prunedWords({ removed, problems }: Pruned): string | null {
  const total = Object.values(removed).reduce((sum, count) => sum + count, 0);
  const done = total === 0 ? [] : [`${pluralWords(total, 'outdated document')} of Logwave removed`];
  const [problem] = problems;
  const left = problem === undefined ? [] : [`outdated documents stay (${problem})`];
  return [...done, ...left].join(', ') || null;
}
