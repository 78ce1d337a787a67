import { parseSettings } from '../../common/settings/parse_settings';
import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../test/fixtures/counts_fake_elasticsearch';
import { pruneInWords } from './prune';

const { signal } = new AbortController();
const parsed = parseSettings({ zone: 'UTC' });
if ('faults' in parsed) throw new Error('valid settings expected');
const { settings } = parsed;
const now = (): Date => new Date('2026-11-28T10:00:00Z');
const said: string[] = [];
const say = (message: string): void => void said.push(message);
const services = { now, log: { info: say, warn: say, error: say } };

let fake: FakeElasticsearch | undefined;
beforeEach(() => said.splice(0));
afterEach(async () => fake?.close());

async function prune(answer: (path: string) => FakeAnswer): Promise<string | null> {
  fake = await fakeElasticsearch(({ path }) => answer(path));
  return pruneInWords({ client: fake.client }, services, settings, signal);
}

const error = { type: 'security_exception', reason: 'action [delete] is unauthorized' };
const FORBIDDEN: FakeAnswer = { status: 403, body: { error: { ...error, root_cause: [error] } } };
const shards = { total: 1, successful: 1, skipped: 0, failed: 0 };
const found = (hits: object[]): FakeAnswer => ({
  body: { took: 1, timed_out: false, _shards: shards, hits: { hits } },
});

describe('pruneInWords', () => {
  it('says that outdated documents stay if they may not be deleted', async () => {
    const hit = { _index: 'logwave-runs', _id: 'a', _seq_no: 1, _primary_term: 1 };
    const words = await prune((path) => (path.endsWith('_bulk') ? FORBIDDEN : found([hit])));
    expect(words).toContain(
      'outdated documents stay (logwave-runs: action [delete] is unauthorized)',
    );
    expect(said).toEqual([words]);
  });

  it('says that outdated documents stay if they may not be searched', async () => {
    const words = await prune(() => FORBIDDEN);
    expect(words).toContain('outdated documents of Logwave stay');
    expect(said).toEqual([words]);
  });

  it('says nothing where nothing is outdated', async () => {
    expect(await prune(() => found([]))).toBeNull();
    expect(said).toEqual([]);
  });
});
