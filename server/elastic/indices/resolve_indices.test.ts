import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { resolveIndices } from './resolve_indices';

const { signal } = new AbortController();

describe('resolveIndices', () => {
  it('names the cluster of members and aliases, which come without it', async () => {
    const fake = await fakeElasticsearch(({ path }) => {
      expect(path).toBe('/_resolve/index/eu:*');
      return {
        body: {
          indices: [{ name: 'eu:app-x', aliases: 'apps', attributes: ['open'] }],
          aliases: [{ name: 'eu:apps', indices: ['app-x', 'eu:app-y'] }],
          data_streams: [{ name: 'eu:logs', backing_indices: '.ds-logs-2026.11.30-000001' }],
        },
      };
    });
    try {
      const found = await resolveIndices(fake.client, 'eu:*', { expand_wildcards: 'open' }, signal);
      expect(found).toEqual({
        indices: [{ name: 'eu:app-x', aliases: ['eu:apps'], attributes: ['open'] }],
        aliases: [{ name: 'eu:apps', indices: ['eu:app-x', 'eu:app-y'] }],
        data_streams: [{ name: 'eu:logs', backing_indices: ['eu:.ds-logs-2026.11.30-000001'] }],
      });
    } finally {
      await fake.close();
    }
  });
});
