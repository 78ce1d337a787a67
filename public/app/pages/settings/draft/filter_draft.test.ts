import type { Filter } from '../../../../../common/sources';
import { filterDraftOf, writtenFilter } from './filter_draft';

describe('the form of a filter', () => {
  it.each<[Filter]>([
    [[{ field: 'type', any_of: ['a, b', 'c'] }]],
    [[{ not: { exists: { field: 'a' } } }, { field: 'b', any_of: ['1'] }]],
    [[{ and: [{ range: { field: 'a', gte: 1 } }, { exists: { field: 'b' } }] }]],
  ])('gives back what the settings have: %j', (filter) => {
    expect(writtenFilter(filterDraftOf(filter))).toEqual(filter);
  });

  it('shows one condition as a list of one', () => {
    const filter = { or: [{ exists: { field: 'a' } }, { exists: { field: 'b' } }] };
    expect(writtenFilter(filterDraftOf(filter))).toEqual([filter]);
  });

  it('leaves a text that is not JSON to the validator', () => {
    expect(writtenFilter([{ text: '{"not": ' }])).toEqual(['{"not": ']);
  });
});
