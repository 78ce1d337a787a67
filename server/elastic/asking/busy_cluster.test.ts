import { parseSettings } from '../../../common/settings/parse_settings';
import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import { findingWith } from '../../../test/fixtures/tagging_finding';
import type { Run } from '../../app/runs/run';
import { startedRun } from '../../app/runs/started_run';
import { countsOwner } from '../../app/counting/counts_owner';
import { keepCounts } from '../counting/counts_store';
import { saveFindings } from '../results/findings_store';
import { writeRun } from '../results/run_store';
import { openSeriesWriter } from '../results/series/series_writer';
import { createTagJournal } from '../tagging/tag_journal';

jest.mock('./backoff', () => ({
  ...jest.requireActual<object>('./backoff'),
  pauseBeforeRetry: () => Promise.resolve(),
}));

const { signal } = new AbortController();
const error = { type: 'es_rejected_execution_exception', reason: 'rejected execution' };
const BUSY: FakeAnswer = { status: 429, body: { error, status: 429 } };

let fake: FakeElasticsearch;
/** How often a write is turned away before it is taken. */
let refusals = 0;
/** Documents that were taken, by id. */
let taken: string[] = [];
afterEach(() => fake.close());

function bulkAnswer(text: string): FakeAnswer {
  const items: object[] = [];
  for (const line of text.trim().split('\n')) {
    const [[kind, head] = ['', undefined]] = Object.entries(
      JSON.parse(line) as Record<string, { readonly _id?: string } | undefined>,
    );
    if (head?._id === undefined || !['index', 'update', 'delete', 'create'].includes(kind))
      continue;
    const isRefused = refusals > 0;
    refusals -= isRefused ? 1 : 0;
    if (!isRefused) taken.push(head._id);
    items.push({ [kind]: isRefused ? { status: 429, error } : { status: 200 } });
  }
  return { body: { errors: true, items } };
}

function answer({ method, path, body }: ArrivedRequest): FakeAnswer {
  if (path.endsWith('/_bulk')) return bulkAnswer(String(body));
  if (path.endsWith('/_search')) return { body: { hits: { hits: [] }, _shards: { failed: 0 } } };
  if (method === 'GET') return { status: 404, body: { found: false } };
  if (refusals > 0) {
    refusals -= 1;
    return BUSY;
  }
  taken.push(path.split('/').pop() ?? '');
  return { body: { result: 'created', _seq_no: 1, _primary_term: 1 } };
}

beforeEach(async () => {
  taken = [];
  refusals = 3;
  fake = await fakeElasticsearch(answer);
});

const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
const run: Run = startedRun({
  day: '2026-11-20',
  scope: 'default',
  settings: parsed.settings,
  now: new Date('2026-11-21T06:00:00Z'),
  attempt: 'a',
  started_by: null,
  origin: 'user',
});

describe('what a busy cluster turns away for a while', () => {
  it('of counts is stored in the end', async () => {
    const owner = countsOwner(countsSource(), 'UTC', 'default');
    expect(await keepCounts(fake.client, owner, [countsDay()], new Date(), signal)).toBeNull();
    expect(taken).toHaveLength(1);
  });

  it('of findings is stored in the end, each once', async () => {
    const findings = ['a', 'b', 'c', 'd'].map((subtype) =>
      findingWith({ subtype, events: new Map([[3, 9]]) }),
    );
    await saveFindings(fake.client, run, findings, () => new Date(), signal);
    expect(new Set(taken).size).toBe(findings.length);
  });

  it('of series is stored in the end', async () => {
    const writer = openSeriesWriter(fake.client, run, 'syslog', signal);
    await writer.add([]);
    await writer.add([]);
    await writer.close();
    // A document of what reports draw, and two blocks.
    expect(taken).toHaveLength(3);
  });

  it('of the ledger is stored in the end', async () => {
    expect(await writeRun(fake.client, run, null, signal)).toBe('1/1');
  });

  it('of the journal is stored in the end', async () => {
    const entry = { id: 'one', source: 'syslog', tag: 't', series: [], documents: 0, hits: {} };
    await createTagJournal(fake.client).add(entry as never, signal);
    refusals = 2;
    await createTagJournal(fake.client).remove('one', signal);
    expect(taken).toEqual(['one', 'one']);
  });
});
