import { rm } from 'node:fs/promises';
import { testElasticsearch } from './test_elasticsearch';

/** Stops what the set-up started and removes its data. */
export default async function teardown(): Promise<void> {
  const running = testElasticsearch.get('running');
  if (running === undefined) return;
  await running.acquired.release();
  await rm(running.dataDir, { recursive: true, force: true });
}
