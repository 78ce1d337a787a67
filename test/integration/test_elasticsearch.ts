import type { AcquiredElasticsearch } from '../../standalone/elasticsearch';

/** What the set-up of the integration tests leaves to their tear-down. */
interface TestElasticsearch {
  readonly dataDir: string;
  readonly acquired: AcquiredElasticsearch;
}

export const testElasticsearch = new Map<'running', TestElasticsearch>();
