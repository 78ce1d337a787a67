import { randomBytes } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import { KEY_TYPE } from '../../server/kibana/saved_object_types';
import type { Environment } from './environment';
import type { Stage } from './stage';

const NAME = 'logwave_test_forger';

/** Changes the rights that stand beside the kept key, as only somebody may who writes to Kibana's index. */
export async function alterKeptKey(
  { client }: Stage,
  { elasticsearch_url: node }: Environment,
): Promise<void> {
  const password = randomBytes(12).toString('hex');
  const names = ['.kibana*'];
  await client.security.putRole({
    name: NAME,
    indices: [{ names, privileges: ['all'], allow_restricted_indices: true }],
  });
  await client.security.putUser({ username: NAME, password, roles: [NAME] });
  const forger = new Client({ node, auth: { username: NAME, password } });
  try {
    const search = { index: '.kibana*', q: `type:${KEY_TYPE}`, expand_wildcards: 'all' } as const;
    const { hits } = await forger.search(search);
    for (const { _index: index, _id: id } of hits.hits) {
      if (id === undefined) continue;
      await forger.update({ index, id, doc: { [KEY_TYPE]: { tag: true } }, refresh: true });
    }
  } finally {
    await forger.close();
    await client.security.deleteUser({ username: NAME });
    await client.security.deleteRole({ name: NAME });
  }
}
