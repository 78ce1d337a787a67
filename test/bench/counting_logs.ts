import type { Client, estypes } from '@elastic/elasticsearch';
import { MS_PER_DAY } from '../../common/time';
import type { Source } from '../../common/sources/source';
import { countsSource } from '../fixtures/counts_source';

/** The logs that counting is measured on: one day of three log types with 200 series. */
export const BENCH_INDEX = 'logwave-bench-logs';
export const BENCH_DAY = '2026-11-20';
export const BENCH_DOCUMENTS = 1_000_000;

const DOCUMENTS_PER_BULK = 5_000;
const USERS = 1_000;

interface BenchType {
  readonly type: string;
  readonly field: string;
  readonly series: number;
  /** Share of all documents, in tenths. */
  readonly tenths: number;
}

const TYPES: readonly BenchType[] = [
  { type: 'syslog', field: 'program', series: 100, tenths: 6 },
  { type: 'ossec', field: 'rule_number', series: 50, tenths: 2 },
  { type: 'suricata', field: 'signature_id', series: 50, tenths: 2 },
];

const typeOfTenth = TYPES.flatMap((type) => Array<BenchType>(type.tenths).fill(type));

/** The sources of these logs. */
export const benchSources: readonly Source[] = TYPES.map(({ type, field }) =>
  countsSource({
    id: type,
    index: BENCH_INDEX,
    filter: [{ field: 'type', any_of: [type] }],
    subtype_fields: [field],
  }),
);

const mappings: estypes.MappingTypeMapping = {
  properties: {
    '@timestamp': { type: 'date' },
    type: { type: 'keyword' },
    host: { type: 'keyword' },
    message: { type: 'text', norms: false },
    program: { type: 'keyword' },
    rule_number: { type: 'long' },
    signature_id: { type: 'long' },
  },
};

/** Numbers from 0 to below 1 that are the same each time: a multiplicative congruential generator. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function subtypeOf({ type, series }: BenchType, random: () => number): string | number {
  const place = Math.floor(random() * series);
  return type === 'syslog' ? `program${place}` : 2_200_000 + place;
}

function makeDocument(index: number, random: () => number): object {
  const time = Date.parse(BENCH_DAY) + Math.floor((index / BENCH_DOCUMENTS) * MS_PER_DAY);
  const type = typeOfTenth[index % typeOfTenth.length];
  if (type === undefined) throw new Error('there are no log types');
  const host = `host${Math.floor(random() * 20)}`;
  const user = `user${Math.floor(random() * USERS)}`;
  return {
    '@timestamp': new Date(time).toISOString(),
    type: type.type,
    host,
    [type.field]: subtypeOf(type, random),
    message: `Nov 20 10:00:00 ${host} sshd[${Math.floor(random() * 30_000)}]: Failed password for invalid user ${user} from 192.0.2.${Math.floor(random() * 255)} port ${Math.floor(random() * 60_000)} ssh2`,
  };
}

/** Makes the logs again, in about 20 seconds. */
export async function makeBenchLogs(client: Client, signal: AbortSignal): Promise<void> {
  await client.indices.delete({ index: BENCH_INDEX, ignore_unavailable: true }, { signal });
  const settings = { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '-1' };
  await client.indices.create({ index: BENCH_INDEX, mappings, settings }, { signal });
  const random = seededRandom(2015);
  for (let from = 0; from < BENCH_DOCUMENTS; from += DOCUMENTS_PER_BULK) {
    const operations = Array.from({ length: DOCUMENTS_PER_BULK }, (_, at) => [
      { index: {} },
      makeDocument(from + at, random),
    ]).flat();
    const { errors } = await client.bulk({ index: BENCH_INDEX, operations }, { signal });
    if (errors) throw new Error('not all documents of the bench were taken');
  }
  await client.indices.refresh({ index: BENCH_INDEX }, { signal });
}
