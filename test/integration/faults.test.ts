import type { Client } from '@elastic/elasticsearch';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import { cuttingProxy, type CuttingProxy } from '../faults/cutting_proxy';
import { essentials, journaled, tagged, type Contents } from '../faults/outcome';
import { attempt, LATER_MS, makeLogs } from '../faults/scenario';
import { testClient, testUrl } from '../fixtures/test_cluster';

const TAG = 'syslog_outlier';
/** Spread over the run; `npm run test:faults` takes every call. */
const SAMPLED_CALLS = 10;
const isWholeList = process.env['LOGWAVE_ALL_FAULTS'] !== undefined;
const { signal } = new AbortController();

const direct = testClient();
let proxy: CuttingProxy;
let through: Client;

beforeAll(async () => {
  await ensureIndices(direct, signal);
  proxy = await cuttingProxy(testUrl);
  through = testClient({ node: proxy.url, maxRetries: 0 });
});

afterAll(async () => {
  await through.close();
  await proxy.close();
  await direct.close();
});

async function readAll(
  index: string,
  scope: string | undefined,
  prefix: string,
): Promise<Contents> {
  const query = scope === undefined ? { match_all: {} } : { term: { scope } };
  await direct.indices.refresh({ index, ignore_unavailable: true });
  const { hits } = await direct.search<Record<string, unknown>>({
    index,
    ignore_unavailable: true,
    size: 10_000,
    query,
  });
  // Names of indices and of the scope are those of one try; all that is compared must not be.
  const plain = (text: string): string => text.split(prefix).join('logs-');
  const own = (text: string): string => (scope === undefined ? text : text.split(scope).join('s'));
  return withoutIds(
    hits.hits.map(({ _index, _id, _source }) => {
      const source = JSON.parse(own(plain(JSON.stringify(_source ?? {})))) as object;
      return [own(plain(`${_index}/${_id ?? ''}`)), source as Record<string, unknown>];
    }),
  );
}

/** Ids of incidents are made of that of the run: which findings share one is what is compared. */
function withoutIds(documents: [id: string, source: Record<string, unknown>][]): Contents {
  const named = new Map<unknown, string>();
  const inOrder = [...documents].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    inOrder.map(([id, source]) => {
      const { incident } = source;
      if (typeof incident !== 'string') return [id, source];
      const name = named.get(incident) ?? id;
      named.set(incident, name);
      return [id, { ...source, incident: name }];
    }),
  );
}

interface Cut {
  readonly call: number;
  readonly takesEffect: boolean;
}

/** Fresh logs, an analysis that is cut off as told, and one more; what is there then. */
async function analyzeWith(name: string, cut: Cut | undefined) {
  const prefix = `faults-it-${name}-`;
  const scope = `faults-it-${name}`;
  const operations = makeLogs(prefix).flatMap(({ index, id, source }) => [
    { index: { _index: index, _id: id } },
    source,
  ]);
  await direct.indices.putIndexTemplate({
    name: `faults-it-${name}`,
    index_patterns: [`${prefix}*`],
    template: {
      settings: { number_of_shards: 1, number_of_replicas: 0 },
      mappings: {
        dynamic: false,
        properties: {
          '@timestamp': { type: 'date' },
          type: { type: 'keyword' },
          severity: { type: 'keyword' },
          tags: { type: 'keyword' },
        },
      },
    },
  });
  await direct.bulk({ operations, refresh: true });
  let kill = (): void => undefined;
  proxy.reset(cut, () => kill());
  const first = attempt(through, prefix, scope);
  kill = first.kill;
  const stopped = await first.done;
  const [calls, wasCut] = [proxy.calls(), proxy.wasCut()];
  proxy.reset(undefined, () => undefined);
  const run = cut === undefined ? stopped : await attempt(through, prefix, scope, LATER_MS).done;
  const logs = await readAll(`${prefix}*`, undefined, prefix);
  const kept = await readAll('logwave-findings,logwave-series', scope, prefix);
  const journal = await readAll('logwave-journal', scope, prefix);
  await direct.indices.delete({ index: [...new Set(makeLogs(prefix).map(({ index }) => index))] });
  await direct.indices.deleteIndexTemplate({ name: `faults-it-${name}` });
  return { stopped, run, calls, wasCut, contents: new Map([...logs, ...kept]), journal };
}

/** Every call before and after it took effect, or some, of which every other one took effect. */
function cutsOf(calls: number): Cut[] {
  if (isWholeList) {
    const every = Array.from({ length: calls }, (_, index) => index + 1);
    return every.flatMap((call) => [
      { call, takesEffect: false },
      { call, takesEffect: true },
    ]);
  }
  return Array.from({ length: SAMPLED_CALLS }, (_, index) => ({
    call: 1 + Math.floor((index * calls) / SAMPLED_CALLS),
    takesEffect: index % 2 === 1,
  }));
}

describe('a run on a real Elasticsearch that is cut off', () => {
  it('comes to the same once it is run again', async () => {
    const undisturbed = await analyzeWith('whole', undefined);
    expect(undisturbed.run).toMatchObject({ status: 'analyzed', tagged: 36 });
    const wished = [...essentials(undisturbed.contents).values()].map(hashless);
    for (const { call, takesEffect } of cutsOf(undisturbed.calls)) {
      const name = `${call}-${String(takesEffect)}`;
      const tried = await analyzeWith(name, { call, takesEffect });
      const { stopped, run, contents, journal } = tried;
      expect([name, tried.wasCut]).toEqual([name, true]);
      expect([name, stopped?.status]).not.toEqual([name, 'analyzed']);
      expect([name, run?.status, run?.tagged]).toEqual([name, 'analyzed', 36]);
      expect([name, [...essentials(contents).values()].map(hashless)]).toEqual([name, wished]);
      const listed = new Set(journaled(journal));
      const unlisted = tagged(contents, TAG).filter((key) => !listed.has(key));
      expect([name, unlisted]).toEqual([name, []]);
    }
  }, 600_000);
});

/** Hashes of settings differ with the names of the indices, which differ from try to try. */
function hashless(source: Record<string, unknown>): Record<string, unknown> {
  return { ...source, settings_hash: '' };
}
