import type { DiagnosticResult } from '@elastic/elasticsearch';
import type { Run } from '../../server/app/runs/run';
import { startedRun } from '../../server/app/runs/started_run';
import { untagAndNote } from '../../server/app/runs/untag_and_note';
import { createTaggingPorts } from '../../server/wiring/create_tagging_ports';
import { ensureIndices, ensureTemplates } from '../../server/elastic/results/ensure_indices';
import {
  fetchFindings,
  findingId,
  saveFindings,
} from '../../server/elastic/results/findings_store';
import { FINDINGS_INDEX } from '../../server/elastic/results/findings_mapping';
import { logwaveIndices } from '../../server/elastic/results/index_templates';
import { fetchExistingIndices } from '../../server/elastic/results/read_own_indices';
import {
  createRunLedger,
  fetchLatestRun,
  fetchRun,
  fetchRuns,
  writeRun,
} from '../../server/elastic/results/run_store';
import { parseSettings } from '../../common/settings/parse_settings';
import { findingWith } from '../fixtures/tagging_finding';
import { testClient } from '../fixtures/test_cluster';

const client = testClient();
const { signal } = new AbortController();
const clock = (): Date => new Date();
let scopes = 0;
const newScope = (): string => {
  scopes += 1;
  return `store-it-${process.pid}-${Date.now()}-${scopes}`;
};

jest.setTimeout(120_000);
beforeAll(() => ensureIndices(client, signal));
afterAll(() => client.close());

function runWith(scope: string, day: string, parts: Partial<Run> = {}, zone = 'UTC'): Run {
  const parsed = parseSettings({ zone, sources: [{ id: 'syslog', name: '__proto__' }] });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const { settings } = parsed;
  const started = startedRun({
    day,
    scope,
    settings,
    now: new Date(`${day}T23:00:00Z`),
    attempt: 'a',
    started_by: null,
    origin: 'command',
  });
  return { ...started, ...parts };
}

/** A run that could assess these sources. */
function assessed(scope: string, day: string, sources: readonly string[] = ['syslog']): Run {
  const numbers = { series: 1, not_judged: 0, below_floor: 0, documents: 20, searches: 1 };
  const result = { state: 'judged', ...numbers, without_subtype: 0, training_days: 31 } as const;
  return runWith(scope, day, { source_results: sources.map((source) => ({ source, ...result })) });
}

const events = new Map([[10, 20]]);

describe('the index templates', () => {
  it('are put once; after that nothing is done', async () => {
    expect(await ensureTemplates(client, signal)).toEqual([]);
    const { index_templates: templates } = await client.indices.getIndexTemplate({
      name: 'logwave-*',
    });
    const names = templates.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(logwaveIndices.map(({ name }) => name)));
    expect(templates.every(({ index_template: { version } }) => (version ?? 0) > 0)).toBe(true);
  });

  it('map what is written first', async () => {
    const scope = newScope();
    await writeRun(client, runWith(scope, '2026-10-01'), null, signal);
    expect(await fetchExistingIndices(client, signal)).toContain('logwave-runs');
    const { 'logwave-runs': runs } = await client.indices.getMapping({ index: 'logwave-runs' });
    expect(runs?.mappings.dynamic).toBe('false');
    expect(runs?.mappings.properties?.['settings']).toEqual({ type: 'object', enabled: false });
  });
});

describe('the ledger', () => {
  it('gives a run back as it was written, and its version', async () => {
    const run = runWith(newScope(), '2026-10-02', { left_out: ['<b>', '__proto__'] });
    const version = await writeRun(client, run, null, signal);
    expect(await fetchRun(client, run.run_id, signal)).toEqual({ run, version });
    expect(await fetchRun(client, `${run.run_id}x`, signal)).toBeUndefined();
  });

  it('lets no writer overwrite what it has not read', async () => {
    const run = runWith(newScope(), '2026-10-03');
    const ledger = createRunLedger(client);
    const first = await ledger.write(run, null, signal);
    expect(await ledger.write({ ...run, attempt: 'b' }, null, signal)).toBeUndefined();
    const done: Run = { ...run, status: 'analyzed' };
    const second = await ledger.write(done, first ?? '', signal);
    expect(second).not.toBe(first);
    expect(await ledger.write({ ...run, status: 'failed' }, first ?? '', signal)).toBeUndefined();
    expect((await ledger.read(run.run_id, signal))?.run).toEqual(done);
  });

  it('knows a write that was sent twice by what it wrote', async () => {
    const run = runWith(newScope(), '2026-10-04');
    const version = await writeRun(client, run, null, signal);
    expect(await writeRun(client, run, null, signal)).toBe(version);
  });

  it('lists the runs of some days, of its scope only, as soon as they are over', async () => {
    const scope = newScope();
    const over: Partial<Run> = { status: 'analyzed' };
    const days = ['2026-10-07', '2026-10-05', '2026-10-06', '2026-10-08'];
    for (const day of days) await writeRun(client, runWith(scope, day, over), null, signal);
    await writeRun(client, runWith(newScope(), '2026-10-06', over), null, signal);
    const range = { scope, from: '2026-10-05', to: '2026-10-07' };
    const listed = await fetchRuns(client, range, signal);
    expect(listed.map(({ day }) => day)).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
    const later = runWith(scope, '2026-10-06', over, 'Asia/Kolkata');
    const began = { ...later, '@timestamp': '2026-10-07T05:00:00.000Z' };
    await writeRun(client, began, null, signal);
    expect((await fetchLatestRun(client, scope, '2026-10-06', null, signal))?.zone).toBe(
      'Asia/Kolkata',
    );
    expect(await fetchLatestRun(client, scope, '2026-10-09', null, signal)).toBeUndefined();
  });

  it('lists a run that began again as going on, before searches find it so', async () => {
    const scope = newScope();
    const run = runWith(scope, '2026-10-09', { status: 'analyzed' });
    const version = (await writeRun(client, run, null, signal)) ?? null;
    await writeRun(client, { ...run, status: 'running' }, version, signal);
    const range = { scope, from: run.day, to: run.day };
    expect((await fetchRuns(client, range, signal)).map(({ status }) => status)).toEqual([
      'running',
    ]);
  });

  it('has no tagged documents any more where a day was untagged', async () => {
    const scope = newScope();
    const run = runWith(scope, '2026-10-10', { status: 'analyzed', tagged: 5 });
    await writeRun(client, run, null, signal);
    const ports = { ...createTaggingPorts(client), ledger: createRunLedger(client) };
    await untagAndNote({ scope, day: '2026-10-10' }, ports, signal);
    expect((await fetchRun(client, run.run_id, signal))?.run).toEqual({ ...run, tagged: null });
    await untagAndNote({ scope, run_id: run.run_id }, ports, signal);
    await untagAndNote({ scope, run_id: 'no such run' }, ports, signal);
  });

  it('continues to count what an index has refused to return, for a day and for a whole scope', async () => {
    const scope = newScope();
    const day = '2026-10-16';
    const index = `store-it-refusing-${process.pid}`;
    const run = runWith(scope, day, { status: 'analyzed', tagged: 2 });
    await writeRun(client, run, null, signal);
    const ids = ['a', 'b'];
    const operations = ids.flatMap((_id) => [{ index: { _id } }, { tags: ['x_outlier'] }]);
    await client.bulk({ index, operations, refresh: true });
    const ports = { ...createTaggingPorts(client), ledger: createRunLedger(client) };
    const hits = [{ index, subtype: '5', hour: 10, was: 'absent' as const, ids }];
    await ports.journal.add(
      {
        ...{ id: `${run.run_id}:c:1`, '@timestamp': run['@timestamp'], scope, day },
        ...{ run_id: run.run_id, source: 'x', tag: 'x_outlier', attempt: 'a', batch: 1 },
        ...{ series: [{ subtype: '5', hours: [10] }], documents: ids.length, hits },
      },
      signal,
    );
    const block = (write: boolean) =>
      client.indices.putSettings({ index, settings: { 'index.blocks.write': write } });
    const tagged = async () => (await fetchRun(client, run.run_id, signal))?.run.tagged;
    await block(true);
    for (const selection of [{ scope, day }, { scope, run_id: run.run_id }, { scope }]) {
      const { refused } = await untagAndNote(selection, ports, signal);
      expect(refused).toEqual([{ index, documents: 2, reason: 'the index is read-only' }]);
      expect(await tagged()).toBe(2);
    }
    await block(false);
    expect(await untagAndNote({ scope }, ports, signal)).toMatchObject({ removed: 2, refused: [] });
    expect(await tagged()).toBeNull();
    await client.indices.delete({ index });
  });
});

describe('the findings of a run', () => {
  it('come back as they were written, whatever the subtypes', async () => {
    const scope = newScope();
    const run = assessed(scope, '2026-10-11');
    const subtypes = ['5', '__proto__', '<script>alert(1)</script>', '', null];
    const findings = subtypes.map((subtype) =>
      findingWith({ subtype, scope, day: '2026-10-11', events }),
    );
    const before = new Date().toISOString();
    await saveFindings(client, run, findings, clock, signal);
    const kept = await fetchFindings(client, run.run_id, signal);
    const usual = { low: 9, high: 14 };
    const found_at = kept[0]?.found_at ?? '';
    // Nothing is known of who or what it was.
    const stored = findings.map((finding) => {
      const { sentence: explained } = finding;
      return { ...finding, found_at, usual, explained };
    });
    expect(new Set(kept)).toEqual(new Set(stored));
    // Not when the run began: a rule that looks at the last minutes would not see them.
    expect(found_at >= before).toBe(true);
    expect(findings.every((finding) => findingId(finding).startsWith(`${scope}:`))).toBe(true);
    expect(new Set(findings.map(findingId)).size).toBe(subtypes.length);
  });

  it('are replaced by those of the next attempt; each says when it was first found', async () => {
    const scope = newScope();
    const day = '2026-10-12';
    const first = assessed(scope, day);
    const found = (subtype: string) => findingWith({ subtype, scope, day, events });
    await saveFindings(client, first, [found('a'), found('b')], clock, signal);
    const [then] = await fetchFindings(client, first.run_id, signal);
    const between = new Date().toISOString();
    await saveFindings(client, first, [found('b'), found('c')], clock, signal);
    const kept = await fetchFindings(client, first.run_id, signal);
    const at = new Map(kept.map(({ subtype, found_at }) => [subtype, found_at]));
    expect([...at.keys()].sort()).toEqual(['b', 'c']);
    expect(at.get('b')).toBe(then?.found_at);
    expect((at.get('c') ?? '') >= between).toBe(true);
    await saveFindings(client, first, [], clock, signal);
    expect(await fetchFindings(client, first.run_id, signal)).toEqual([]);
  });

  it('stay where a run was not asked about their source, or could not assess it', async () => {
    const scope = newScope();
    const day = '2026-10-13';
    const of = (source: string) => findingWith({ source, scope, day, events });
    await saveFindings(client, assessed(scope, day, ['syslog']), [of('syslog')], clock, signal);
    await saveFindings(client, assessed(scope, day, ['postfix']), [of('postfix')], clock, signal);
    await saveFindings(client, assessed(scope, day, []), [], clock, signal);
    const { run_id } = runWith(scope, day);
    const kept = await fetchFindings(client, run_id, signal);
    expect(kept.map(({ source }) => source).sort()).toEqual(['postfix', 'syslog']);
  });

  it('get their time when searches see all of them, also where storing was cut off before', async () => {
    const scope = newScope();
    const day = '2026-10-16';
    const run = assessed(scope, day);
    const findings = Array.from({ length: 700 }, (_, place) =>
      findingWith({ subtype: `s${place}`, scope, day, events }),
    );
    const cut = new AbortController();
    const isStamp = (body: unknown): boolean => String(body).includes('"update"');
    const watch = (_error: unknown, result: DiagnosticResult | null): void => {
      if (isStamp(result?.meta.request.params.body)) cut.abort();
    };
    const cutting = testClient();
    cutting.diagnostic.on('request', watch);
    await expect(saveFindings(cutting, run, findings, clock, cut.signal)).rejects.toThrow('abort');
    await cutting.close();
    await saveFindings(client, run, findings, clock, signal);
    const times = (await fetchFindings(client, run.run_id, signal)).map((one) => one.found_at);
    expect([times.length, times.includes(undefined as never)]).toEqual([700, false]);
  });

  it('may be many', async () => {
    const scope = newScope();
    const day = '2026-10-14';
    const run = assessed(scope, day);
    const findings = Array.from({ length: 1_200 }, (_, place) =>
      findingWith({ subtype: `s${place}`, scope, day, events }),
    );
    await saveFindings(client, run, findings, clock, signal);
    expect(await fetchFindings(client, run.run_id, signal)).toHaveLength(1_200);
    await saveFindings(client, run, findings.slice(0, 3), clock, signal);
    expect(await fetchFindings(client, run.run_id, signal)).toHaveLength(3);
  });

  it('can be searched for as docs/findings.md says', async () => {
    const scope = newScope();
    const day = '2026-10-15';
    const finding = findingWith({ scope, day, events });
    await saveFindings(client, assessed(scope, day), [finding], clock, signal);
    const { count } = await client.count({
      index: FINDINGS_INDEX,
      q: `scope:"${scope}" AND verdict:more AND ratio:>=3 AND usual.high:14 AND hours:10 AND sentence:made AND found_at:[2026-10-15 TO *] AND basis:"4 Fridays"`,
    });
    expect(count).toBe(1);
  });
});
