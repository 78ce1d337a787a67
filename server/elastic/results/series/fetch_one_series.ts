import type { Client } from '@elastic/elasticsearch';
import { isDigestKey } from '../../../../common/sources';
import type { SeriesRecord } from '../../../app/assessing';
import { findSeries } from '../../../app/basics';
import { patiently } from '../../asking';
import { SERIES_INDEX } from './series_mapping';
import { readBlocks, type BlockRef } from './series_store';
import { blockOf, seriesBlockId, type SeriesBlock } from './stored_series';

/** What the first block says of all of them, without its series. */
async function fetchFirstBlock(
  client: Client,
  { run_id, source }: Omit<BlockRef, 'block'>,
  signal: AbortSignal,
): Promise<Pick<SeriesBlock, 'attempt' | 'blocks' | 'firsts'> | undefined> {
  const request = {
    index: SERIES_INDEX,
    ids: [seriesBlockId(run_id, source, 0)],
    _source_includes: ['attempt', 'blocks', 'firsts'],
  };
  const { docs } = await patiently(
    () => client.mget<Pick<SeriesBlock, 'attempt' | 'blocks' | 'firsts'>>(request, { signal }),
    signal,
  );
  const [doc] = docs;
  return doc !== undefined && 'found' in doc ? doc._source : undefined;
}

/** The block that holds a series, found by the subtypes of all: a fortieth of what is stored. */
async function placeByNames(
  client: Client,
  { run_id, source }: Omit<BlockRef, 'block'>,
  blocks: number,
  asked: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const refs = Array.from({ length: blocks }, (_, block) => ({ run_id, source, block }));
  const found = new Map<number, Pick<SeriesRecord, 'source' | 'subtype'>[]>();
  const names = readBlocks<Pick<SeriesRecord, 'source' | 'subtype'>>;
  for await (const { block, series } of names(client, refs, ['source', 'subtype'], signal)) {
    found.set(block, [...series]);
  }
  const wanted = findSeries([...found.values()].flat(), source, asked);
  if (wanted === undefined) return undefined;
  return [...found].find(([, rows]) => rows.includes(wanted))?.[0];
}

/**
 * Reads what a run has stored of one series: the one block that holds it, of all blocks of its source.
 *
 * @param asked the key of the series, or its whole subtype
 * @returns undefined where it was not stored
 * @throws the client's errors
 */
export async function fetchOneStoredSeries(
  client: Client,
  of: { readonly run_id: string; readonly source: string },
  asked: string,
  signal: AbortSignal,
): Promise<SeriesRecord | undefined> {
  const first = await fetchFirstBlock(client, of, signal);
  if (first === undefined) return undefined;
  const { blocks, firsts, attempt } = first;
  // A digest says nothing of where its subtype stands, and the first version does not say it at all.
  const place =
    firsts === undefined || isDigestKey(asked)
      ? await placeByNames(client, of, blocks, asked, signal)
      : blockOf(firsts, asked);
  if (place === undefined) return undefined;
  const refs = [{ ...of, block: place }];
  for await (const block of readBlocks<SeriesRecord>(client, refs, undefined, signal)) {
    if (block.attempt === attempt) return findSeries(block.series, of.source, asked);
  }
  return undefined;
}
