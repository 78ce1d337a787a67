import {
  fakeElasticsearch,
  type FakeAnswer,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchClosedIndices } from './fetch_closed_indices';

const signal = new AbortController().signal;
const index = (name: string, isClosed = false) => ({
  name,
  attributes: [isClosed ? 'closed' : 'open'],
});

async function reachedBy(expression: string, answers: Readonly<Record<string, FakeAnswer>>) {
  const fake = await fakeElasticsearch(({ path, query }) => {
    expect(query.get('expand_wildcards')).toBe('open,closed');
    const asked = path.replace('/_resolve/index/', '');
    const none = { indices: [], aliases: [], data_streams: [] };
    const answer = answers[asked];
    if (answer === undefined) throw new Error(`asked for ${asked}`);
    const { status = 200, body } = answer;
    return { status, body: status === 200 ? { ...none, ...(body as object) } : body };
  });
  try {
    return await fetchClosedIndices(fake.client, expression, signal);
  } finally {
    await fake.close();
  }
}

describe('fetchClosedIndices', () => {
  it('looks into data streams and aliases, those of other clusters by their names there', async () => {
    const reached = await reachedBy('logs-*,far:logs-*', {
      'logs-*,far:logs-*': {
        body: {
          indices: [index('logs-1', true), index('logs-2')],
          aliases: [{ name: 'logs-all', indices: ['logs-1', 'old-1'] }],
          data_streams: [
            {
              name: 'logs-app',
              backing_indices: ['.ds-logs-app-1'],
              timestamp_field: '@timestamp',
            },
            {
              name: 'far:logs-app',
              backing_indices: '.ds-logs-app-2',
              timestamp_field: '@timestamp',
            },
          ],
        },
      },
      'old-1,.ds-logs-app-1,far:.ds-logs-app-2': {
        body: {
          indices: [
            index('old-1', true),
            index('.ds-logs-app-1'),
            index('far:.ds-logs-app-2', true),
          ],
        },
      },
    });
    expect(reached).toEqual({
      state: 'known',
      value: {
        all: ['.ds-logs-app-1', 'far:.ds-logs-app-2', 'logs-1', 'logs-2', 'old-1'],
        closed: ['far:.ds-logs-app-2', 'logs-1', 'old-1'],
      },
    });
  });

  it('finds none if the index does not exist, and does not know if it is refused', async () => {
    const error = (type: string) => ({ error: { type, reason: 'no', root_cause: [{ type }] } });
    const missing = { status: 404, body: error('index_not_found_exception') };
    expect(await reachedBy('logs', { logs: missing })).toEqual({
      state: 'known',
      value: { all: [], closed: [] },
    });
    const refused = { status: 403, body: error('security_exception') };
    expect(await reachedBy('logs', { logs: refused })).toEqual({ state: 'unknown', reason: 'no' });
  });
});
