import type { Client } from '@elastic/elasticsearch';
import type { DrawnSource } from '../../../app/assessing';
import { readBlocks } from '../../asking';
import { type RunSource, seriesBlocks } from './series_store';

/**
 * Reads the unusual series of sources: of each source one block, and of that a small part.
 *
 * @returns one entry for each source of which anything is stored
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchDrawnSeries(
  client: Client,
  wanted: readonly RunSource[],
  signal: AbortSignal,
): Promise<DrawnSource[]> {
  const refs = wanted.map((of) => ({ of, block: 0 }));
  const store = { ...seriesBlocks<never>(), fields: ['source', 'drawn'] };
  const found: DrawnSource[] = [];
  for await (const [of, { drawn }] of readBlocks(client, store, refs, signal)) {
    found.push({ ...of, series: drawn });
  }
  return found;
}
