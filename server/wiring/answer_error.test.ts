import { localDay } from '../../common/time/local_day';
import { ForeignAnswer } from '../elastic/asking/foreign_answer';
import { answerError } from './answer_error';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('answerError', () => {
  it('refuses a day that the zone left out, in a sentence', () => {
    const error = thrownBy(() => localDay('2011-12-30', 'Pacific/Apia'));
    expect(answerError(error)).toMatchObject({
      statusCode: 400,
      message: '2011-12-30 does not exist in Pacific/Apia',
      attributes: { code: 'bad_request' },
    });
  });

  it('says that something else than Elasticsearch has answered', () => {
    expect(answerError(new ForeignAnswer('an answer of type "text/html"'))).toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('a proxy') as string,
    });
  });

  it('says nothing about the inside if the error is unexpected', () => {
    const { statusCode, message } = answerError(new RangeError('a secret'));
    expect([statusCode, message]).toEqual([500, expect.not.stringContaining('secret')]);
  });
});
