import { Client, errors } from '@elastic/elasticsearch';
import {
  BROKEN,
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../test/fixtures/counts_fake_elasticsearch';
import { Contention } from '../app/basics/contention';
import { UnstoredSilences } from '../app/runs/end/unstored_silences';
import { describeError, elasticsearchTrouble, isSessionOver } from './describe_error';
import { ForeignMapping } from '../elastic/results/foreign_mapping';
import { IncompleteAnswer } from '../elastic/asking/incomplete_answer';

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

async function errorFor(answer: FakeAnswer | typeof BROKEN): Promise<unknown> {
  fake = await fakeElasticsearch(() => answer);
  return fake.client.count({ index: 'logs' }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

function refusal(status: number, reason: string, type = 'security_exception'): FakeAnswer {
  return { status, body: { error: { type, reason, root_cause: [{ type, reason }] }, status } };
}

describe('describeError', () => {
  it('says that nothing answers, and what to check', async () => {
    const client = new Client({ node: 'http://127.0.0.1:9', maxRetries: 0 });
    const error: unknown = await client.count().catch((thrown: unknown) => thrown);
    await client.close();
    expect(describeError(error)).toBe(
      'no connection to Elasticsearch (connect ECONNREFUSED 127.0.0.1:9): check that it runs and that its address is right',
    );
    expect(describeError(await errorFor(BROKEN))).toContain('no connection to Elasticsearch');
  });

  it('says that others keep changing what is to be saved', () => {
    expect(describeError(new Contention('the schedule'))).toBe(
      'the schedule cannot be saved, because others keep changing it: try again',
    );
    expect(elasticsearchTrouble(new Contention('the schedule'))).toBeDefined();
  });

  it('says what was silent and could not be stored, and why', async () => {
    const cause = await errorFor(refusal(401, 'unable to authenticate user [ann]'));
    expect(describeError(new UnstoredSilences(['web1 of syslog'], cause))).toBe(
      'what was silent could not all be stored (web1 of syslog): Elasticsearch does not accept the user name and password, or the API key',
    );
  });

  it('reports a wrong password, which also ends a session', async () => {
    const error = await errorFor(refusal(401, 'unable to authenticate user [ann]'));
    expect(describeError(error)).toBe(
      'Elasticsearch does not accept the user name and password, or the API key',
    );
    expect(isSessionOver(error)).toBe(true);
    await fake?.close();
    expect(isSessionOver(await errorFor(refusal(403, 'no')))).toBe(false);
  });

  it('names the privilege that is missing, whose and on what', async () => {
    const reason =
      'action [indices:data/write/bulk[s]] is unauthorized for user [ann] with effective roles [reader] on indices [logwave-runs], this action is granted by the index privileges [create_doc,create,delete,index,write,all]';
    expect(describeError(await errorFor(refusal(403, reason)))).toBe(
      'the user "ann" lacks the index privilege "write" on "logwave-runs"',
    );
    await fake?.close();
    const cluster =
      'action [indices:admin/index_template/put] is unauthorized for API key id [k1] of user [ann], this action is granted by the cluster privileges [manage_index_templates,manage,all]';
    expect(describeError(await errorFor(refusal(403, cluster)))).toBe(
      'the API key id "k1" lacks the cluster privilege "manage_index_templates"',
    );
    await fake?.close();
    expect(describeError(await errorFor(refusal(403, 'no')))).toBe(
      'this user lacks a privilege (no)',
    );
  });

  it('gives the reason of any other refusal', async () => {
    const blocked = 'index [logwave-runs] blocked by: [FORBIDDEN/8/index write (api)];';
    expect(describeError(await errorFor(refusal(403, blocked, 'cluster_block_exception')))).toBe(
      'Elasticsearch refuses: the index "logwave-runs" is read-only',
    );
    await fake?.close();
    const flooded =
      'index [logwave-journal] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];';
    expect(describeError(await errorFor(refusal(429, flooded, 'cluster_block_exception')))).toBe(
      'Elasticsearch has made the index "logwave-journal" read-only, as it does when its disk is nearly full: free some space on that disk, then try again',
    );
  });

  it('reports time-outs, incomplete answers, and what is not Elasticsearch', () => {
    expect(describeError(new errors.TimeoutError('Request timed out'))).toContain('in time');
    expect(describeError(new IncompleteAnswer('no shard answered'))).toBe(
      "Elasticsearch's answer is incomplete: no shard answered",
    );
    const other = new errors.ProductNotSupportedError('Elasticsearch');
    expect(describeError(other)).toContain('is not Elasticsearch');
    expect(
      describeError(new ForeignMapping([{ name: 'logwave-runs', faults: ['its mode is logsdb'] }])),
    ).toContain('not mapped');
  });

  it('knows OpenSearch by its refusal of a content type', () => {
    const body = { error: 'Content-Type header is not supported', status: 406 };
    const answer = { statusCode: 406, body, warnings: null, meta: {} as never };
    const other = new errors.ResponseError({ ...answer, headers: {} });
    expect(describeError(other)).toContain('is not Elasticsearch');
    const headers = { 'x-elastic-product': 'Elasticsearch' };
    const own = new errors.ResponseError({ ...answer, headers });
    expect(describeError(own)).toBe('Elasticsearch refuses: Content-Type header is not supported');
  });

  it('leaves errors that have nothing to do with Elasticsearch to others', () => {
    expect(elasticsearchTrouble(new RangeError('a fault of ours'))).toBeUndefined();
    expect(describeError(new RangeError('a fault of ours'))).toBe('a fault of ours');
    expect(describeError('text')).toBe('text');
  });
});
