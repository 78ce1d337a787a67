import type { Client } from '../../client';
import type { SeriesRecord, StoredSeries } from '../../../app/assessing';
import { type BlockStore, readWhole } from '../../asking';
import { SERIES_INDEX } from './series_mapping';
import { seriesBlockId, type SeriesBlock } from './stored_series';

/** A block of 500 series is about 600 kB. */
const BLOCKS_PER_REQUEST = 8;

const HEADS = ['version', 'run_id', 'source', 'attempt', 'block', 'blocks'];

/** A source in a run: what the series of a block belong to. */
export interface RunSource {
  readonly run_id: string;
  readonly source: string;
}

/** The blocks of `logwave-series`, with all that is stored of their series or some fields of it. */
export function seriesBlocks<Row>(
  fields?: readonly (keyof SeriesRecord)[],
): BlockStore<RunSource, SeriesBlock<Row>> {
  const only = fields?.map((field) => `series.${field}`);
  return {
    index: SERIES_INDEX,
    perRequest: BLOCKS_PER_REQUEST,
    ...(only === undefined ? {} : { fields: [...HEADS, ...only] }),
    idOf: ({ run_id, source }, block) => seriesBlockId(run_id, source, block),
    blockIn: (document) => {
      const block = document as Omit<SeriesBlock<Row>, 'series'> & Partial<SeriesBlock<Row>>;
      // If only some fields are requested, Elasticsearch omits an empty list of series.
      return { ...block, series: block.series ?? [] };
    },
    stampOf: ({ attempt }) => attempt,
  };
}

/**
 * Reads what runs have stored of their series. If only some fields are needed, less is sent.
 *
 * @param wanted runs, each with the sources that it assessed
 * @returns one record for each run and source; none if nothing was stored, or not all of it
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchStoredSeries<Field extends keyof SeriesRecord = keyof SeriesRecord>(
  client: Client,
  wanted: readonly { readonly run_id: string; readonly sources: readonly string[] }[],
  fields: readonly Field[] | undefined,
  signal: AbortSignal,
): Promise<StoredSeries<Pick<SeriesRecord, Field>>[]> {
  type Row = Pick<SeriesRecord, Field>;
  const asked = wanted.flatMap(({ run_id, sources }) =>
    sources.map((source): RunSource => ({ run_id, source })),
  );
  const rows = new Map<RunSource, (readonly Row[])[]>();
  const take = (of: RunSource, { series }: SeriesBlock<Row>): void => {
    const parts = rows.get(of);
    if (parts === undefined) rows.set(of, [series]);
    else parts.push(series);
  };
  const whole = await readWhole(client, seriesBlocks<Row>(fields), asked, take, signal);
  return whole.map((of) => ({ ...of, series: rows.get(of)?.flat() ?? [] }));
}
