import {
  type ArrivedRequest,
  type FakeAnswer,
  fakeElasticsearch,
  type FakeElasticsearch,
} from '../../test/fixtures/counts_fake_elasticsearch';
import { setMark } from './silence';

const { signal } = new AbortController();
const NOW = new Date('2026-03-02T09:00:00Z');
const MARK = {
  kind: 'gone',
  source: null,
  host: 'web1',
  subtype: null,
  reason: 'old',
  author: 'ann',
  until: null,
} as const;

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

const forbidden: FakeAnswer = {
  status: 403,
  body: { error: { type: 'security_exception', reason: 'no', root_cause: [] }, status: 403 },
};

const isWrite = ({ path }: ArrivedRequest): boolean =>
  /^\/logwave-marks\/_(doc|create)\//.test(path);

describe('a mark', () => {
  it('is set by a user who has only "write" on the index of marks', async () => {
    const written: unknown[] = [];
    fake = await fakeElasticsearch((request) => {
      if (!isWrite(request)) return forbidden;
      written.push(request.body);
      return { status: 201, body: { _id: '1', result: 'created' } };
    });
    await setMark(fake.client, MARK, NOW, signal);
    expect(written).toEqual([
      { version: 1, scope: 'default', at: '2026-03-02T09:00:00.000Z', ...MARK },
    ]);
  });

  it('is refused to a user without', async () => {
    fake = await fakeElasticsearch(() => forbidden);
    await expect(setMark(fake.client, MARK, NOW, signal)).rejects.toThrow(/security_exception/);
  });
});
