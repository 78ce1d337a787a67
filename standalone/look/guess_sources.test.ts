import { Client, type estypes } from '@elastic/elasticsearch';
import { localDay } from '../../common/time';
import { presetDocuments } from '../../test/fixtures/preset_documents';
import { createSurvey, fetchDayDocuments } from '../../server/elastic/counting';
import { MemoryCluster, memoryConnection } from '../memory';
import { guessSources, type Guess } from './guess_sources';
import { rememberingClient } from './remembering_client';

const DAY = localDay('2026-03-02', 'UTC');
const DAYS = [DAY, localDay('2026-03-01', 'UTC')] as const;
/** Fields that a template maps, whether a document has them or not. */
const MAPPED = [
  'kubernetes.namespace',
  'kubernetes.container.name',
  'observer.type',
  'event.action',
];

function clusterOf(documents: readonly (typeof presetDocuments)[number][]): MemoryCluster {
  const cluster = new MemoryCluster();
  const properties = Object.fromEntries(MAPPED.map((name) => [name, { type: 'keyword' as const }]));
  for (const [place, { index, document }] of documents.entries()) {
    if (!cluster.indices.has(index)) cluster.make(index, { mappings: { properties } });
    cluster.index(index).put(`d${place}`, document);
  }
  return cluster;
}

async function guessIn(
  cluster: MemoryCluster,
  asked: string[] = [],
  survey = createSurvey(),
  around = (client: Client) => client,
): Promise<Guess> {
  const client = new Client({
    node: 'http://in-memory.invalid',
    Connection: memoryConnection(cluster),
  });
  client.diagnostic.on('response', (_error, answer) => {
    asked.push(answer?.meta.request.params.path ?? '');
  });
  const names = [...cluster.indices.keys()];
  try {
    const task = { from: names, days: DAYS, survey };
    return await guessSources(
      rememberingClient(around(client)),
      task,
      new AbortController().signal,
    );
  } finally {
    await client.close();
  }
}

const idsOf = ({ sources }: Guess): string[] => sources.map(({ source }) => source.id).sort();

describe('guessing the sources of a cluster', () => {
  it.each(presetDocuments.map((one) => [Object.keys(one.counted).sort().join(', '), one] as const))(
    'switches on %s by a document of the real shape',
    async (_, one) => {
      const guess = await guessIn(clusterOf([one]));
      expect(idsOf(guess)).toEqual(Object.keys(one.counted).sort());
      expect(guess.sources.every(({ source }) => source.enabled)).toBe(true);
    },
  );

  it('says for each preset how many documents have its fields, and its conditions', async () => {
    const { sources } = await guessIn(clusterOf(presetDocuments));
    const reasons = new Map(sources.map(({ source, reason }) => [source.id, reason]));
    expect(reasons.get('windows')).toBe('2 documents have "winlog.channel" and "winlog.event_id"');
    expect(reasons.get('web_4xx')).toBe(
      '2 documents have "event.dataset" (http.response.status_code ≥ 400 and http.response.status_code < 500)',
    );
    expect(reasons.get('wazuh')).toBe('1 document has "rule.id"');
  });

  it('asks once for each expression how its indices map the fields of all presets', async () => {
    const asked: string[] = [];
    await guessIn(clusterOf(presetDocuments), asked);
    const mapped = asked.filter((path) => path.endsWith('/_field_caps'));
    expect(new Set(mapped).size).toBe(mapped.length);
    expect(mapped.length).toBeGreaterThan(0);
  });

  it('finds out meanwhile which days have documents', async () => {
    const survey = createSurvey();
    const asked: string[] = [];
    const cluster = clusterOf(presetDocuments);
    const { sources } = await guessIn(cluster, asked, survey);
    const [source] = sources.map((one) => one.source).filter(({ id }) => id === 'windows');
    if (source === undefined) throw new Error('no Windows events were found');
    const nobody = new Client({ node: 'http://127.0.0.1:1' });
    const fields = new Map([[source.time_field, source.time_field]]);
    const reached = cluster.reach(source.index, { ignoreUnavailable: true });
    const names = reached.map(({ name }) => name);
    const group = { index: source.index, names, fields, subtype_kind: null, unusable: null };
    const { signal } = new AbortController();
    const found = await fetchDayDocuments(
      nobody,
      source,
      group,
      { days: DAYS, checked: [] },
      survey,
      signal,
    );
    const of = (all: number) => ({ all, of_source: null });
    const value = new Map([
      ['2026-03-01', of(0)],
      ['2026-03-02', of(3)],
    ]);
    expect(found).toEqual({ state: 'known', value, searches: 0, shards: 2 });
  });

  it.each([
    ['not waited for where nothing is found', true],
    ['still wanted where something is', false],
  ])('asks for days whose answers are %s', async (_what, isStopped) => {
    const cluster = clusterOf(presetDocuments);
    for (const index of cluster.indices.values()) {
      if (isStopped) [...index.documents.keys()].forEach((id) => index.delete(id));
    }
    const stopped: boolean[] = [];
    const slow = (client: Client): Client =>
      new Proxy(client, {
        get: (target, name): unknown => {
          const search = (
            asked: estypes.SearchRequest,
            options: { readonly signal: AbortSignal },
          ) => {
            if (asked.aggs?.['all'] === undefined) return target.search(asked, options);
            const place = stopped.push(false) - 1;
            return new Promise((_resolve, reject) => {
              options.signal.addEventListener('abort', () => {
                stopped[place] = true;
                reject(new Error('aborted'));
              });
            });
          };
          return name === 'search' ? search : Reflect.get(target, name);
        },
      });
    const { sources } = await guessIn(cluster, [], createSurvey(), slow);
    expect(sources.length === 0).toBe(isStopped);
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped.every((each) => each === isStopped)).toBe(true);
  });

  it('leaves presets off whose fields are mapped and empty', async () => {
    const web = presetDocuments.filter(({ counted }) => 'web_2xx' in counted);
    expect(idsOf(await guessIn(clusterOf(web)))).toEqual(['web_2xx']);
  });
});
