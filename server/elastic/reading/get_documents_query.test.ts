import type { Source } from '../../../common/sources';
import { getTimeOrder } from './get_documents_query';

describe('the order of documents', () => {
  const source = { time_field: '@timestamp' } as Source;
  const orderOf = (order?: 'asc' | 'desc'): string =>
    JSON.stringify(getTimeOrder(source, [{ fields: new Map() } as never], order));

  it('is oldest first, or latest first where that is asked for', () => {
    expect(orderOf()).toContain('"order":"asc"');
    expect(orderOf('desc')).toContain('"order":"desc"');
  });
});
