import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireElasticsearch } from '../../standalone/elasticsearch';
import { testElasticsearch } from './test_elasticsearch';

/** One embedded Elasticsearch with fresh data for all integration tests. */
export default async function setup(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'logwave-test-'));
  const acquired = await acquireElasticsearch({ dataDir });
  testElasticsearch.set('running', { dataDir, acquired });
  process.env['LOGWAVE_TEST_ELASTICSEARCH_URL'] = acquired.url;
}
