import type { Client } from '../../client';
import { NOT_FOUND } from '../../../../common/http';
import type { Source } from '../../../../common/sources';
import type { DrawnSeries, SeriesRecord } from '../../../app/assessing';
import type { Run, SeriesWriter } from '../../../app/runs';
import {
  bulkPatiently,
  patiently,
  RefusedWrite,
  writePatiently,
  type BulkOperation,
} from '../../asking';
import { SERIES_INDEX } from './series_mapping';
import {
  DRAWN_PLACE,
  type DrawnBlock,
  seriesBlockId,
  SERIES_VERSION,
  type SeriesBlock,
} from './stored_series';

type RunRef = Pick<Run, 'scope' | 'run_id' | 'day' | 'attempt'>;

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
  const options = { signal, ignore: [NOT_FOUND] };
  const answer = await patiently(() => client.get<{ blocks: number }>(request, options), signal);
  return answer._source?.blocks ?? 0;
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

/** The first subtype of each block, while subtypes ascend. */
class SubtypeOrder {
  private readonly found: string[] = [];
  private last: string | undefined;
  private isBroken = false;

  add(records: readonly SeriesRecord[]): void {
    this.found.push(records[0]?.subtype ?? '');
    for (const { subtype } of records) {
      if (this.last !== undefined && subtype <= this.last) this.isBroken = true;
      this.last = subtype;
    }
  }

  get firsts(): readonly string[] | undefined {
    return this.isBroken ? undefined : this.found;
  }
}

/** A report draws 50. Further ones are searched for among all series. */
const MOST_DRAWN = 100;

/** The most unusual series of all that are stored. */
class DrawnSeriesList {
  private found: SeriesRecord[] = [];

  add(records: readonly SeriesRecord[]): void {
    const unusual = records.filter(({ state }) => state === 'unusual');
    if (unusual.length === 0) return;
    const bySurprise = (a: SeriesRecord, b: SeriesRecord): number =>
      (b.surprise ?? Infinity) - (a.surprise ?? Infinity) || 0;
    this.found = [...this.found, ...unusual].sort(bySurprise).slice(0, MOST_DRAWN);
  }

  get series(): readonly DrawnSeries[] {
    return this.found.map(({ source, subtype, today, usual, inner, outer, top }) => {
      return { source, subtype, today, usual, inner, outer, top };
    });
  }
}

/**
 * Stores the series of a source, replacing those of an earlier attempt at the run. The first block,
 * which says how many there are, comes last: a write that stops halfway leaves blocks that do not
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
  const order = new SubtypeOrder();
  const drawn = new DrawnSeriesList();
  const write = async (block: number, series: readonly SeriesRecord[]): Promise<void> => {
    const { firsts } = order;
    const document: SeriesBlock = {
      version: SERIES_VERSION,
      scope,
      run_id,
      day,
      source,
      attempt,
      block,
      blocks,
      ...(block === 0 && firsts !== undefined ? { firsts } : {}),
      series,
    };
    const request = { index: SERIES_INDEX, id: seriesBlockId(run_id, source, block), document };
    await writePatiently(() => client.index(request, { signal }), signal);
  };
  const writeDrawn = async (): Promise<void> => {
    const place = { block: DRAWN_PLACE, blocks };
    const of = { version: SERIES_VERSION, scope, run_id, day, source, attempt };
    const document: DrawnBlock = { ...of, ...place, drawn: drawn.series };
    const request = {
      index: SERIES_INDEX,
      id: seriesBlockId(run_id, source, DRAWN_PLACE),
      document,
    };
    await writePatiently(() => client.index(request, { signal }), signal);
  };
  return {
    add: async (records) => {
      blocks += 1;
      order.add(records);
      drawn.add(records);
      if (first === undefined) first = records;
      else await write(blocks - 1, records);
    },
    close: async () => {
      const before = await countStored(client, run_id, source, signal);
      blocks = Math.max(1, blocks);
      await writeDrawn();
      await write(0, first ?? []);
      const surplus = Array.from({ length: Math.max(0, before - blocks) }, (_, place) =>
        seriesBlockId(run_id, source, blocks + place),
      );
      await removeBlocks(client, surplus, signal);
    },
  };
}

/** A writer for the series of a source, by one client. */
export function createSeriesWriter(client: Client) {
  return (run: Run, source: Source, signal: AbortSignal): SeriesWriter =>
    openSeriesWriter(client, run, source.id, signal);
}
