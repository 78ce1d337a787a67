import { translateOrder } from './translate_order';

const PLACE = { _shard_doc: 'asc' };
const BY_ID = [{ _id: 'asc' }, { _index: 'asc' }];
const NANOS = { order: 'asc', format: 'epoch_millis', numeric_type: 'date_nanos' };
const MILLIS = { order: 'asc', numeric_type: 'date' };

describe('translateOrder', () => {
  it('sorts by id instead of the place in a shard', () => {
    expect(translateOrder({ sort: [PLACE] })).toEqual({ sort: BY_ID });
    expect(translateOrder({ sort: ['_shard_doc'] })).toEqual({ sort: BY_ID });
  });

  it('continues where OpenSearch said that the page before ended', () => {
    const search_after = ['id-7', 'logs-a'];
    const order = { sort: BY_ID, search_after };
    expect(translateOrder({ sort: [PLACE], search_after })).toEqual(order);
  });

  it('sorts moments as numbers of milliseconds, since it formats none', () => {
    expect(translateOrder({ sort: [{ time: { ...NANOS, unmapped_type: 'date_nanos' } }] })).toEqual(
      { sort: [{ time: { ...MILLIS, unmapped_type: 'date' } }] },
    );
    const sort = [{ time: NANOS }, PLACE];
    expect(translateOrder({ sort, search_after: ['1428004908000.25', 'id-7', 'logs-a'] })).toEqual({
      sort: [{ time: MILLIS }, ...BY_ID],
      search_after: [1_428_004_908_000, 'id-7', 'logs-a'],
    });
  });

  it('begins before all documents of an instant if no place is less', () => {
    const sort = [{ time: NANOS }, PLACE];
    expect(translateOrder({ sort, search_after: [1_428_004_908_000, -1] })).toEqual({
      sort: [{ time: MILLIS }, ...BY_ID],
      search_after: [1_428_004_908_000, '', ''],
    });
  });

  it('leaves other orders, and what is not a moment, as they are', () => {
    for (const sort of [['_doc'], [{ day: 'desc' }], [{ _index: { order: 'asc' } }]]) {
      expect(translateOrder({ sort })).toEqual({ sort });
    }
    const forged = { sort: [{ time: NANOS }], search_after: ['x'] };
    expect(translateOrder(forged)).toMatchObject({ search_after: ['x'] });
    expect(translateOrder({ query: {} })).toEqual({});
  });
});
