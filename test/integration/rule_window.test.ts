import { randomUUID } from 'node:crypto';
import { errors, type Client } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings/parse_settings';
import { RunService } from '../../server/app/runs/run_service';
import { startedRun } from '../../server/app/runs/started_run';
import { waitFor } from '../../server/app/basics/wait_for';
import { createAnalysisPorts } from '../../server/wiring/create_analysis_ports';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import { FINDINGS_INDEX } from '../../server/elastic/results/findings_mapping';
import { fetchFindings, saveFindings } from '../../server/elastic/results/findings_store';
import { burstLogs, burstMappings, burstSettings } from '../fixtures/burst_logs';
import { findingWith } from '../fixtures/tagging_finding';
import { taggingRunner } from '../fixtures/tagging_runner';
import { testClient } from '../fixtures/test_cluster';

// Nobody waits here: what a pause takes, the clock of the test says.
jest.mock('../../server/elastic/asking/backoff', () => ({
  ...jest.requireActual<object>('../../server/elastic/asking/backoff'),
  pauseBeforeRetry: () => Promise.resolve(),
}));

const { client, logs, newScope, stop } = taggingRunner();
const { signal } = new AbortController();
const DAY = '2026-09-18';
const INDEX = 'rule-window';
const WINDOW_MS = 20_000;
const parsed = parseSettings(burstSettings('window', INDEX));
if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
const { settings } = parsed;

jest.setTimeout(120_000);
beforeAll(() => ensureIndices(client, signal));
afterAll(stop);

/** A clock that only the test moves, and a rule that looks at the last 20 seconds by it. */
function ruleOn(scope: string) {
  let time = Date.parse('2026-09-19T06:00:00Z');
  const seen = new Set<string>();
  const look = async (): Promise<void> => {
    const [from, to] = [time - WINDOW_MS, time].map((at) => new Date(at).toISOString());
    const window = { range: { found_at: { gte: from ?? '', lte: to ?? '' } } };
    const filter = [{ term: { scope } }, window];
    const found = await client.search({
      index: FINDINGS_INDEX,
      query: { bool: { filter } },
      size: 10_000,
      _source: false,
    });
    for (const { _id: id } of found.hits.hits) if (id !== undefined) seen.add(id);
  };
  return {
    now: (): Date => new Date(time),
    seen,
    /** Time passes. */
    pass: (seconds: number): void => void (time += seconds * 1_000),
    look,
  };
}
type Rule = ReturnType<typeof ruleOn>;

const BUSY = new errors.ResponseError({
  statusCode: 429,
  body: { error: { type: 'es_rejected_execution_exception', reason: 'full' }, status: 429 },
  warnings: null,
  meta: {} as never,
});

/** Requests of a kind take so long; the rule looks after each of them. */
function slowClient(
  method: 'search' | 'bulk',
  seconds: number,
  rule: Rule,
  isRefused: (request: string) => boolean = () => false,
): Client {
  const slow = testClient();
  const send = slow[method].bind(slow) as (...args: unknown[]) => Promise<unknown>;
  const sendSlowly = async (request: object, ...rest: unknown[]): Promise<unknown> => {
    rule.pass(seconds);
    if (isRefused(JSON.stringify(request))) throw BUSY;
    const answer = await send(request, ...rest);
    await rule.look();
    return answer;
  };
  return Object.assign(slow, { [method]: sendSlowly });
}

function runOf(scope: string) {
  const asked = { day: DAY, scope, settings, now: new Date(), attempt: 'a' };
  const numbers = { series: 1, not_judged: 0, below_floor: 0, documents: 20, searches: 1 };
  const assessed = { state: 'judged', ...numbers, without_subtype: 0, training_days: 31 } as const;
  const started = startedRun({ ...asked, started_by: null, origin: 'command' });
  return { ...started, source_results: [{ source: 'syslog', ...assessed }] };
}

function manyFindings(scope: string, length: number) {
  const events = new Map([[10, 20]]);
  return Array.from({ length }, (_, place) =>
    findingWith({ subtype: `s${place}`, scope, day: DAY, events }),
  );
}

describe('a rule that looks at the last 20 seconds', () => {
  it('sees every finding of a run that takes longer than that', async () => {
    const series = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const usual = burstLogs(DAY, 14, { hour: 10, events: 22 });
    const documents = series.flatMap((k) => usual.map((document) => ({ ...document, k })));
    await logs.add(INDEX, documents, burstMappings);
    const scope = newScope();
    const rule = ruleOn(scope);
    const began = rule.now().getTime();
    const slow = slowClient('search', 5, rule);
    const ports = createAnalysisPorts(slow, { scope, now: rule.now, isTagging: false });
    const asked = { day: DAY, scope, settings, now: rule.now(), attempt: randomUUID() };
    const request = { ...asked, started_by: null, origin: 'schedule' } as const;
    const service = new RunService(rule.now, waitFor);
    const run = await (await service.start(request, ports, signal)).done;
    await slow.close();
    await rule.look();
    expect(run).toMatchObject({ status: 'analyzed', findings: series.length });
    expect(rule.now().getTime() - began).toBeGreaterThan(WINDOW_MS);
    expect(rule.seen.size).toBe(series.length);
  });

  it('sees every finding if there are many and each request takes 15 seconds', async () => {
    const scope = newScope();
    const rule = ruleOn(scope);
    const slow = slowClient('bulk', 15, rule);
    await saveFindings(slow, runOf(scope), manyFindings(scope, 1_200), rule.now, signal);
    await slow.close();
    expect(rule.seen.size).toBe(1_200);
    const found = await fetchFindings(client, runOf(scope).run_id, signal);
    expect(new Set(found.map(({ found_at }) => found_at)).size).toBe(1);
  });

  it('sees every finding if they are more than one refresh shows', async () => {
    const scope = newScope();
    const rule = ruleOn(scope);
    const slow = slowClient('bulk', 15, rule);
    await saveFindings(slow, runOf(scope), manyFindings(scope, 2_100), rule.now, signal);
    await slow.close();
    expect(rule.seen.size).toBe(2_100);
  });

  it('sees every finding where a busy cluster has refused them at first', async () => {
    const scope = newScope();
    const rule = ruleOn(scope);
    let refusals = 0;
    const slow = slowClient('bulk', 15, rule, (request) => {
      if (!request.includes('"update"') || refusals === 3) return false;
      refusals += 1;
      return true;
    });
    await saveFindings(slow, runOf(scope), manyFindings(scope, 7), rule.now, signal);
    await slow.close();
    expect([refusals, rule.seen.size]).toEqual([3, 7]);
  });
});
