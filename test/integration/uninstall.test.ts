import { fakeElasticsearch, type ArrivedRequest } from '../fixtures/counts_fake_elasticsearch';
import { startFakeKibana } from '../contract/fake_kibana';

jest.mock(
  '@kbn/config-schema',
  () => jest.requireActual<object>('../contract/fake_config_schema'),
  {
    virtual: true,
  },
);

const RUN = { run_id: 'default:2026-11-23:UTC', day: '2026-11-23', status: 'analyzed' };
const ALL = { remove_tags: true, remove_indices: true };
const FORBIDDEN = { error: { type: 'security_exception', reason: 'no' }, status: 403 };

interface Cluster {
  /** Index privileges that the caller lacks, by pattern. */
  readonly lacks?: Readonly<Record<string, readonly string[]>>;
  /** Parts that refuse, whatever the privileges. */
  readonly refuses?: 'tags' | 'indices';
}

function privilegesOf({ body }: ArrivedRequest, { lacks = {} }: Cluster): object {
  const { index = [] } = body as { index?: { names: string[]; privileges: string[] }[] };
  const entries = index.flatMap(({ names, privileges }) =>
    names.map((name) => [
      name,
      Object.fromEntries(privileges.map((right) => [right, !lacks[name]?.includes(right)])),
    ]),
  );
  return { cluster: {}, index: Object.fromEntries(entries) as object };
}

/** A cluster with one run and tags of the source `syslog`, and a Kibana whose schedule is on. */
async function make(cluster: Cluster = {}) {
  const found = (sources: readonly object[]) => ({
    _shards: { total: 1, successful: 1, failed: 0, skipped: 0 },
    timed_out: false,
    hits: { hits: sources.map((_source, at) => ({ _id: `${at}`, _index: 'i', _source })) },
    aggregations: { sources: { buckets: [{ key: 'syslog', doc_count: 1 }] } },
  });
  const deletes: string[] = [];
  const elasticsearch = await fakeElasticsearch((request) => {
    const { method, path } = request;
    if (path.endsWith('/_has_privileges')) return { body: privilegesOf(request, cluster) };
    if (path.endsWith('/_field_caps')) {
      const scope = { keyword: { type: 'keyword', searchable: true, aggregatable: true } };
      return { body: { indices: ['logwave-journal', 'logwave-runs'], fields: { scope } } };
    }
    if (path.startsWith('/logwave-journal/_doc/')) {
      return cluster.refuses === 'tags'
        ? { status: 403, body: FORBIDDEN }
        : { status: 404, body: { result: 'not_found' } };
    }
    if (method === 'GET' && path.startsWith('/logwave-runs/_doc/')) {
      return { status: 404, body: { found: false } };
    }
    if (path.includes('logwave-runs/_search')) return { body: found([RUN]) };
    if (path.endsWith('/logwave-runs/_mget')) {
      return { body: { docs: [{ _id: '0', found: true, _source: RUN }] } };
    }
    if (path.endsWith('/_search')) return { body: found([]) };
    if (path.endsWith('/_pit')) return { body: { id: 'pit', num_freed: 1, succeeded: true } };
    if (method === 'DELETE') {
      if (cluster.refuses === 'indices') return { status: 403, body: FORBIDDEN };
      deletes.push(path);
    }
    return { body: { acknowledged: true } };
  });
  const kibana = startFakeKibana({ client: elasticsearch.client, isSecured: true });
  const { door } = kibana;
  const on = await door.call({ method: 'put', path: '/api/logwave/schedule', body: {} });
  expect(on).toMatchObject({ status: 200, json: { enabled: true } });
  const isOn = async () => {
    const { json } = await door.call({ method: 'get', path: '/api/logwave/schedule' });
    return (json as { readonly enabled: boolean }).enabled;
  };
  const uninstall = (body: object) =>
    door.call({ method: 'post', path: '/api/logwave/uninstall', body });
  const close = async (): Promise<void> => {
    await door.close();
    await elasticsearch.close();
  };
  return { ...kibana, deletes, isOn, uninstall, close };
}

describe('uninstalling', () => {
  let kibana: Awaited<ReturnType<typeof make>>;
  afterEach(() => kibana.close());

  it('refuses before anything is removed, and names every privilege that is missing', async () => {
    kibana = await make({
      lacks: { 'logwave-*': ['delete_index'], 'logstash-*': ['write'], 'other-*': ['write'] },
    });
    const { status, json } = await kibana.uninstall(ALL);
    expect([status, json]).toMatchObject([
      403,
      { attributes: { code: expect.anything() as string } },
    ]);
    const { message } = json as { readonly message: string };
    expect(message).toMatch(/^Nothing was removed: .*"write" is missing on "logstash-\*"/);
    expect(message).toContain('"delete_index" is missing on "logwave-*"');
    expect(message).not.toContain('other-*');
    expect(await kibana.isOn()).toBe(true);
    expect(kibana.deletes).toEqual([]);
  });

  it('requires no more rights than requested', async () => {
    kibana = await make({ lacks: { 'logwave-*': ['delete_index'] } });
    const { json } = await kibana.uninstall({ remove_tags: true });
    expect(json).toMatchObject({ not_done: [], tags_removed: 0, indices_removed: [] });
    expect(await kibana.isOn()).toBe(false);
  });

  it('does all, and lists it', async () => {
    kibana = await make();
    const { json } = await kibana.uninstall(ALL);
    expect(json).toEqual({
      done: [
        'The task was removed.',
        'The schedule is off and its key invalidated.',
        expect.stringContaining('Saved objects were deleted') as string,
      ],
      not_done: [],
      tags_removed: 0,
      indices_removed: ['logwave-journal', 'logwave-runs'],
      left_out: [],
    });
    expect(kibana.deletes).toEqual(['/logwave-journal,logwave-runs']);
  });

  it('has switched the schedule off where tags stay, and keeps the journal of these', async () => {
    kibana = await make({ refuses: 'tags' });
    const { status, json } = await kibana.uninstall(ALL);
    expect(status).toBe(200);
    const { done, not_done } = json as Readonly<Record<string, readonly string[]>>;
    expect(done).toContain('The schedule is off and its key invalidated.');
    expect(not_done).toEqual([
      expect.stringMatching(/^Not all tags were removed: /) as string,
      expect.stringContaining('still have a tag') as string,
    ]);
    expect(await kibana.isOn()).toBe(false);
    expect(kibana.deletes).toEqual([]);
  });

  it('says so where the indices cannot be deleted', async () => {
    kibana = await make({ refuses: 'indices' });
    const { json } = await kibana.uninstall(ALL);
    expect(json).toMatchObject({
      tags_removed: 0,
      indices_removed: [],
      not_done: [expect.stringMatching(/^The indices logwave-\* were not deleted: /) as string],
    });
    expect(await kibana.isOn()).toBe(false);
  });
});
