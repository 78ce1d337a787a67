import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BROKEN,
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { ingestWithProgress } from './progress_ingest';

const { signal } = new AbortController();
const cause = { type: 'security_exception', reason: 'this user may not' };
const FORBIDDEN: FakeAnswer = {
  status: 403,
  body: { error: { ...cause, root_cause: [cause] }, status: 403 },
};
let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'progress-ingest-'))));
afterEach(() => rm(folder, { recursive: true }));

/** Why a file could not be ingested. */
async function failureOf(
  answer: (request: ArrivedRequest) => FakeAnswer | typeof BROKEN,
): Promise<unknown> {
  const file = join(folder, 'web.log');
  await writeFile(file, 'Mar  1 10:00:00 web1 app: one\nMar  1 10:00:01 web1 app: two\n');
  const { client, close } = await fakeElasticsearch(answer);
  const options = { client, inputs: [file], type: 'auto', zone: 'UTC', year: 2026 } as const;
  const rejectedFile = join(folder, 'refused');
  const ingesting = ingestWithProgress(
    { ...options, now: new Date(), rejectedFile, pause: () => Promise.resolve() },
    signal,
  );
  const error: unknown = await ingesting.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  );
  await close();
  return error;
}

const isBulk = ({ path }: ArrivedRequest): boolean => path.endsWith('_bulk');

describe('an ingestion during which Elasticsearch goes away', () => {
  it('says that the same command adds the rest', async () => {
    const error = await failureOf((asked) => (isBulk(asked) ? BROKEN : FORBIDDEN));
    expect(error).toMatchObject({ name: 'UserError', exitCode: 1 });
    expect(String(error)).toContain('no connection to Elasticsearch');
    expect(String(error)).toContain(
      'Not all documents were written. Run the same command again: it adds only what is missing.',
    );
  });

  it('says nothing of that if running it again would not help', async () => {
    expect(String(await failureOf(() => FORBIDDEN))).not.toContain('again');
  });

  it('says nothing of that before anything was read', async () => {
    expect(String(await failureOf(() => BROKEN))).not.toContain('it adds only');
  });
});
