import type { Client } from '../../client';
import type { DrawnSource } from '../../../app/assessing';
import { type BlockStore, readBlocks } from '../../asking';
import { SERIES_INDEX } from './series_mapping';
import type { RunSource } from './series_store';
import { DRAWN_PLACE, type DrawnBlock, seriesBlockId } from './stored_series';

/** A source, and by which attempt at the run its series were stored; by any if absent. */
export interface DrawnOf extends RunSource {
  readonly attempt?: string;
}

const SOURCES_PER_REQUEST = 50;

const drawnBlocks: BlockStore<DrawnOf, DrawnBlock> = {
  index: SERIES_INDEX,
  perRequest: SOURCES_PER_REQUEST,
  idOf: ({ run_id, source }, place) => seriesBlockId(run_id, source, place),
  blockIn: (document) => document as DrawnBlock,
  stampOf: ({ attempt }) => attempt,
};

/**
 * Reads the unusual series of sources, as they were stored for reports.
 *
 * @returns none for a source that an older version has stored, or whose storing was not completed
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchDrawnSeries(
  client: Client,
  wanted: readonly DrawnOf[],
  signal: AbortSignal,
): Promise<DrawnSource[]> {
  const refs = wanted.map((of) => ({ of, block: DRAWN_PLACE }));
  const found: DrawnSource[] = [];
  for await (const [of, { attempt, drawn }] of readBlocks(client, drawnBlocks, refs, signal)) {
    const { run_id, source } = of;
    if (attempt === (of.attempt ?? attempt)) found.push({ run_id, source, attempt, series: drawn });
  }
  return found;
}
