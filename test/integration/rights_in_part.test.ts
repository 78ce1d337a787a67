import { DEFAULT_SCOPE } from '../../server/app/basics';
import { createReader } from '../../server/wiring/create_reader';
import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings/parse_settings';
import { findDueDays } from '../../server/app/runs/due_days';
import type { Run } from '../../server/app/runs/run';
import { RunService } from '../../server/app/runs/run_service';
import { waitFor } from '../../server/app/basics/wait_for';
import { createAnalysisPorts } from '../../server/wiring/create_analysis_ports';
import { createCountingPorts } from '../../server/wiring/create_counting_ports';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import { createRunLedger, fetchRuns } from '../../server/elastic/results/run_store';
import { assembleRows } from '../../server/answers/assemble_rows';
import type { Caller } from '../../server/wiring/caller';
import { drawLedger } from '../../server/answers/draw_ledger';
import { readDay } from '../../server/answers/read_day';
import { burstLogs, burstMappings, burstSettings } from '../fixtures/burst_logs';
import { taggingRunner } from '../fixtures/tagging_runner';
import { testClient } from '../fixtures/test_cluster';

const { client, logs, countTagged, stop } = taggingRunner();
const { signal } = new AbortController();
/** No other suite has it. */
const DAY = '2026-09-18';
const NOW = new Date('2026-09-19T06:00:00Z');
const INDICES = ['rights-in-part-seen', 'rights-in-part-hidden'] as const;
const MISSING = 'the privilege "read" is missing on "rights-in-part-*"';

const parsed = parseSettings(burstSettings('rights', 'rights-in-part-*'));
if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
const { settings } = parsed;

const PATTERN = 'rights-in-part-*';

/** What may not be read is as if it were not there. */
function seen(asked: { readonly index?: string; readonly path?: string }): object {
  const { index, path } = asked;
  return {
    ...asked,
    ...(index === PATTERN ? { index: INDICES[0] } : {}),
    ...(path && { path: path.replace(encodeURIComponent(PATTERN), INDICES[0]) }),
  };
}

/** The cluster as a user sees it who may read one of the two indices. */
function clientOfEve(): Client {
  const eve = testClient();
  type Called = (...asked: readonly unknown[]) => Promise<unknown>;
  const request = eve.transport.request.bind(eve.transport) as Called;
  const requestOfEve: Called = (asked, ...rest) =>
    (asked as { path: string }).path.endsWith('_has_privileges')
      ? Promise.resolve({ index: { [PATTERN]: { read: false } } })
      : request(seen(asked as object), ...rest);
  return new Proxy(eve, {
    get: (target, name): unknown => {
      if (name === 'transport') return { request: requestOfEve };
      const called: unknown = Reflect.get(target, name);
      if (typeof called !== 'function') return called;
      return (asked: object = {}, ...rest: unknown[]) =>
        (called as Called).call(target, seen(asked), ...rest);
    },
  });
}

const eve = clientOfEve();
const callerOf = (name: string): Caller => ({
  name,
  client: name === 'eve' ? eve : client,
  can: () => Promise.resolve(true),
  request: undefined,
});

async function analyze(name: string, isTagging = false): Promise<Run> {
  const service = new RunService(() => new Date(), waitFor);
  const { client: ofUser } = callerOf(name);
  const now = (): Date => new Date();
  const options = { scope: DEFAULT_SCOPE, now, isTagging };
  const ports = createAnalysisPorts(ofUser, options);
  const asked = { day: DAY, scope: DEFAULT_SCOPE, settings, now: now(), attempt: randomUUID() };
  const request = { ...asked, started_by: name, origin: 'user' } as const;
  return (await service.start(request, ports, signal)).done;
}

async function findingsFor(name: string) {
  const view = await readDay(createReader(callerOf(name)), settings, DAY, signal);
  const { rows } = await assembleRows(createReader(callerOf(name)), view, signal);
  return rows.flatMap(({ finding, flagged_days: days }) => (finding === null ? [] : [{ days }]));
}

const isDue = async (): Promise<boolean> => {
  const request = { scope: DEFAULT_SCOPE, zone: 'UTC', sources: settings.sources, now: NOW };
  const ports = {
    ledger: createRunLedger(client),
    counting: createCountingPorts(client, DEFAULT_SCOPE),
  };
  return (await findDueDays(request, ports, signal)).includes(DAY);
};

jest.setTimeout(120_000);
beforeAll(async () => {
  await ensureIndices(client, signal);
  const [seen, hidden] = INDICES;
  await logs.add(seen, burstLogs(DAY, 14, { hour: 10, events: 2 }), burstMappings);
  await logs.add(hidden, burstLogs(DAY, 14, { hour: 10, events: 22 }), burstMappings);
});
afterAll(async () => {
  await eve.close();
  await stop();
});

describe('a user who may not read all of a source', () => {
  it('has an own run, which leaves the day as due as it was', async () => {
    const run = await analyze('eve', true);
    expect(run).toMatchObject({
      run_id: `default:${DAY}:UTC:eve`,
      seen_by: 'eve',
      status: 'partial',
      documents: 48,
      tagged: null,
    });
    expect(run.left_out.join()).toContain(MISSING);
    expect(await isDue()).toBe(true);
    await expect(findingsFor('adam')).rejects.toThrow('was not analyzed yet');
  });

  it('replaces nothing for everybody, neither findings nor tags', async () => {
    const whole = await analyze('adam', true);
    expect(whole).toMatchObject({ run_id: `default:${DAY}:UTC`, status: 'analyzed', tagged: 24 });
    expect(await analyze('eve', true)).toMatchObject({ findings: 0, tagged: null });
    expect(await findingsFor('adam')).toEqual([{ days: [DAY] }]);
    expect(await countTagged(INDICES[1], 'rights_outlier')).toBe(22);
    expect(await isDue()).toBe(false);
  });

  it('sees the own result while it is newer than the shared one', async () => {
    expect(await findingsFor('eve')).toEqual([]);
    const range = { from: DAY, to: DAY };
    const seenBy = async (name: string) => {
      const ledger = await drawLedger(createReader(callerOf(name)), NOW, settings, range, signal);
      return ledger.views.map(({ run }) => run.seen_by);
    };
    expect([await seenBy('eve'), await seenBy('adam')]).toEqual([['eve'], [null]]);
    await analyze('adam');
    expect(await findingsFor('eve')).toEqual([{ days: [DAY] }]);
  });

  it('sees no run that is the own one of another user', async () => {
    const runs = await fetchRuns(client, { scope: DEFAULT_SCOPE, from: DAY, to: DAY }, signal);
    expect(runs.map(({ seen_by }) => seen_by)).toEqual([null, 'eve']);
    const ledger = await drawLedger(
      createReader(callerOf('adam')),
      NOW,
      settings,
      { from: DAY, to: DAY },
      signal,
    );
    expect(ledger.runs).toHaveLength(1);
  });
});
