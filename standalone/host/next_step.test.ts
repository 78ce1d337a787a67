import type { ErrorBody } from '../../common/api';
import { withNextStep } from './next_step';

const bodyOf = (code: 'elasticsearch_unreachable' | 'internal'): ErrorBody => ({
  statusCode: 503,
  error: 'Service Unavailable',
  message: 'no connection',
  attributes: { code },
});

describe('an error of the host', () => {
  it('says what to do where Elasticsearch is away and this host can start it', () => {
    const { message } = withNextStep(bodyOf('elasticsearch_unreachable'), 'Start it with "x"');
    expect(message).toBe('no connection. Start it with "x"');
  });

  it('says no more if nothing can be done here, or the trouble is another', () => {
    expect(withNextStep(bodyOf('elasticsearch_unreachable'), undefined).message).toBe(
      'no connection',
    );
    expect(withNextStep(bodyOf('internal'), 'Start it').message).toBe('no connection');
  });
});
