import { countsSource } from '../../test/fixtures/counts_source';
import type { Source } from '../../common/sources';
import type { IndexGroup } from '../app/counting';
import { checkedFields } from './check_source';

const source = { index: 'logs-*', filter: [], subtype_fields: ['hots'] } as unknown as Source;
const groups = [{ fields: new Map([['host', 'host']]) }] as unknown as IndexGroup[];
const usable = { state: 'usable', words: null } as const;

describe('the check of a source', () => {
  it('is an error if no document has a field that it names', () => {
    expect(checkedFields(source, groups, usable)).toEqual({
      state: 'unusable',
      words: 'no document has "hots": correct the name of the field',
    });
  });

  it('reports a condition that never holds, and no error', () => {
    const filter = { not: { exists: { field: 'usr' } } };
    const typed = { ...source, filter, subtype_fields: ['host'] };
    expect(checkedFields(typed, groups, usable)).toEqual({
      state: 'usable',
      words: 'no index has "usr", so a condition on it never holds',
    });
  });

  it('leaves other answers as they are', () => {
    const typed = { ...source, subtype_fields: ['host'] };
    expect(checkedFields(typed, groups, usable)).toBe(usable);
    const none = { state: 'no_index', words: 'no index matches "logs-*"' } as const;
    expect(checkedFields(source, [], none)).toBe(none);
  });

  it('say what an exclusion does not leave out', () => {
    const typed = countsSource({ filter: [], subtype_fields: ['severity'] });
    const fields = new Map([
      ['@timestamp', '@timestamp'],
      ['severity', 'severity'],
    ]);
    const notes = ['-logs-web does not leave out logs-web'];
    const group = { index: 'logs-*', fields, subtype_kind: 'keyword', unusable: null, notes };
    expect(checkedFields(typed, [group, group], usable)).toEqual({
      state: 'usable',
      words: '-logs-web does not leave out logs-web',
    });
  });
});
