import type { Client } from '../../client';
import { isDigestKey } from '../../../../common/sources';
import type { SeriesRecord } from '../../../app/assessing';
import { findSeries } from '../../../app/basics';
import { readBlocks } from '../../asking';
import { type RunSource, seriesBlocks } from './series_store';
import { blockOf, type SeriesBlock } from './stored_series';

/** What the first block says about all of them, without its series. */
async function fetchFirstBlock(
  client: Client,
  of: RunSource,
  signal: AbortSignal,
): Promise<SeriesBlock | undefined> {
  const heads = { ...seriesBlocks<SeriesRecord>(), fields: ['attempt', 'blocks', 'firsts'] };
  for await (const [, first] of readBlocks(client, heads, [{ of, block: 0 }], signal)) return first;
  return undefined;
}

/**
 * The block that holds a series, found by the first subtypes of all blocks: a fortieth of what is
 * stored.
 */
async function placeByNames(
  client: Client,
  of: RunSource,
  blocks: number,
  asked: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  type Names = Pick<SeriesRecord, 'source' | 'subtype'>;
  const refs = Array.from({ length: blocks }, (_, block) => ({ of, block }));
  const names = seriesBlocks<Names>(['source', 'subtype']);
  const found = new Map<number, readonly Names[]>();
  for await (const [, { block, series }] of readBlocks(client, names, refs, signal)) {
    found.set(block, series);
  }
  const wanted = findSeries([...found.values()].flat(), of.source, asked);
  if (wanted === undefined) return undefined;
  return [...found].find(([, rows]) => rows.includes(wanted))?.[0];
}

/**
 * Reads what a run has stored of one series: only the block that holds it, of all blocks of its
 * source.
 *
 * @param asked the key of the series, or its whole subtype
 * @returns undefined if it was not stored
 * @throws the client's errors
 */
export async function fetchOneStoredSeries(
  client: Client,
  of: RunSource,
  asked: string,
  signal: AbortSignal,
): Promise<SeriesRecord | undefined> {
  const first = await fetchFirstBlock(client, of, signal);
  if (first === undefined) return undefined;
  const { blocks, firsts, attempt } = first;
  // A digest does not say where its subtype is, and the first version has no list.
  const place =
    firsts === undefined || isDigestKey(asked)
      ? await placeByNames(client, of, blocks, asked, signal)
      : blockOf(firsts, asked);
  if (place === undefined) return undefined;
  const refs = [{ of, block: place }];
  for await (const [, block] of readBlocks(client, seriesBlocks<SeriesRecord>(), refs, signal)) {
    if (block.attempt === attempt) return findSeries(block.series, of.source, asked);
  }
  return undefined;
}
