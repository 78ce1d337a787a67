import type { Client } from '@elastic/elasticsearch';
import { daysBefore } from '../../common/time/day';
import { localDay, MS_PER_DAY } from '../../common/time';
import { COUNTS_INDEX, countsMapping } from '../../server/elastic/counting/counts_mapping';
import { countsSource } from '../fixtures/counts_source';
import { forgetCounts } from './counting_many_series';
import { provideEarlierBuild } from './earlier/earlier_build';
import { loadCounting, type Counting } from './earlier/load_counting';

type Print = (line: string) => void;

const EARLIER = 'aac05a3';
const AIM = 0.5;
const INDEX = 'logwave-bench-first-run';
const LAST_DAY = '2026-11-20';
const NOW = new Date('2026-11-24T06:00Z');
const TRAINING_DAYS = 31;
const DOCUMENTS_A_DAY = 20_000;
const SERIES = 60;
const DOCUMENTS_PER_BULK = 10_000;
const ROUNDS = 9;
const WARM_UPS = 2;
const source = countsSource({ index: INDEX, filter: [] });
const days = [LAST_DAY, ...daysBefore(LAST_DAY, TRAINING_DAYS)];

async function makeLogs(client: Client): Promise<void> {
  await client.indices.delete({ index: INDEX, ignore_unavailable: true });
  const mappings = {
    properties: { '@timestamp': { type: 'date' }, severity: { type: 'keyword' } },
  } as const;
  const settings = { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '-1' };
  await client.indices.create({ index: INDEX, mappings, settings });
  for (const day of days) {
    const { from } = localDay(day, 'UTC');
    const documents = Array.from({ length: DOCUMENTS_A_DAY }, (_, place) => ({
      '@timestamp': from + Math.floor((place / DOCUMENTS_A_DAY) * MS_PER_DAY),
      severity: `series ${(place * 7919) % SERIES}`,
    }));
    for (let at = 0; at < documents.length; at += DOCUMENTS_PER_BULK) {
      const operations = documents
        .slice(at, at + DOCUMENTS_PER_BULK)
        .flatMap((document) => [{ index: {} }, document]);
      await client.bulk({ index: INDEX, operations });
    }
  }
  await client.indices.refresh({ index: INDEX });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Milliseconds until all days were counted and kept for a scope that has none yet. */
async function millisecondsOf(
  { countHours, createCountingPorts }: Counting,
  client: Client,
  scope: string,
): Promise<number> {
  const request = {
    source,
    tested: localDay(LAST_DAY, 'UTC'),
    training: days.slice(1),
    now: NOW,
  };
  const began = performance.now();
  const counted = await countHours(
    request,
    createCountingPorts(client, scope),
    new AbortController().signal,
  );
  const took = performance.now() - began;
  const known = [counted.tested, ...counted.training].filter(
    (day) => day.state === 'known' && day.counts.documents === DOCUMENTS_A_DAY,
  );
  if (known.length !== days.length) throw new Error(`the bench counted ${known.length} days`);
  return took;
}

/**
 * Measures the first run, which counts 32 days of a source that were never counted, beside that of an
 * earlier build, in turns.
 *
 * @param print takes one line at a time
 */
export async function benchFirstRun(client: Client, print: Print): Promise<void> {
  const folder = await provideEarlierBuild(EARLIER, print);
  const builds = [loadCounting(folder), loadCounting()] as const;
  const exists = await client.indices.exists({ index: COUNTS_INDEX });
  if (!exists) await client.indices.create({ index: COUNTS_INDEX, mappings: countsMapping });
  const times: [number[], number[]] = [[], []];
  try {
    await makeLogs(client);
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      for (const [place, build] of builds.entries()) {
        const scope = `bench-${process.pid}-${round}-${place}`;
        const took = await millisecondsOf(build, client, scope);
        if (round >= WARM_UPS) times[place]?.push(took);
        await forgetCounts(client, source, scope, days, 1);
      }
    }
  } finally {
    await client.indices.delete({ index: INDEX, ignore_unavailable: true });
  }
  const [before, now] = times.map(median);
  const ratio = ((now ?? NaN) / (before ?? NaN)).toFixed(2);
  const documents = DOCUMENTS_A_DAY.toLocaleString('en-US');
  print(`The first run, ${days.length} days of ${documents} documents in ${SERIES} series:`);
  print(
    `  ${(before ?? NaN).toFixed(0)} ms by commit ${EARLIER}, ${(now ?? NaN).toFixed(0)} ms now`,
  );
  print(`  that is ${ratio} of the time (aim: at most ${AIM})\n`);
}
