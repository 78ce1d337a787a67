import { parseStoredSettings } from '../../../common/settings';
import { areSameRights, neededRights, roleDescriptors } from './key_rights';

function settings(sources: readonly object[]) {
  const parsed = parseStoredSettings({ sources });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  // The presets would only lengthen the lists.
  const ids = new Set(sources.map((source) => Reflect.get(source, 'id') as string));
  return {
    ...parsed.settings,
    sources: parsed.settings.sources.filter(({ id }) => ids.has(id)),
  };
}

const SOURCE = {
  name: 'Own',
  subtype_fields: ['level'],
  tag: 'own',
  wording: { code: 'level {subtype}', names: [] },
};

describe('neededRights', () => {
  it('names each pattern of the enabled sources once', () => {
    const given = settings([
      { ...SOURCE, id: 'a', index: 'logs-b*, logs-a*,-logs-a-old' },
      { ...SOURCE, id: 'b', index: 'logs-a*' },
      { ...SOURCE, id: 'c', index: 'other-*', enabled: false },
    ]);
    expect(neededRights(given, true)).toEqual({ patterns: ['logs-a*', 'logs-b*'], tag: true });
  });
});

describe('areSameRights', () => {
  const rights = { patterns: ['a', 'b'], tag: false };

  it.each([
    ['another pattern', { patterns: ['a', 'c'], tag: false }],
    ['one pattern less', { patterns: ['a'], tag: false }],
    ['tagging', { patterns: ['a', 'b'], tag: true }],
  ])('shows %s', (_, other) => {
    expect(areSameRights(rights, other)).toBe(false);
    expect(areSameRights(rights, { ...rights })).toBe(true);
  });
});

describe('roleDescriptors', () => {
  it('has no rule without a name, which Elasticsearch would refuse', () => {
    const { logwave } = roleDescriptors({ patterns: [], tag: true });
    expect(logwave?.indices.map(({ names }) => names)).toEqual([['logwave-*']]);
  });
});
