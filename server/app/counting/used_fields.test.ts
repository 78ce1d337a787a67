import type { IndexGroup } from './counting_ports';
import { usedFields } from './used_fields';

const group = (...fields: (readonly [string, string])[]): IndexGroup => ({
  index: 'logs',
  fields: new Map(fields),
  subtype_kind: 'keyword',
  unusable: null,
});

describe('usedFields', () => {
  it('are those of all groups, each pair once', () => {
    const first = group(['type', 'type'], ['program', 'program.keyword']);
    const second = group(['type', 'type'], ['program', 'program']);
    expect(usedFields([first, second])).toEqual([
      ['type', 'type'],
      ['program', 'program.keyword'],
      ['program', 'program'],
    ]);
  });

  it('are none if no index can be counted', () => {
    expect(usedFields([])).toEqual([]);
    expect(usedFields([{ ...group(), unusable: 'it is mapped as text' }])).toEqual([]);
  });
});
