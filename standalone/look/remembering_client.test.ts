import {
  type ArrivedRequest,
  type FakeAnswer,
  fakeElasticsearch,
  type FakeElasticsearch,
} from '../../test/fixtures/counts_fake_elasticsearch';
import { rememberingClient } from './remembering_client';

let fake: FakeElasticsearch;
afterEach(() => fake.close());

const CAPABILITIES = { indices: ['logs-1'], fields: {} };
const paths = (): string[] => fake.requests.map(({ path }) => path);

function answer({ path }: ArrivedRequest): FakeAnswer {
  return { body: path.endsWith('/_field_caps') ? CAPABILITIES : { indices: [], index: {} } };
}

describe('a client that remembers', () => {
  it('asks the same question about indices once, also for those who ask meanwhile', async () => {
    fake = await fakeElasticsearch(answer);
    const client = rememberingClient(fake.client);
    const ask = () => client.fieldCaps({ index: 'logs-*', fields: ['a'] });
    const resolve = { method: 'GET', path: '/_resolve/index/logs-*' };
    expect(await Promise.all([ask(), ask()])).toEqual([CAPABILITIES, CAPABILITIES]);
    expect(await ask()).toEqual(CAPABILITIES);
    await client.transport.request(resolve);
    await client.transport.request(resolve);
    expect(paths()).toEqual(['/logs-*/_field_caps', '/_resolve/index/logs-*']);
  });

  it('asks other questions, and about Logwave’s own indices, each time', async () => {
    fake = await fakeElasticsearch(answer);
    const client = rememberingClient(fake.client);
    for (const fields of [['a'], ['b']]) await client.fieldCaps({ index: 'logs-*', fields });
    for (let time = 0; time < 2; time += 1) {
      await client.search({ index: 'logs-*' });
      await client.fieldCaps({ index: 'logwave-counts', fields: ['a'] });
    }
    expect(fake.requests).toHaveLength(6);
  });

  it('asks about some of the fields no more, by their names or patterns', async () => {
    const types = { keyword: { type: 'keyword', searchable: true, aggregatable: true } };
    const fields = { 'host.name': types, 'host.ip': types, level: types };
    fake = await fakeElasticsearch(() => ({ body: { indices: ['logs-1'], fields } }));
    const client = rememberingClient(fake.client);
    const ask = async (asked: string[], index = 'logs-*') =>
      Object.keys((await client.fieldCaps({ index, fields: asked })).fields);
    await ask(['level', 'host', 'host.*', 'user']);
    expect(await Promise.all([ask(['level', 'user']), ask(['host.*', 'host'])])).toEqual([
      ['level'],
      ['host.name', 'host.ip'],
    ]);
    expect(fake.requests).toHaveLength(1);
    await ask(['level', 'program']);
    await ask(['level'], 'others-*');
    await client.fieldCaps({ index: 'logs-*', fields: ['level'], include_unmapped: true });
    await client.fieldCaps({ index: 'logs-*' });
    expect(fake.requests).toHaveLength(5);
  });

  it('asks about some of the fields where it has no answer about all of them', async () => {
    const no = { status: 400, body: { error: { type: 'x', reason: 'no', root_cause: [] } } };
    const answers: FakeAnswer[] = [no];
    fake = await fakeElasticsearch(() => answers.shift() ?? { body: CAPABILITIES });
    const client = rememberingClient(fake.client);
    await expect(client.fieldCaps({ index: 'logs-*', fields: ['a', 'b'] })).rejects.toThrow();
    expect(await client.fieldCaps({ index: 'logs-*', fields: ['a'] })).toEqual(CAPABILITIES);
  });

  it('asks again after a failure, and where an index has not answered', async () => {
    const answers: FakeAnswer[] = [
      { status: 400, body: { error: { type: 'x', reason: 'no', root_cause: [] } } },
      { body: { ...CAPABILITIES, failed_indices: 1 } },
      { body: CAPABILITIES },
    ];
    fake = await fakeElasticsearch(() => answers.shift() ?? { body: CAPABILITIES });
    const client = rememberingClient(fake.client);
    const ask = () => client.fieldCaps({ index: 'logs-*', fields: ['a'] });
    await expect(ask()).rejects.toThrow();
    expect(await ask()).toMatchObject({ failed_indices: 1 });
    expect(await ask()).toEqual(CAPABILITIES);
    expect(await ask()).toEqual(CAPABILITIES);
    expect(fake.requests).toHaveLength(3);
  });

  it('asks again after half a minute', async () => {
    fake = await fakeElasticsearch(answer);
    const client = rememberingClient(fake.client);
    const ask = () => client.fieldCaps({ index: 'logs-*', fields: ['a'] });
    const now = jest.spyOn(performance, 'now').mockReturnValue(0);
    try {
      await ask();
      now.mockReturnValue(29_999);
      await ask();
      expect(fake.requests).toHaveLength(1);
      now.mockReturnValue(30_000);
      await ask();
      expect(fake.requests).toHaveLength(2);
    } finally {
      now.mockRestore();
    }
  });
});
