import type { Client } from '@elastic/elasticsearch';
import type { SeriesRecord, StoredSeries } from '../../../app/assessing';
import { patiently } from '../../asking';
import { SERIES_INDEX } from './series_mapping';
import { seriesBlockId, type SeriesBlock } from './stored_series';

/** A block of 500 series is about 600 kB. */
const BLOCKS_PER_REQUEST = 8;

type ReadBlock<Row> = Omit<SeriesBlock<Row>, 'series'> & Partial<SeriesBlock<Row>>;

/** A block of a source in a run. */
export interface BlockRef {
  readonly run_id: string;
  readonly source: string;
  readonly block: number;
}

/** Blocks that are there, with all of their series or some fields of them. */
export async function* readBlocks<Row>(
  client: Client,
  refs: readonly BlockRef[],
  fields: readonly (keyof SeriesRecord)[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<SeriesBlock<Row>> {
  const heads = ['version', 'run_id', 'source', 'attempt', 'block', 'blocks'];
  const only = fields?.map((field) => `series.${field}`);
  const filter = only === undefined ? {} : { _source_includes: [...heads, ...only] };
  for (let from = 0; from < refs.length; from += BLOCKS_PER_REQUEST) {
    const ids = refs
      .slice(from, from + BLOCKS_PER_REQUEST)
      .map(({ run_id, source, block }) => seriesBlockId(run_id, source, block));
    const request = { index: SERIES_INDEX, ids, ...filter };
    const { docs } = await patiently(
      () => client.mget<ReadBlock<Row>>(request, { signal }),
      signal,
    );
    for (const doc of docs) {
      if (!('found' in doc) || doc._source === undefined) continue;
      // Where only some fields are asked for, an empty list of series is left out altogether.
      yield { ...doc._source, series: doc._source.series ?? [] };
    }
  }
}

/**
 * Reads what runs have stored of their series. Where only some fields are needed, less is sent.
 *
 * @param wanted runs, each with the sources that it assessed
 * @returns one record a run and source; none where nothing was stored, or not all of it
 * @throws the client's errors
 */
export async function fetchStoredSeries<Field extends keyof SeriesRecord = keyof SeriesRecord>(
  client: Client,
  wanted: readonly { readonly run_id: string; readonly sources: readonly string[] }[],
  fields: readonly Field[] | undefined,
  signal: AbortSignal,
): Promise<StoredSeries<Pick<SeriesRecord, Field>>[]> {
  type Row = Pick<SeriesRecord, Field>;
  type Records = readonly Pick<SeriesRecord, Field>[];
  const parts = new Map<string, { readonly first: SeriesBlock<Row>; readonly rows: Records[] }>();
  const keyOf = ({ run_id, source }: BlockRef): string => JSON.stringify([run_id, source]);
  const firsts = wanted.flatMap(({ run_id, sources }) =>
    sources.map((source) => ({ run_id, source, block: 0 })),
  );
  const further: BlockRef[] = [];
  for await (const block of readBlocks<Row>(client, firsts, fields, signal)) {
    parts.set(keyOf(block), { first: block, rows: [block.series] });
    const { run_id, source } = block;
    for (let next = 1; next < block.blocks; next += 1)
      further.push({ run_id, source, block: next });
  }
  for await (const block of readBlocks<Row>(client, further, fields, signal)) {
    const part = parts.get(keyOf(block));
    if (part?.first.attempt === block.attempt) part.rows.push(block.series);
  }
  return [...parts.values()]
    .filter(({ first, rows }) => rows.length === first.blocks)
    .map(({ first: { run_id, source }, rows }) => ({ run_id, source, series: rows.flat() }));
}
