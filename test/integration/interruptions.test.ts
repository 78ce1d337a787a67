import { createTaggingPorts } from '../../server/wiring/create_tagging_ports';
import { untag } from '../../server/app/tagging/untag';
import { answer, MemoryCluster } from '../../standalone/memory';
import { BROKEN, fakeElasticsearch } from '../fixtures/counts_fake_elasticsearch';
import { essentials, journaled, tagged, type Contents } from '../faults/outcome';
import { attempt, LATER_MS, makeLogs } from '../faults/scenario';

const PREFIX = 'logs-';
const SCOPE = 'faults';
const TAG = 'syslog_outlier';
const { signal } = new AbortController();

interface Cut {
  /** Which call it is, from 1. */
  readonly call: number;
  /** Whether the call takes effect all the same. */
  readonly takesEffect: boolean;
}

function contentsOf(elasticsearch: MemoryCluster): Contents {
  return new Map(
    [...elasticsearch.indices].flatMap(([index, { documents }]) =>
      [...documents].map(([id, { source }]) => [`${index}/${id}`, source] as const),
    ),
  );
}

function withLogs(): MemoryCluster {
  const elasticsearch = new MemoryCluster();
  for (const { index, id, source } of makeLogs(PREFIX))
    elasticsearch.indexToWrite(index).put(id, source);
  return elasticsearch;
}

/** Analyzes the day, cut off as told, then once more; gives what is there then, and the calls made. */
async function analyzeWith(cut: Cut | undefined) {
  const elasticsearch = withLogs();
  let calls = 0;
  let dies = cut;
  let isDead = false;
  const server = await fakeElasticsearch((request) => {
    if (isDead) return BROKEN;
    calls += 1;
    if (calls !== dies?.call) return answer(elasticsearch, request);
    if (dies.takesEffect) answer(elasticsearch, request);
    isDead = true;
    first.kill();
    return BROKEN;
  });
  const first = attempt(server.client, PREFIX, SCOPE);
  const stopped = await first.done;
  const made = calls;
  [dies, isDead] = [undefined, false];
  const run =
    cut === undefined ? stopped : await attempt(server.client, PREFIX, SCOPE, LATER_MS).done;
  const contents = contentsOf(elasticsearch);
  await untag(
    { scope: SCOPE, run_id: `${SCOPE}:2026-11-20:UTC` },
    createTaggingPorts(server.client),
    signal,
  );
  const untagged = contentsOf(elasticsearch);
  await server.close();
  return { stopped, run, contents, untagged, calls: made };
}

/** The documents as they were, except for empty lists where there were no tags. */
function logsOf(contents: Contents): Map<string, unknown> {
  const logs = [...contents].filter(([key]) => key.startsWith(PREFIX));
  return new Map(
    logs.map(([key, { tags, ...source }]) => {
      const isEmpty = Array.isArray(tags) && tags.length === 0;
      return [key, isEmpty || tags === undefined ? source : { ...source, tags }];
    }),
  );
}

describe('a run that is cut off', () => {
  let undisturbed: Awaited<ReturnType<typeof analyzeWith>>;
  beforeAll(async () => {
    undisturbed = await analyzeWith(undefined);
  });

  it('finds and tags something when it is not', () => {
    const { run, contents, calls } = undisturbed;
    expect(run).toMatchObject({ status: 'analyzed', series: 3, series_unusual: 3, tagged: 36 });
    expect(tagged(contents, TAG)).toHaveLength(36);
    expect(calls).toBeGreaterThan(25);
    expect(logsOf(undisturbed.untagged)).toEqual(logsOf(contentsOf(withLogs())));
  });

  it.each([
    ['before it took effect', false],
    ['after it took effect', true],
  ])(
    'comes to the same once it is run again, whichever call broke off %s',
    async (_, takesEffect) => {
      const wished = essentials(undisturbed.contents);
      for (let call = 1; call <= undisturbed.calls; call += 1) {
        const { stopped, run, contents, untagged } = await analyzeWith({ call, takesEffect });
        expect([call, stopped?.status]).not.toEqual([call, 'analyzed']);
        expect([call, run?.status, run?.tagged]).toEqual([call, 'analyzed', 36]);
        expect([call, essentials(contents)]).toEqual([call, wished]);
        const listed = new Set(journaled(contents));
        expect([call, tagged(contents, TAG).filter((key) => !listed.has(key))]).toEqual([call, []]);
        expect([call, logsOf(untagged)]).toEqual([call, logsOf(undisturbed.untagged)]);
      }
    },
    120_000,
  );
});
