import { divide } from './divide';

describe('divide', () => {
  it('separates the address from the body', () => {
    const asked = { index: 'logs', size: 2, query: { match_all: {} }, routing: undefined };
    expect(divide(asked, ['index', 'routing'])).toEqual({
      index: 'logs',
      body: { size: 2, query: { match_all: {} } },
    });
  });

  it('makes no body of nothing', () => {
    expect(divide({ index: 'logs', query: undefined }, ['index'])).toEqual({ index: 'logs' });
  });
});
