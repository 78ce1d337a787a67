import type { Source } from '../../../common/sources';
import { getSourceFilter } from './get_source_filter';

function queriesOf(filter: Source['filter']) {
  const source: Source = {
    id: 'web',
    name: 'Web',
    index: 'web-*',
    filter,
    time_field: '@timestamp',
    subtype_fields: ['host'],
    tag: 'web_outlier',
    wording: { code: '{subtype}', names: [] },
    enabled: true,
  };
  return getSourceFilter(source, new Map([['verb', 'verb.keyword']]));
}

describe('the filter of a source', () => {
  it('asks for each condition, by the field that the indices use', () => {
    expect(queriesOf([{ field: 'verb', any_of: ['GET'] }])).toEqual([
      { terms: { 'verb.keyword': ['GET'] } },
    ]);
    expect(queriesOf({ range: { field: 'status', gte: 400, lt: 500 } })).toEqual([
      { range: { status: { gte: 400, lt: 500 } } },
    ]);
    expect(queriesOf({ exists: { field: 'verb' } })).toEqual([
      { exists: { field: 'verb.keyword' } },
    ]);
  });

  it('asks for groups', () => {
    const [a, b] = [{ exists: { field: 'a' } }, { exists: { field: 'b' } }];
    expect(queriesOf({ and: [a, { or: [a, b] }, { not: b }, { not: { and: [a, b] } }] })).toEqual([
      a,
      { bool: { should: [a, b], minimum_should_match: 1 } },
      { bool: { must_not: [b] } },
      { bool: { must_not: [{ bool: { filter: [a, b] } }] } },
    ]);
  });
});
