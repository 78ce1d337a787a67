import { createHash } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { NOT_FOUND } from '../../../common/http';
import type { Source } from '../../../common/sources';
import type { SeriesWriter, Run } from '../../app/runs';
import type { SeriesRecord, StoredSeries } from '../../app/assessing';
import {
  patiently,
  asResponseError,
  RefusedWrite,
  bulkPatiently,
  writePatiently,
  type BulkOperation,
} from '../asking';
import { SERIES_INDEX } from './series_mapping';
/** A block of 500 series is about 600 kB. */
const BLOCKS_PER_REQUEST = 8;

type RunRef = Pick<Run, 'scope' | 'run_id' | 'day' | 'attempt'>;

/** A part of a source's series on a day: a document of `logwave-series`. */
interface SeriesBlock<Row> {
  readonly scope: string;
  readonly run_id: string;
  readonly day: string;
  readonly source: string;
  /** Blocks belong together when theirs is the same. */
  readonly attempt: string;
  readonly block: number;
  readonly blocks: number;
  readonly series: readonly Row[];
}

type ReadBlock<Row> = Omit<SeriesBlock<Row>, 'series'> & Partial<SeriesBlock<Row>>;

/** The id of a block: the same for the same run, source and place. */
export function seriesBlockId(runId: string, source: string, block: number): string {
  const text = JSON.stringify([source, block]);
  return `${runId}:${createHash('sha256').update(text).digest('base64url')}`;
}

/** How many blocks an earlier attempt has stored. */
async function countStored(
  client: Client,
  runId: string,
  source: string,
  signal: AbortSignal,
): Promise<number> {
  const request = {
    index: SERIES_INDEX,
    id: seriesBlockId(runId, source, 0),
    _source_includes: ['blocks'],
  };
  try {
    const answer = await patiently(
      () => client.get<{ blocks: number }>(request, { signal }),
      signal,
    );
    return answer._source?.blocks ?? 0;
  } catch (error) {
    if (asResponseError(error)?.statusCode !== NOT_FOUND) throw error;
    return 0;
  }
}

async function removeBlocks(
  client: Client,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  if (ids.length === 0) return;
  const operations = ids.map((id): BulkOperation => [{ delete: { _id: id } }]);
  const [refused] = await bulkPatiently(client, { index: SERIES_INDEX }, operations, signal);
  if (refused !== undefined)
    throw new RefusedWrite(`old series cannot be removed: ${refused.reason}`);
}

/**
 * Stores the series of a source in place of those of an earlier attempt at the run. The first block,
 * which says how many there are, comes last: a write that stops half way leaves blocks that do not
 * belong together, which count as not stored.
 */
export function openSeriesWriter(
  client: Client,
  { scope, run_id, day, attempt }: RunRef,
  source: string,
  signal: AbortSignal,
): SeriesWriter {
  let first: readonly SeriesRecord[] | undefined;
  let blocks = 0;
  const write = async (block: number, series: readonly SeriesRecord[]): Promise<void> => {
    const document: SeriesBlock<SeriesRecord> = {
      scope,
      run_id,
      day,
      source,
      attempt,
      block,
      blocks,
      series,
    };
    const request = { index: SERIES_INDEX, id: seriesBlockId(run_id, source, block), document };
    await writePatiently(() => client.index(request, { signal }), signal);
  };
  return {
    add: async (records) => {
      blocks += 1;
      if (first === undefined) first = records;
      else await write(blocks - 1, records);
    },
    close: async () => {
      const before = await countStored(client, run_id, source, signal);
      blocks = Math.max(1, blocks);
      await write(0, first ?? []);
      const surplus = Array.from({ length: Math.max(0, before - blocks) }, (_, place) =>
        seriesBlockId(run_id, source, blocks + place),
      );
      await removeBlocks(client, surplus, signal);
    },
  };
}

interface BlockRef {
  readonly run_id: string;
  readonly source: string;
  readonly block: number;
}

async function* readBlocks<Row>(
  client: Client,
  refs: readonly BlockRef[],
  fields: readonly (keyof SeriesRecord)[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<SeriesBlock<Row>> {
  const heads = ['run_id', 'source', 'attempt', 'block', 'blocks'];
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
  const parts = new Map<string, { readonly first: SeriesBlock<Row>; readonly rows: Row[][] }>();
  const keyOf = ({ run_id, source }: BlockRef): string => JSON.stringify([run_id, source]);
  const firsts = wanted.flatMap(({ run_id, sources }) =>
    sources.map((source) => ({ run_id, source, block: 0 })),
  );
  const further: BlockRef[] = [];
  for await (const block of readBlocks<Row>(client, firsts, fields, signal)) {
    parts.set(keyOf(block), { first: block, rows: [[...block.series]] });
    const { run_id, source } = block;
    for (let next = 1; next < block.blocks; next += 1)
      further.push({ run_id, source, block: next });
  }
  for await (const block of readBlocks<Row>(client, further, fields, signal)) {
    const part = parts.get(keyOf(block));
    if (part?.first.attempt === block.attempt) part.rows.push([...block.series]);
  }
  return [...parts.values()]
    .filter(({ first, rows }) => rows.length === first.blocks)
    .map(({ first: { run_id, source }, rows }) => ({ run_id, source, series: rows.flat() }));
}

/** A writer for the series of a source, by one client. */
export function createSeriesWriter(client: Client) {
  return (run: Run, source: Source, signal: AbortSignal): SeriesWriter =>
    openSeriesWriter(client, run, source.id, signal);
}
