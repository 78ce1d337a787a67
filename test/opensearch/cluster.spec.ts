import type { Client } from '@elastic/elasticsearch';
import { getDiagnosticsRoute } from '../../server/routes/diagnostics/get_diagnostics';
import { withElasticsearch } from '../../standalone/cli/basics/context';
import { createHostDocuments } from '../../standalone/host';
import { createServices } from '../../standalone/host/create_services';
import { testClient } from '../fixtures/test_cluster';
import { openSearchUrl } from './environment';

const url = openSearchUrl();
const INDEX = 'opensearch-spec-logs';

(url === undefined ? describe.skip : describe)('a command on OpenSearch', () => {
  let client: Client;
  beforeAll(() => {
    client = testClient();
  });
  afterAll(async () => {
    await client.indices.delete({ index: INDEX, ignore_unavailable: true });
    await client.close();
  });

  it('finds out by itself what the cluster speaks', async () => {
    await client.index({ index: INDEX, id: 'a', document: { code: 5 }, refresh: true });
    const found = await withElasticsearch({ es: url ?? '' }, async (own) => {
      const { id } = await own.openPointInTime({ index: INDEX, keep_alive: '1m' });
      const { hits } = await own.search({ pit: { id }, sort: [{ _shard_doc: 'asc' }] });
      await own.closePointInTime({ id });
      return hits.hits.map(({ _id, sort }) => [_id, sort]);
    });
    expect(found).toEqual([['a', ['a', INDEX]]]);
  });

  it('says in the diagnostics what it cannot know', async () => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const documents = createHostDocuments(client);
    const { services, caller } = createServices({ client, documents, log, now: () => new Date() });
    const { signal } = new AbortController();
    const request = { params: {}, query: {}, body: undefined, signal };
    const { versions, notes } = await getDiagnosticsRoute.handle(request, caller, services);
    expect(versions.elasticsearch).toMatch(/^OpenSearch \d/);
    expect(notes).toContainEqual(
      expect.stringMatching(/^The cluster is OpenSearch, which does not tell .* missing or silent/),
    );
  });
});
