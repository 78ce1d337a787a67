import type { Client } from '@elastic/elasticsearch';
import { addDays, MS_PER_DAY, type Day } from '../../common/time';
import { getIndexTemplate } from '../../standalone/ingest';
import { randomFrom, type Random } from '../generator/random';

/** The logs that `look` is measured on: an index for each day, as ingest writes them. */
export const LOOK_DAY: Day = '2026-11-20';
export const LOOK_DAYS = 32;
export const LOOK_DOCUMENTS_A_DAY = 50_000;
export const LOOK_INDICES: readonly string[] = Array.from({ length: LOOK_DAYS }, (_, age) =>
  indexOf(addDays(LOOK_DAY, -age)),
);

const DOCUMENTS_PER_BULK = 5_000;
const SEED = 19;

function indexOf(day: Day): string {
  return `logstash-${day.replaceAll('-', '.')}`;
}

function valuesOf(place: number, random: Random): object {
  // Of ten documents two are of OSSEC, two of Suricata, and the others of syslog.
  const tenth = place % 10;
  if (tenth < 2) return { type: 'ossec', rule_number: random.whole(5_501, 5_550) };
  if (tenth < 4) {
    const alert = { signature_id: random.whole(2_200_001, 2_200_050) };
    return { type: 'suricata', event_type: 'alert', alert };
  }
  const program = `program${random.whole(1, 60)}`;
  return { type: 'syslog', program, syslog_severity_code: random.whole(0, 7) };
}

function documentOf(day: Day, place: number, random: Random): object {
  const time = Date.parse(day) + Math.floor((place / LOOK_DOCUMENTS_A_DAY) * MS_PER_DAY);
  return {
    '@timestamp': new Date(time).toISOString(),
    host: `host${random.whole(1, 20)}`,
    message: `something happened for the ${place}th time`,
    ...valuesOf(place, random),
  };
}

/** Makes the logs, in about a minute. */
export async function makeLookLogs(client: Client, signal: AbortSignal): Promise<void> {
  const mappings = getIndexTemplate().template?.mappings ?? {};
  const settings = { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '-1' };
  const random = randomFrom(SEED);
  for (let age = 0; age < LOOK_DAYS; age += 1) {
    const day = addDays(LOOK_DAY, -age);
    const index = indexOf(day);
    await client.indices.create({ index, mappings, settings }, { signal });
    for (let from = 0; from < LOOK_DOCUMENTS_A_DAY; from += DOCUMENTS_PER_BULK) {
      const operations = Array.from({ length: DOCUMENTS_PER_BULK }, (_, at) => [
        { index: {} },
        documentOf(day, from + at, random),
      ]).flat();
      const { errors } = await client.bulk({ index, operations }, { signal });
      if (errors) throw new Error('not all documents of the bench were taken');
    }
    await client.indices.refresh({ index }, { signal });
  }
}
