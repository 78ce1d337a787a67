import { errors } from '@elastic/elasticsearch';
import { asResponseError } from './response_error';

/** As another copy of the client throws it. */
class ResponseError extends Error {
  override readonly name = 'ResponseError';
  readonly statusCode = 429;
  readonly body = { error: 'busy' };
}

describe('asResponseError', () => {
  it('knows an answer of whichever copy of the client', () => {
    const theirs = new ResponseError('busy');
    expect(asResponseError(theirs)).toBe(theirs);
    const ours = new errors.ResponseError({
      body: {},
      statusCode: 404,
      headers: {},
      warnings: null,
      meta: {} as never,
    });
    expect(asResponseError(ours)?.statusCode).toBe(404);
  });

  it('leaves errors of the connection, and anything else, alone', () => {
    expect(asResponseError(new errors.ConnectionError('refused'))).toBeUndefined();
    expect(asResponseError({ name: 'ResponseError', statusCode: 404, body: {} })).toBeUndefined();
    expect(asResponseError(undefined)).toBeUndefined();
  });
});
