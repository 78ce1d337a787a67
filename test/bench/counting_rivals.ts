import type { Client, estypes } from '@elastic/elasticsearch';
import type { LocalDay } from '../../common/time/local_day';
import { HourTable } from '../../common/waveform/hours/hour_table';
import { columnFinder } from '../../common/time/day_bins';
import { getSourceFilter } from '../../server/elastic/asking';
import { BENCH_INDEX, benchSources } from './counting_logs';

/** As many hits as a search may return. */
const PAGE_SIZE = 10_000;

function dayRange({ from, to }: LocalDay): estypes.QueryDslQueryContainer {
  return { range: { '@timestamp': { gte: from, lt: to, format: 'epoch_millis' } } };
}

/** The least that one can ask for: one search of terms > histogram over all three types. */
export async function countRaw(client: Client, day: LocalDay): Promise<void> {
  const hours = {
    date_histogram: { field: '@timestamp', fixed_interval: '1h', min_doc_count: 1 },
  } as const;
  const types = benchSources.map((source) => [
    source.id,
    {
      filter: { bool: { filter: getSourceFilter(source, new Map()) } },
      aggs: {
        series: { terms: { field: source.subtype_fields[0] ?? '', size: 2_000 }, aggs: { hours } },
      },
    },
  ]);
  await client.search({
    index: BENCH_INDEX,
    size: 0,
    track_total_hits: false,
    request_cache: false,
    query: { bool: { filter: [dayRange(day)] } },
    aggs: Object.fromEntries(types) as Record<string, estypes.AggregationsAggregationContainer>,
  });
}

type LogDocument = Record<string, string | number>;

/**
 * The talk's way: read every document and count it here.
 *
 * @returns how many documents were read
 */
export async function countByReading(client: Client, day: LocalDay): Promise<number> {
  const hourAt = columnFinder(day);
  const fieldOf = new Map(
    benchSources.map(({ id, subtype_fields: [field = ''] }) => [id, field] as const),
  );
  const tables = new Map(benchSources.map(({ id }) => [id, new HourTable()] as const));
  const { id } = await client.openPointInTime({ index: BENCH_INDEX, keep_alive: '1m' });
  let read = 0;
  let after: estypes.SortResults | undefined;
  for (;;) {
    const { hits } = await client.search<LogDocument>({
      size: PAGE_SIZE,
      track_total_hits: false,
      pit: { id, keep_alive: '1m' },
      query: { bool: { filter: [dayRange(day)] } },
      sort: [{ '@timestamp': 'asc' }, { _shard_doc: 'asc' }],
      ...(after === undefined ? {} : { search_after: after }),
    });
    for (const { _source: document } of hits.hits) {
      if (document === undefined) continue;
      const type = String(document['type']);
      const hour = hourAt(Date.parse(String(document['@timestamp'])));
      const subtype = String(document[fieldOf.get(type) ?? '']);
      if (hour !== undefined) tables.get(type)?.add(subtype, hour, 1);
    }
    read += hits.hits.length;
    after = hits.hits[hits.hits.length - 1]?.sort;
    if (hits.hits.length < PAGE_SIZE || after === undefined) break;
  }
  await client.closePointInTime({ id });
  return read;
}
