import { testClient } from '../fixtures/test_cluster';

const NO_INDEX = 404;

/** Deletes indices and templates of Logwave, by name, since clusters refuse wildcards. */
export async function removeAllOfOurs(url: string): Promise<void> {
  const client = testClient({ node: url });
  try {
    const found = await client.indices.get({ index: 'logwave-*', expand_wildcards: 'all' });
    for (const index of Object.keys(found)) await client.indices.delete({ index });
    await client.indices.deleteIndexTemplate({ name: 'logwave-*' }, { ignore: [NO_INDEX] });
  } finally {
    await client.close();
  }
}
