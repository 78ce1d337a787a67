import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { ensureIndices } from './ensure_indices';
import { ForeignMapping, IndexNotMade } from './foreign_mapping';
import { logwaveIndices, TEMPLATE_VERSION } from './index_templates';

const { signal } = new AbortController();
const names = logwaveIndices.map(({ name }) => name);
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

/** A cluster with some of the indices, and templates of a version. */
interface Cluster {
  readonly indices?: readonly string[];
  readonly type?: string;
  readonly version?: number;
  /** What putting a template is answered with, where that is not done. */
  readonly put?: FakeAnswer;
  /** A template of somebody else. */
  readonly foreign?: object;
  readonly create?: (body: unknown) => FakeAnswer | undefined;
  /** What is kept of a document; all of it by default. */
  readonly keep?: (document: unknown) => unknown;
  /** How indices are described; by default the user may not see that. */
  readonly state?: object;
  /** Whether indices that may not be looked at are left out of the answer. */
  readonly is_hidden?: true;
}

function refusal(status: number, type: string, reason = 'no'): FakeAnswer {
  return { status, body: { error: { type, reason, root_cause: [{ type, reason }] }, status } };
}
const forbidden = refusal(403, 'security_exception');

function answerOf(cluster: Cluster) {
  const { type = 'keyword', version, foreign } = cluster;
  const indices = new Set(cluster.indices);
  const templates = (path: string): FakeAnswer => {
    const own = names.map((name) => ({
      name,
      index_template: { version, index_patterns: [name] },
    }));
    const others = foreign === undefined ? [] : [{ name: 'foreign', index_template: foreign }];
    if (path === '/_index_template') return { body: { index_templates: [...others, ...own] } };
    return version === undefined
      ? { status: 404, body: { index_templates: [] } }
      : { body: { index_templates: own } };
  };
  let probe: unknown;
  return ({ method, path, body }: ArrivedRequest): FakeAnswer => {
    if (path.includes('/_doc/')) {
      if (method === 'PUT') probe = cluster.keep?.(body) ?? body;
      return { body: { _id: 'probe', found: true, _source: probe } };
    }
    if (path.endsWith('/_field_caps')) {
      const scope = { [type]: { type, searchable: true, aggregatable: true } };
      return { body: { indices: [...indices], fields: { scope } } };
    }
    if (path.endsWith('/_search')) return { body: { hits: { hits: [] } } };
    if (path.startsWith('/_index_template')) {
      if (method === 'PUT') return cluster.put ?? { body: { acknowledged: true } };
      return templates(path);
    }
    if (method === 'PUT') {
      const refused = cluster.create?.(body);
      if (refused !== undefined) return refused;
      indices.add(path.slice(1));
      return { body: { acknowledged: true } };
    }
    if (cluster.is_hidden) return { body: {} };
    if (cluster.state === undefined) return forbidden;
    const described = path.slice(1).split(',');
    return { body: Object.fromEntries(described.map((name) => [name, cluster.state])) };
  };
}

async function ensure(cluster: Cluster): Promise<string[]> {
  await fake?.close();
  fake = await fakeElasticsearch(answerOf(cluster));
  await ensureIndices(fake.client, signal);
  return fake.requests
    .filter(({ method, path }) => method === 'PUT' && !path.includes('/_doc/'))
    .map(({ path }) => path.replace('/_index_template', 'template '));
}

describe('ensureIndices', () => {
  const templates = names.map((name) => `template /${name}`);
  const made = names.map((name) => `/${name}`);

  it('puts the templates if there are none, and replaces older ones', async () => {
    expect(await ensure({ indices: names })).toEqual(templates);
    expect(await ensure({ indices: names, version: TEMPLATE_VERSION - 1 })).toEqual(templates);
  });

  it('leaves them alone if they are of this version, or of a later one', async () => {
    expect(await ensure({ indices: names, version: TEMPLATE_VERSION })).toEqual([]);
    expect(await ensure({ indices: names, version: TEMPLATE_VERSION + 1 })).toEqual([]);
  });

  it('makes the missing indices by name, so that no template decides them', async () => {
    const [first = '', ...others] = names;
    const puts = await ensure({ indices: [first], version: TEMPLATE_VERSION });
    expect(puts).toEqual(others.map((name) => `/${name}`));
    const request = fake?.requests.find(({ path }) => path === `/${others[0] ?? ''}`);
    expect(request?.body).toMatchObject({
      mappings: { dynamic: false, _source: { enabled: true }, _routing: { required: false } },
      settings: {
        number_of_shards: 1,
        auto_expand_replicas: '0-1',
        'index.mode': 'standard',
        'index.default_pipeline': '_none',
        'index.final_pipeline': '_none',
        'index.lifecycle.name': null,
      },
    });
  });

  it.each([
    ['the user may not put templates', forbidden],
    ['another one has the same priority', refusal(400, 'illegal_argument_exception')],
  ])('makes them as well where %s', async (_, put) => {
    expect(await ensure({ put })).toEqual([templates[0], ...made]);
  });

  it('leaves out settings that the cluster does not know', async () => {
    const unknown = ['index.lifecycle.name', 'index.mapping.source.mode'];
    const create = (body: unknown): FakeAnswer | undefined => {
      const { settings } = body as { settings: object };
      const found = unknown.find((setting) => setting in settings);
      const reason = `unknown setting [${found ?? ''}] please check`;
      return found === undefined ? undefined : refusal(400, 'illegal_argument_exception', reason);
    };
    const puts = await ensure({ version: TEMPLATE_VERSION, create });
    expect(puts.filter((path) => path === made[0])).toHaveLength(3);
    expect(new Set(puts)).toEqual(new Set(made));
  });

  it('does not mind that somebody else makes one at the same moment, but a refusal', async () => {
    await ensure({ create: () => refusal(400, 'resource_already_exists_exception') });
    await expect(ensure({ create: () => forbidden })).rejects.toThrow();
  });

  it('leaves an alias of the name as it is', async () => {
    const reason = 'Invalid index name [logwave-runs], already exists as alias';
    await ensure({ create: () => refusal(400, 'invalid_index_name_exception', reason) });
  });

  it('names the template by which an index cannot be made', async () => {
    const create = () => refusal(400, 'illegal_argument_exception', 'it makes data streams only');
    const foreign = { index_patterns: ['logwave-*'], priority: 2_000_000 };
    await expect(ensure({ create, foreign })).rejects.toThrow(IndexNotMade);
    await expect(ensure({ create, foreign })).rejects.toThrow(
      'logwave-counts cannot be made: it makes data streams only. The index template "foreign" matches this name',
    );
  });

  it('refuses an index that was made without its mapping, and keeps the journal', async () => {
    const cluster = { indices: ['logwave-counts', 'logwave-journal'], type: 'text' };
    await expect(ensure(cluster)).rejects.toThrow(ForeignMapping);
    const error: unknown = await ensure(cluster).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(
      'logwave-counts ("scope" is text, not keyword), logwave-journal ("scope" is text',
    );
    expect(String(error)).toContain('logwave-counts may be deleted');
    expect(String(error)).toContain('Do not delete logwave-journal');
  });

  it('looks at what it has made before anything is written there', async () => {
    const state = { mappings: { dynamic: 'false', _source: { excludes: ['hits'] } } };
    const foreign = { index_patterns: ['*'] };
    await expect(ensure({ state, foreign, put: forbidden })).rejects.toThrow(
      '"_source" leaves out hits',
    );
  });

  it('reads a document back where the user may not see how the journal is mapped', async () => {
    const keep = (document: unknown) => ({ ...(document as object), hits: undefined });
    const loss = 'logwave-journal (it does not give back what is written there)';
    await expect(ensure({ indices: names, keep })).rejects.toThrow(loss);
    // Names that may not be looked at are passed over, which is not a refusal.
    const hidden: Cluster = { indices: names, keep, is_hidden: true };
    await expect(ensure(hidden)).rejects.toThrow(loss);
    const read = fake?.requests.find(
      ({ path, method }) => method === 'GET' && path.includes('_doc'),
    );
    expect(read?.query.get('realtime')).toBe('false');
  });

  it.each([
    ['is not started', refusal(503, 'no_shard_available_action_exception')],
    ['is being recovered', refusal(404, 'illegal_index_shard_state_exception')],
  ])('waits where the shard of an index that somebody else makes %s', async (_, notStarted) => {
    const answer = answerOf({ indices: names, version: TEMPLATE_VERSION });
    let asked = 0;
    fake = await fakeElasticsearch((request) => {
      asked += request.path.endsWith('/_field_caps') ? 1 : 0;
      return request.path.endsWith('/_field_caps') && asked === 1 ? notStarted : answer(request);
    });
    await ensureIndices(fake.client, signal);
    expect(asked).toBe(2);
  });

  it('wants a repair that was cut off to be ended first', async () => {
    const indices = [...names, 'logwave-journal-repair'];
    await expect(ensure({ indices })).rejects.toThrow('the repair of logwave-journal was cut off');
  });
});
