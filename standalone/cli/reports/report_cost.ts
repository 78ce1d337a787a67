import { countWords, pluralWords } from '../../../common/waveform/words';
import type { Run } from '../../../server/app/runs';

/**
 * The cost of a run: "The analysis took 41.2 s. It sent 131 searches and wrote 5,126 documents."
 */
export function costLine({
  duration_ms: duration,
  cost,
}: Pick<Run, 'duration_ms' | 'cost'>): string {
  const seconds = `${(duration / 1000).toFixed(1)} s`;
  if (cost === undefined) return `The analysis took ${seconds}.`;
  const searches = `${countWords(cost.searches)} ${cost.searches === 1 ? 'search' : 'searches'}`;
  const written = pluralWords(cost.documents_written, 'document');
  return `The analysis took ${seconds}. It sent ${searches} and wrote ${written}.`;
}
