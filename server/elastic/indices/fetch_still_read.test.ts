import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchStillRead } from './fetch_still_read';

const { signal } = new AbortController();
const READ = ['logs-old', 'logs-x', 'app-x'];
const REFUSED = {
  status: 403,
  body: { error: { type: 'security_exception', reason: 'no', root_cause: [] }, status: 403 },
};

/**
 * What is found where an alias has `logs-old` and `app-x`.
 */
async function foundIn(expression: string, isRefused = false) {
  const asked: string[] = [];
  const fake = await fakeElasticsearch(({ path }) => {
    asked.push(path);
    const aliases = path.includes('some') ? [{ name: 'some', indices: ['logs-old', 'app-x'] }] : [];
    return isRefused ? REFUSED : { body: { indices: [], aliases, data_streams: [] } };
  });
  try {
    const found = await fetchStillRead(fake.client, expression, READ, signal);
    return { found: found.map(({ part, cause }) => `${part} ${cause.kind}`), asked };
  } finally {
    await fake.close();
  }
}

describe('fetchStillRead', () => {
  it.each(['logs-*', 'logs-*,-db-*', 'logs-*,app-*'])('asks for nothing about %s', async (all) => {
    expect(await foundIn(all)).toEqual({ found: [], asked: [] });
  });

  it('asks once where a name is left out that may be an alias', async () => {
    const { found, asked } = await foundIn('logs-*,-db');
    expect([found, asked]).toEqual([[], ['/_resolve/index/logs-*,db']]);
    expect((await foundIn('logs-*,-some')).found).toEqual(['-some is_alias']);
  });

  it('believes searches alone where aliases may not be asked for', async () => {
    expect((await foundIn('logs-*,-logs-old', true)).found).toEqual(['-logs-old in_group']);
    expect((await foundIn('logs-*,-logs-old,some', true)).found).toEqual([]);
  });
});
