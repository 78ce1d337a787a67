import { errors } from '@elastic/elasticsearch';
import { IncompleteAnswer } from './incomplete_answer';
import { isPassingTrouble } from './passing_trouble';

/** An answer of Elasticsearch, as the client throws it. */
function answer(statusCode: number, type = 'some_exception', cause: object = {}): Error {
  const error = { type, reason: 'why', root_cause: [{ type, reason: 'why', ...cause }] };
  return new errors.ResponseError({
    statusCode,
    body: { error, status: statusCode },
    warnings: null,
    meta: {} as never,
  });
}

describe('isPassingTrouble', () => {
  it.each([
    ['a cluster with too much to do', answer(429, 'circuit_breaking_exception')],
    ['a shard that has no copy at the moment', answer(503, 'no_shard_available_action_exception')],
    ['a server before the cluster', answer(502)],
    ['a shard that failed', new IncompleteAnswer('1 of 5 shards failed (why)')],
  ])('says about %s that asking again may help', (_, error) => {
    expect(isPassingTrouble(error)).toBe(true);
  });

  it.each([
    ['a privilege that is lacking', answer(403, 'security_exception')],
    ['a closed index', answer(400, 'index_closed_exception')],
    ['a missing index', answer(404, 'index_not_found_exception')],
    ['a limit of the cluster', answer(503, 'too_many_buckets_exception', { max_buckets: 65_535 })],
    ['a pattern without an index', new IncompleteAnswer('no shard answered', false)],
    ['what is not an answer of Elasticsearch', new Error('why')],
  ])('says about %s that it is permanent', (_, error) => {
    expect(isPassingTrouble(error)).toBe(false);
  });
});
