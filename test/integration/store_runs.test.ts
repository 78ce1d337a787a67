import type { Run } from '../../server/app/run';
import { startedRun } from '../../server/app/started_run';
import { untagAndNote } from '../../server/app/untag_and_note';
import { createTaggingPorts } from '../../server/elastic/create_tagging_ports';
import { ensureIndices, ensureTemplates } from '../../server/elastic/ensure_indices';
import { fetchFindings, findingId, saveFindings } from '../../server/elastic/findings_store';
import { FINDINGS_INDEX } from '../../server/elastic/findings_mapping';
import { logwaveIndices } from '../../server/elastic/index_templates';
import { fetchExistingIndices } from '../../server/elastic/read_own_indices';
import {
  createRunLedger,
  fetchLatestRun,
  fetchRun,
  fetchRuns,
  writeRun,
} from '../../server/elastic/run_store';
import { parseSettings } from '../../common/settings/parse_settings';
import { findingWith } from '../fixtures/tagging_finding';
import { testClient } from '../fixtures/test_cluster';

const client = testClient();
const { signal } = new AbortController();
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

  it('lets nobody overwrite what they have not read', async () => {
    const run = runWith(newScope(), '2026-10-03');
    const ledger = createRunLedger(client);
    const first = await ledger.write(run, null, signal);
    expect(await ledger.write({ ...run, attempt: 'b' }, null, signal)).toBeUndefined();
    const done: Run = { ...run, status: 'analysed' };
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
    const over: Partial<Run> = { status: 'analysed' };
    const days = ['2026-10-07', '2026-10-05', '2026-10-06', '2026-10-08'];
    for (const day of days) await writeRun(client, runWith(scope, day, over), null, signal);
    await writeRun(client, runWith(newScope(), '2026-10-06', over), null, signal);
    const range = { scope, from: '2026-10-05', to: '2026-10-07' };
    const listed = await fetchRuns(client, range, signal);
    expect(listed.map(({ day }) => day)).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
    const later = runWith(scope, '2026-10-06', over, 'Asia/Kolkata');
    const began = { ...later, '@timestamp': '2026-10-07T05:00:00.000Z' };
    await writeRun(client, began, null, signal);
    expect((await fetchLatestRun(client, scope, '2026-10-06', signal))?.zone).toBe('Asia/Kolkata');
    expect(await fetchLatestRun(client, scope, '2026-10-09', signal)).toBeUndefined();
  });

  it('has no tagged documents any more where a day was untagged', async () => {
    const scope = newScope();
    const run = runWith(scope, '2026-10-10', { status: 'analysed', tagged: 5 });
    await writeRun(client, run, null, signal);
    const ports = { ...createTaggingPorts(client), ledger: createRunLedger(client) };
    await untagAndNote({ scope, day: '2026-10-10' }, ports, signal);
    expect((await fetchRun(client, run.run_id, signal))?.run).toEqual({ ...run, tagged: null });
    await untagAndNote({ scope, run_id: run.run_id }, ports, signal);
    await untagAndNote({ scope, run_id: 'no such run' }, ports, signal);
  });

  it('goes on to count what an index has refused to give back, for a day and for a whole scope', async () => {
    const scope = newScope();
    const day = '2026-10-16';
    const index = `store-it-refusing-${process.pid}`;
    const run = runWith(scope, day, { status: 'analysed', tagged: 2 });
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
    const run = runWith(scope, '2026-10-11');
    const subtypes = ['5', '__proto__', '<script>alert(1)</script>', '', null];
    const findings = subtypes.map((subtype) =>
      findingWith({ subtype, scope, day: '2026-10-11', events }),
    );
    await saveFindings(client, run, findings, signal);
    const kept = await fetchFindings(client, run.run_id, signal);
    const usual = { low: 9, high: 14 };
    const stored = findings.map((finding) => ({ ...finding, found_at: run['@timestamp'], usual }));
    expect(new Set(kept)).toEqual(new Set(stored));
    expect(findings.every((finding) => findingId(finding).startsWith(`${scope}:`))).toBe(true);
    expect(new Set(findings.map(findingId)).size).toBe(subtypes.length);
  });

  it('are replaced by those of the next attempt; each says when it was first found', async () => {
    const scope = newScope();
    const day = '2026-10-12';
    const first = runWith(scope, day);
    const found = (subtype: string) => findingWith({ subtype, scope, day, events });
    await saveFindings(client, first, [found('a'), found('b')], signal);
    const second = { ...first, '@timestamp': '2026-10-13T07:00:00.000Z' };
    await saveFindings(client, second, [found('b'), found('c')], signal);
    const kept = await fetchFindings(client, first.run_id, signal);
    expect(new Map(kept.map(({ subtype, found_at: at }) => [subtype, at]))).toEqual(
      new Map([
        ['b', first['@timestamp']],
        ['c', second['@timestamp']],
      ]),
    );
    await saveFindings(client, second, [], signal);
    expect(await fetchFindings(client, first.run_id, signal)).toEqual([]);
  });

  it('may be many', async () => {
    const scope = newScope();
    const day = '2026-10-14';
    const run = runWith(scope, day);
    const findings = Array.from({ length: 1_200 }, (_, place) =>
      findingWith({ subtype: `s${place}`, scope, day, events }),
    );
    await saveFindings(client, run, findings, signal);
    expect(await fetchFindings(client, run.run_id, signal)).toHaveLength(1_200);
    await saveFindings(client, run, findings.slice(0, 3), signal);
    expect(await fetchFindings(client, run.run_id, signal)).toHaveLength(3);
  });

  it('can be searched for as docs/findings.md says', async () => {
    const scope = newScope();
    const day = '2026-10-15';
    const finding = findingWith({ scope, day, events });
    await saveFindings(client, runWith(scope, day), [finding], signal);
    const { count } = await client.count({
      index: FINDINGS_INDEX,
      q: `scope:"${scope}" AND verdict:more AND ratio:>=3 AND usual.high:14 AND hours:10 AND sentence:made AND found_at:[2026-10-15 TO *] AND basis:"4 Fridays"`,
    });
    expect(count).toBe(1);
  });
});
