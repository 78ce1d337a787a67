import { randomUUID } from 'node:crypto';
import { pruneKept, type RetentionPorts } from '../../server/app/keeping';
import { createRetentionPorts, fetchSizes } from '../../server/elastic/keeping';
import { COUNTS_INDEX } from '../../server/elastic/counting';
import {
  ensureIndices,
  FINDINGS_INDEX,
  JOURNAL_INDEX,
  RUNS_INDEX,
  SERIES_INDEX,
} from '../../server/elastic/results';
import { registerPrune } from '../../standalone/cli/commands/prune';
import { runInProcess } from '../fixtures/command_in_process';
import { testClient, testUrl } from '../fixtures/test_cluster';

const client = testClient();
const { signal } = new AbortController();
const NOW = new Date('2026-11-28T10:00:00Z');
const settings = { zone: 'UTC', retention: { days: 400, series_days: 92 } };
/** Older than all limits, older than that of series, and new. */
const [OLD, MIDDLE, NEW] = ['2025-01-05', '2026-03-04', '2026-11-27'] as const;
const BY_DAY = [RUNS_INDEX, FINDINGS_INDEX, SERIES_INDEX, COUNTS_INDEX];

let scope = '';
beforeAll(() => ensureIndices(client, signal));
beforeEach(() => {
  scope = `retention-it-${randomUUID()}`;
});
afterAll(async () => {
  await client.indices.delete({ index: 'retention-it-logs', ignore_unavailable: true });
  for (const index of [...BY_DAY, JOURNAL_INDEX]) await removeOwn(index);
});

async function removeOwn(index: string): Promise<void> {
  const query = { prefix: { scope: 'retention-it-' } };
  await client.indices.refresh({ index });
  const { hits } = await client.search({ index, query, size: 1000, _source: false });
  const operations = hits.hits.map(({ _id: id }) => ({ delete: { _id: id ?? '' } }));
  if (operations.length > 0) await client.bulk({ index, operations });
}

async function put(index: string, id: string, document: object): Promise<void> {
  await client.index({
    index,
    id: `${scope}:${id}`,
    document: { scope, ...document },
    refresh: true,
  });
}

/** A day's documents in each index that is kept by day. */
async function putDay(day: string, status = 'analyzed'): Promise<void> {
  const run_id = `${scope}:${day}`;
  await client.index({ index: RUNS_INDEX, id: run_id, document: { scope, run_id, day, status } });
  for (const index of [FINDINGS_INDEX, SERIES_INDEX, COUNTS_INDEX]) {
    await put(index, `${index}:${day}`, { run_id, day });
  }
  await client.indices.refresh({ index: RUNS_INDEX });
}

/** The days that each index still holds documents of. */
async function daysLeft(): Promise<Record<string, string[]>> {
  const left: Record<string, string[]> = {};
  for (const index of BY_DAY) {
    await client.indices.refresh({ index });
    const query = { term: { scope } };
    const { hits } = await client.search<{ day: string }>({ index, query, size: 100 });
    left[index] = hits.hits.map(({ _source }) => _source?.day ?? '').sort();
  }
  return left;
}

const prune = (ports: RetentionPorts = createRetentionPorts(client)) =>
  pruneKept({ scope, settings, now: NOW }, ports, signal);

const WHAT_STAYS = {
  [RUNS_INDEX]: [MIDDLE, NEW],
  [FINDINGS_INDEX]: [MIDDLE, NEW],
  [SERIES_INDEX]: [NEW],
  [COUNTS_INDEX]: [MIDDLE, NEW],
};

describe('retention', () => {
  it('removes what is older than the settings keep, and nothing the second time', async () => {
    for (const day of [OLD, MIDDLE, NEW]) await putDay(day);
    const { removed, problems } = await prune();
    expect(removed).toEqual({ runs: 1, findings: 1, series: 2, counts: 1, journal: 0 });
    expect(problems).toEqual([]);
    expect(await daysLeft()).toEqual(WHAT_STAYS);
    const again = await prune();
    expect(Object.values(again.removed)).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([1, 2, 3])('comes to the same when it is cut off after step %i', async (steps) => {
    for (const day of [OLD, MIDDLE, NEW]) await putDay(day);
    const ports = createRetentionPorts(client);
    let done = 0;
    const cut: RetentionPorts = {
      ...ports,
      removeOutdated: (...asked) => {
        done += 1;
        if (done > steps) throw new Error('cut off');
        return ports.removeOutdated(...asked);
      },
    };
    await expect(prune(cut)).rejects.toThrow('cut off');
    await prune();
    expect(await daysLeft()).toEqual(WHAT_STAYS);
  });

  it('leaves everything that an active run may read or write', async () => {
    for (const day of [OLD, MIDDLE, NEW]) await putDay(day);
    await putDay('2025-02-01', 'running');
    await prune();
    const left = await daysLeft();
    for (const index of BY_DAY) expect(left[index]).toEqual([OLD, '2025-02-01', MIDDLE, NEW]);
  });

  it('removes journal entries only of indices that are gone', async () => {
    await client.index({ index: 'retention-it-logs', id: 'a', document: {}, refresh: true });
    const entry = (index: string) => ({ day: OLD, hits: [{ index, subtype: 'x', ids: ['a'] }] });
    await put(JOURNAL_INDEX, 'there', entry('retention-it-logs'));
    await put(JOURNAL_INDEX, 'gone', entry('retention-it-gone'));
    const { removed } = await prune();
    expect(removed.journal).toBe(1);
    const there = await client.exists({ index: JOURNAL_INDEX, id: `${scope}:there` });
    const gone = await client.exists({ index: JOURNAL_INDEX, id: `${scope}:gone` });
    expect([there, gone]).toEqual([true, false]);
  });

  it('is shown by logwave prune, which removes nothing when it is only asked', async () => {
    await putDay(OLD);
    const args = ['prune', '--dry-run', '--zone', 'UTC', '--es', testUrl];
    const { out } = await runInProcess(registerPrune, args);
    expect(out).toMatch(
      /^Logwave removes counts, findings and runs of days before [\d-]{10}, and series of days before [\d-]{10}\.$/m,
    );
    expect(out).toMatch(/^logwave-runs: [\d,]+ documents?, [\d.]+ (bytes|kB|MB)$/m);
    expect((await daysLeft())[RUNS_INDEX]).toEqual([OLD]);
  });

  it('knows how many documents and bytes each index holds', async () => {
    await putDay(NEW);
    const sizes = new Map((await fetchSizes(client, signal)).map((size) => [size.index, size]));
    for (const index of BY_DAY) {
      expect(sizes.get(index)?.documents).toBeGreaterThan(0);
      expect(sizes.get(index)?.bytes).toBeGreaterThan(0);
    }
  });
});
