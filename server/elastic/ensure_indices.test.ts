import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../test/fixtures/counts_fake_elasticsearch';
import { ensureIndices, ForeignMapping } from './ensure_indices';
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
  readonly may_manage?: boolean;
  readonly create?: FakeAnswer;
}

function refusal(status: number, type: string): FakeAnswer {
  return { status, body: { error: { type, reason: 'no', root_cause: [{ type }] }, status } };
}

function answerOf(cluster: Cluster) {
  const { indices = [], type = 'keyword', version, may_manage: mayManage = true } = cluster;
  return ({ method, path }: ArrivedRequest): FakeAnswer => {
    if (path.endsWith('/_field_caps')) {
      const scope = { [type]: { type, searchable: true, aggregatable: true } };
      return { body: { indices, fields: { scope } } };
    }
    if (!path.startsWith('/_index_template/')) return cluster.create ?? { body: {} };
    if (!mayManage) return refusal(403, 'security_exception');
    if (method === 'PUT') return { body: { acknowledged: true } };
    const templates = names.map((name) => ({ name, index_template: { version } }));
    return version === undefined
      ? { status: 404, body: { index_templates: [] } }
      : { body: { index_templates: templates } };
  };
}

async function ensure(cluster: Cluster): Promise<string[]> {
  fake = await fakeElasticsearch(answerOf(cluster));
  await ensureIndices(fake.client, signal);
  return fake.requests
    .filter(({ method }) => method === 'PUT')
    .map(({ path }) => path.replace('/_index_template', 'template '));
}

describe('ensureIndices', () => {
  it('puts the templates where there are none, and older ones anew', async () => {
    const templates = names.map((name) => `template /${name}`);
    expect(await ensure({})).toEqual(templates);
    await fake?.close();
    expect(await ensure({ version: TEMPLATE_VERSION - 1 })).toEqual(templates);
  });

  it('leaves them alone where they are of this version, or of a later one', async () => {
    expect(await ensure({ version: TEMPLATE_VERSION })).toEqual([]);
    await fake?.close();
    expect(await ensure({ version: TEMPLATE_VERSION + 1 })).toEqual([]);
  });

  it('makes the missing indices for a user who may not manage templates', async () => {
    const [first = '', ...others] = names;
    const made = await ensure({ indices: [first], may_manage: false });
    expect(made).toEqual(others.map((name) => `/${name}`));
    const request = fake?.requests.find(({ path }) => path === `/${others[0] ?? ''}`);
    expect(request?.body).toMatchObject({ mappings: { dynamic: false } });
  });

  it('does not mind that somebody else makes one at the same moment, but a refusal', async () => {
    const exists = refusal(400, 'resource_already_exists_exception');
    await ensure({ may_manage: false, create: exists });
    await fake?.close();
    const forbidden = refusal(403, 'security_exception');
    await expect(ensure({ may_manage: false, create: forbidden })).rejects.toThrow();
  });

  it('refuses an index that was made without its mapping', async () => {
    const cluster = { indices: ['logwave-runs'], type: 'text', version: TEMPLATE_VERSION };
    await expect(ensure(cluster)).rejects.toThrow(ForeignMapping);
    await fake?.close();
    await expect(ensure(cluster)).rejects.toThrow(
      'logwave-runs was made without the mapping of Logwave: copy what you need and delete it',
    );
  });
});
