import { randomUUID } from 'node:crypto';
import { errors, type Client } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings/parse_settings';
import { findDueDays } from '../../server/app/runs/due_days';
import type { Run } from '../../server/app/runs/run';
import { RunService } from '../../server/app/runs/run_service';
import { createAnalysisPorts } from '../../server/wiring/create_analysis_ports';
import { createCountingPorts } from '../../server/wiring/create_counting_ports';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import { createRunLedger } from '../../server/elastic/results/run_store';
import { burstLogs, burstMappings, burstSettings } from '../fixtures/burst_logs';
import { taggingRunner } from '../fixtures/tagging_runner';
import type * as WaitFor from '../../server/app/basics/wait_for';
import { testClient } from '../fixtures/test_cluster';

// Nobody waits here for trouble to pass: what a run does between its tries is all the same.
jest.mock('../../server/app/basics/wait_for', () => ({ waitFor: () => Promise.resolve() }));
jest.mock('../../server/elastic/asking/patiently', () => ({
  patiently: (send: () => Promise<unknown>) => send(),
}));
const actually = jest.requireActual<typeof WaitFor>('../../server/app/basics/wait_for');

const { client, logs, newScope, countTagged, untag, stop } = taggingRunner();
const { signal } = new AbortController();
const DAY = '2026-09-18';
const INDEX = 'passing-trouble';
const parsed = parseSettings(burstSettings('trouble', INDEX));
if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
const { settings } = parsed;

function answer(statusCode: number, type: string): Error {
  const body = { error: { type, reason: 'not now' }, status: statusCode };
  return new errors.ResponseError({ statusCode, body, warnings: null, meta: {} as never });
}

/** What a cluster in trouble answers to each kind of call. */
const ANSWERS = {
  search: answer(503, 'no_shard_available_action_exception'),
  bulk: answer(429, 'es_rejected_execution_exception'),
};

/** A client whose cluster does not answer some calls. @param isFailing gets the number of calls so far */
function failing(method: keyof typeof ANSWERS, isFailing: (calls: number) => boolean): Client {
  const ofTest = testClient();
  let calls = 0;
  const send = ofTest[method].bind(ofTest) as (...args: unknown[]) => Promise<unknown>;
  const failSome = (request: { index?: string }, ...rest: unknown[]) => {
    const isOfLogs = request.index === undefined || request.index === INDEX;
    if (isOfLogs) calls += 1;
    return isOfLogs && isFailing(calls) ? Promise.reject(ANSWERS[method]) : send(request, ...rest);
  };
  return Object.assign(ofTest, { [method]: failSome });
}

async function analyze(scope: string, ofRun: Client, isTagging = false): Promise<Run> {
  const now = () => new Date();
  const ports = createAnalysisPorts(ofRun, { scope, now, isTagging });
  const asked = { day: DAY, scope, settings, now: now(), attempt: randomUUID() };
  const request = { ...asked, started_by: null, origin: 'schedule' } as const;
  const service = new RunService(now, actually.waitFor);
  try {
    return await (
      await service.start(request, ports, signal)
    ).done;
  } finally {
    await ofRun.close();
  }
}

async function isDue(scope: string): Promise<boolean> {
  const now = new Date('2026-09-19T06:00:00Z');
  const request = { scope, zone: 'UTC', sources: settings.sources, now };
  const ports = { ledger: createRunLedger(client), counting: createCountingPorts(client, scope) };
  return (await findDueDays(request, ports, signal)).includes(DAY);
}

jest.setTimeout(120_000);
beforeAll(async () => {
  await ensureIndices(client, signal);
  await logs.add(INDEX, burstLogs(DAY, 14, { hour: 10, events: 22 }), burstMappings);
});
afterAll(stop);

describe('searches that fail for a while', () => {
  it('are sent again at the end of the run, with the same verdict as without trouble', async () => {
    const without = await analyze(newScope(), testClient());
    // The survey is the first; then each day is counted, the tested one first.
    const scope = newScope();
    const run = await analyze(
      scope,
      failing('search', (calls) => calls >= 4 && calls < 9),
    );
    expect(run).toMatchObject({ status: 'analyzed', findings: 1 });
    expect(run.source_results[0]?.training_days).toBe(14);
    expect(run.left_out).toEqual(without.left_out);
    expect(await isDue(scope)).toBe(false);
  });

  it('leave the day due if they keep failing, until a run knows all', async () => {
    const scope = newScope();
    const run = await analyze(
      scope,
      failing('search', (calls) => calls >= 4),
    );
    expect(run).toMatchObject({ status: 'partial', source_results: [{ is_troubled: true }] });
    expect(await isDue(scope)).toBe(true);
    expect(await analyze(scope, testClient())).toMatchObject({ status: 'analyzed', findings: 1 });
    expect(await isDue(scope)).toBe(false);
  });
});

describe('a mapping that cannot be read for now', () => {
  it.each([
    ['a busy cluster', answer(429, 'circuit_breaking_exception')],
    ['a cluster without a master', answer(503, 'master_not_discovered_exception')],
  ])('leaves the day due at %s, and nothing is tagged blindly', async (_, error) => {
    const scope = newScope();
    const ofRun = testClient();
    const get = ofRun.indices.get.bind(ofRun.indices) as (...args: unknown[]) => Promise<unknown>;
    const failOfLogs = (request: { index?: string }, ...rest: unknown[]) =>
      request.index === INDEX ? Promise.reject(error) : get(request, ...rest);
    Object.assign(ofRun.indices, { get: failOfLogs });
    const run = await analyze(scope, ofRun, true);
    expect(run).toMatchObject({ status: 'partial', tagged: 0, error: null });
    expect(run.left_out).toContain(
      `${INDEX}: 22 documents not tagged, because its mapping could not be read for now (not now): try again to continue`,
    );
    expect(await isDue(scope)).toBe(true);
    const again = await analyze(scope, testClient(), true);
    expect(again).toMatchObject({ status: 'analyzed', tagged: 22 });
    expect(await isDue(scope)).toBe(false);
    await untag(scope, DAY);
  });
});

describe('tags that a busy cluster refuses', () => {
  it('leave the day due, until a run has placed them', async () => {
    const scope = newScope();
    const busy = failing('bulk', () => true);
    expect(await analyze(scope, busy, true)).toMatchObject({ status: 'partial', tagged: 0 });
    expect(await isDue(scope)).toBe(true);
    const run = await analyze(scope, testClient(), true);
    expect(run).toMatchObject({ status: 'analyzed', tagged: 22 });
    expect(await countTagged(INDEX, 'trouble_outlier')).toBe(22);
    expect(await isDue(scope)).toBe(false);
  });
});
