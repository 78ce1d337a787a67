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
 *
 * @param counted how many documents of `logs-old` a search of an expression finds; none if it is refused
 */
async function foundIn(
  expression: string,
  counted: Readonly<Record<string, number>> = {},
  isRefused = false,
) {
  const asked: string[] = [];
  const fake = await fakeElasticsearch(({ path }) => {
    asked.push(path);
    if (path.startsWith('/_resolve/')) {
      const aliases = path.includes('some')
        ? [{ name: 'some', indices: ['logs-old', 'app-x'] }]
        : [];
      return isRefused ? REFUSED : { body: { indices: [], aliases, data_streams: [] } };
    }
    const count = counted[path.replace(/^\/|\/_search$/g, '')];
    if (count === undefined) return REFUSED;
    const _shards = { total: 1, successful: 1, skipped: 0, failed: 0 };
    const aggregations = { documents: { doc_count: count } };
    return { body: { timed_out: false, _shards, hits: { hits: [] }, aggregations } };
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

  it.each<[string, Readonly<Record<string, number>>, string[]]>([
    ['has all documents', { 'logs-old': 9, 'logs-*,some,-logs-old': 9 }, ['-logs-old in_alias']],
    ['has a filter', { 'logs-old': 9, 'logs-*,some,-logs-old': 8 }, []],
    ['has no document', { 'logs-old': 0, 'logs-*,some,-logs-old': 0 }, []],
    ['is all that may be read', { 'logs-*,some,-logs-old': 9 }, []],
  ])('finds an index by an alias that is named where it %s', async (_, counted, parts) => {
    expect((await foundIn('logs-*,some,-logs-old', counted)).found).toEqual(parts);
  });

  it('believes searches alone where aliases may not be asked for', async () => {
    expect((await foundIn('logs-*,-logs-old', {}, true)).found).toEqual(['-logs-old in_group']);
    expect((await foundIn('logs-*,-logs-old,some', {}, true)).found).toEqual([]);
  });
});
