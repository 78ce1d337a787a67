import type { Client } from '../../server/elastic/client';
import { askedIndices } from './asked_indices';
import { fetchReached } from './fetch_names';
import { togetherIfShared } from './shared_indices';

const NOTHING = { indices: [], aliases: [], data_streams: [] };
/** What a cluster says that patterns name. */
const RESOLVED: Readonly<Record<string, object>> = {
  'logs-*': {
    ...NOTHING,
    data_streams: [
      { name: 'logs-web-default', backing_indices: '.ds-logs-web-default-2026.11.30-000001' },
    ],
  },
  // An alias of a data stream has the name of the stream.
  web: { ...NOTHING, aliases: [{ name: 'web', indices: ['logs-web-default'] }] },
  '.ds-logs-web-default-2026.11.30-000001': {
    ...NOTHING,
    indices: [{ name: '.ds-logs-web-default-2026.11.30-000001', data_stream: 'logs-web-default' }],
  },
  'app-1': { ...NOTHING, indices: [{ name: 'app-1' }] },
  'europe:app-1': { ...NOTHING, indices: [{ name: 'europe:app-1' }] },
  'europe:apps': { ...NOTHING, aliases: [{ name: 'europe:apps', indices: 'app-1' }] },
  'a-*': { ...NOTHING, indices: [{ name: 'a-1' }, { name: 'a-b' }] },
  '*-b': { ...NOTHING, indices: [{ name: 'a-b' }, { name: 'c-b' }] },
  'a-**': { ...NOTHING, indices: [{ name: 'a-1' }, { name: 'a-b' }] },
  'a-b': { ...NOTHING, indices: [{ name: 'a-b' }] },
  'c-*': { ...NOTHING, indices: [{ name: 'c-b' }] },
};

async function together(expression: readonly string[]): Promise<string[][]> {
  const asked = askedIndices(expression.join(','));
  const { patterns } = asked;
  const request = ({ path }: { readonly path: string }) => {
    const pattern = decodeURIComponent(path.replace('/_resolve/index/', ''));
    return Promise.resolve(RESOLVED[pattern]);
  };
  const client = { transport: { request } } as unknown as Client;
  const reached = await fetchReached(client, patterns, new AbortController().signal);
  return togetherIfShared(patterns, reached, asked);
}

describe('patterns that name the same indices', () => {
  it.each([
    ['a data stream and its alias', ['logs-*', 'app-1', 'web'], [['logs-*', 'web'], ['app-1']]],
    [
      'a data stream and one of its indices',
      ['.ds-logs-web-default-2026.11.30-000001', 'logs-*'],
      [['.ds-logs-web-default-2026.11.30-000001', 'logs-*']],
    ],
    [
      'an alias of another cluster',
      ['europe:apps', 'europe:app-1'],
      [['europe:apps', 'europe:app-1']],
    ],
    [
      'indices of the same name in two clusters',
      ['europe:apps', 'app-1'],
      [['europe:apps'], ['app-1']],
    ],
    [
      'those that only a third one joins',
      ['a-*', 'app-1', 'c-*', '*-b'],
      [['a-*', 'c-*', '*-b'], ['app-1']],
    ],
    ['those that match the same', ['a-**', 'a-*'], [['a-**']]],
    ['an index that is named before it is left out', ['a-b', 'a-*', '-a-b'], [['a-*']]],
    ['an index that is left out, then named again', ['a-*', '-a-b', 'a-b'], [['a-*', 'a-b']]],
  ])('are together: %s', async (_, patterns, groups) => {
    expect(await together(patterns)).toEqual(groups);
  });
});
