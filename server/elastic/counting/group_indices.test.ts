import type { estypes } from '@elastic/elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import type { FieldCapabilities } from '../indices';
import { fieldsToAsk, groupIndices } from './group_indices';

/** Mappings by index, then field: a type, "unindexed" or "no doc values". */
type Mappings = Record<string, Record<string, string>>;

const PARENTS = ['object', 'nested'];
const NO_VALUES = ['text', ...PARENTS];

/** What field capabilities answer for such indices, unmapped fields included. */
function capabilities(mappings: Mappings): FieldCapabilities {
  const fields: Record<string, Record<string, estypes.FieldCapsFieldCapability>> = {};
  const names = new Set(Object.values(mappings).flatMap((mapping) => Object.keys(mapping)));
  for (const field of names) {
    const types: Record<string, estypes.FieldCapsFieldCapability> = {};
    for (const [index, mapping] of Object.entries(mappings)) {
      const [type = 'unmapped', lack] = (mapping[field] ?? 'unmapped').split(' without ');
      const isMapped = type !== 'unmapped';
      const isAggregatable = isMapped && !NO_VALUES.includes(type) && lack !== 'doc values';
      const before = types[type];
      const without = [before?.non_aggregatable_indices ?? [], isAggregatable ? [] : index].flat();
      types[type] = {
        type,
        searchable: isMapped && !PARENTS.includes(type) && lack !== 'index',
        aggregatable: (before?.aggregatable ?? true) && isAggregatable,
        indices: [before?.indices ?? [], index].flat(),
        non_aggregatable_indices: without,
      };
    }
    // Elasticsearch lists exceptions only where the indices of a type differ.
    for (const capability of Object.values(types)) {
      const { indices = [], non_aggregatable_indices: without = [] } = capability;
      if (without.length === 0 || without.length === indices.length) {
        delete capability.non_aggregatable_indices;
      }
    }
    fields[field] = types;
  }
  return { indices: Object.keys(mappings), fields };
}

const KEYWORDS = { '@timestamp': 'date', type: 'keyword', severity: 'keyword' };
const groupsOf = (mappings: Mappings, parts = {}) =>
  groupIndices(countsSource(parts), capabilities(mappings));

describe('groupIndices', () => {
  it('asks for every field and its twin', () => {
    expect(fieldsToAsk(countsSource({ filter: [] }))).toEqual([
      '@timestamp',
      '@timestamp.keyword',
      'severity',
      'severity.keyword',
      'severity.*',
    ]);
  });

  it('asks for what is above and below a field, because it may be no value', () => {
    const source = countsSource({ filter: [], subtype_fields: ['rule.group.id'] });
    expect(fieldsToAsk(source).slice(2)).toEqual([
      'rule.group.id',
      'rule.group.id.keyword',
      'rule',
      'rule.group',
      'rule.group.id.*',
    ]);
  });

  it('searches indices that agree by the expression of the source', () => {
    expect(groupsOf({ 'logs-1': KEYWORDS, 'logs-2': KEYWORDS })).toEqual({
      state: 'known',
      value: [
        {
          index: 'logs-*',
          fields: new Map([
            ['@timestamp', '@timestamp'],
            ['type', 'type'],
            ['severity', 'severity'],
          ]),
          subtype_kind: 'keyword',
          unusable: null,
        },
      ],
    });
  });

  it('has no group if there is no index', () => {
    expect(groupsOf({})).toEqual({ state: 'known', value: [] });
  });

  it('uses the keyword twin of a text field', () => {
    const mapping = {
      ...KEYWORDS,
      type: 'text',
      'type.keyword': 'keyword',
      severity: 'text',
      'severity.keyword': 'keyword',
    };
    const answer = groupsOf({ 'logs-1': mapping });
    expect(answer).toMatchObject({
      value: [{ fields: new Map([...Object.keys(KEYWORDS)].map((field) => [field, twin(field)])) }],
    });
    function twin(field: string): string {
      return field === '@timestamp' ? field : `${field}.keyword`;
    }
  });

  it('keeps indices together that lack a field, or count in whole numbers of another width', () => {
    const answer = groupsOf({
      'logs-1': { ...KEYWORDS, severity: 'long' },
      'logs-2': { ...KEYWORDS, severity: 'byte' },
      'logs-3': { '@timestamp': 'date_nanos' },
    });
    expect(answer).toMatchObject({
      state: 'known',
      value: [{ index: 'logs-*', subtype_kind: 'whole number', unusable: null }],
    });
  });

  it('does not mind of which kind the values of a filter are', () => {
    const answer = groupsOf({ 'logs-1': KEYWORDS, 'logs-2': { ...KEYWORDS, type: 'long' } });
    expect(answer).toMatchObject({ state: 'known', value: [{ index: 'logs-*' }] });
  });

  it('parts indices that map the subtype differently', () => {
    const twins = { ...KEYWORDS, severity: 'text', 'severity.keyword': 'keyword' };
    const answer = groupsOf({
      'logs-1': { ...KEYWORDS, severity: 'long' },
      'logs-2': KEYWORDS,
      'logs-3': twins,
      'logs-4': { ...KEYWORDS, severity: 'integer' },
    });
    const index = (group: { index: string; fields: ReadonlyMap<string, string> }) => [
      group.index,
      group.fields.get('severity'),
    ];
    expect(answer.state === 'known' ? answer.value.map(index) : answer).toEqual([
      ['logs-1,logs-4', 'severity'],
      ['logs-2', 'severity'],
      ['logs-3', 'severity.keyword'],
    ]);
  });

  it('says which field cannot be counted by, where, and what to do, and uses the other indices', () => {
    const text = { ...KEYWORDS, severity: 'text' };
    const answer = groupsOf({
      'logs-0': KEYWORDS,
      'logs-1': text,
      'logs-2': text,
      'logs-3': text,
      'logs-4': text,
      'logs-5': { ...KEYWORDS, severity: 'keyword without doc values' },
      'logs-6': { ...KEYWORDS, type: 'text' },
    });
    const parts = answer.state === 'known' ? answer.value : [];
    expect(parts.map(({ index, unusable }) => [index, unusable])).toEqual([
      ['logs-0', null],
      [
        'logs-1,logs-2,logs-3,logs-4',
        'the field "severity" of the source "syslog" is mapped as text in logs-1, logs-2, logs-3 and 1 more: map it as keyword, or name other subtype_fields',
      ],
      [
        'logs-5',
        'the field "severity" of the source "syslog" is mapped as keyword without doc values in logs-5: map it as keyword with doc values, or name other subtype_fields',
      ],
      [
        'logs-6',
        'the field "type" of the source "syslog" is mapped as text in logs-6: map it as keyword, or filter by another field',
      ],
    ]);
  });

  it('filters by a field that can be searched though not counted by', () => {
    const answer = groupsOf({ 'logs-1': { ...KEYWORDS, type: 'keyword without doc values' } });
    expect(answer).toMatchObject({ state: 'known', value: [{ unusable: null }] });
  });

  it('knows nothing where the time is not a date', () => {
    expect(groupsOf({ 'logs-1': { ...KEYWORDS, '@timestamp': 'keyword' } })).toEqual({
      state: 'unknown',
      reason:
        'the field "@timestamp" of the source "syslog" is mapped as keyword, not as a date in logs-1: map it as a date, or name another time_field',
    });
    expect(groupsOf({ 'logs-1': { type: 'keyword' } })).toEqual({
      state: 'unknown',
      reason:
        'the time field "@timestamp" of the source "syslog" is in no index of "logs-*": map it as a date, or name another time_field',
    });
  });

  it('does not go around an alias, which may have a filter', () => {
    const answer = groupsOf(
      { 'logs-1': KEYWORDS, 'logs-2': { ...KEYWORDS, severity: 'long' } },
      { index: 'current' },
    );
    expect(answer).toEqual({
      state: 'unknown',
      reason:
        'the indices of the source "syslog" map its fields differently, and "current" reaches logs-1 by an alias: name the indices themselves',
    });
  });

  describe('a field that is not a value to count by', () => {
    const faultOf = (subtype: string, mapping: Record<string, string>): string => {
      const answer = groupsOf({ 'logs-1': mapping }, { filter: [], subtype_fields: [subtype] });
      const [group] = answer.state === 'known' ? answer.value : [];
      const [, words = ''] = (group?.unusable ?? '').split('of the source "syslog" ');
      return words;
    };
    const time = { '@timestamp': 'date' };

    it.each([
      [
        'within a nested field',
        'alerts.id',
        { alerts: 'nested', 'alerts.id': 'keyword' },
        'is inside the nested field "alerts" in logs-1: name a field outside of "alerts", or map "alerts" with include_in_root',
      ],
      [
        'within a nested field, and not mapped',
        'a.b.id',
        { a: 'object', 'a.b': 'nested' },
        'is inside the nested field "a.b" in logs-1: name a field outside of "a.b", or map "a.b" with include_in_root',
      ],
      [
        'nested',
        'alerts',
        { alerts: 'nested', 'alerts.id': 'keyword' },
        'is a nested field, not a value in logs-1: name a field outside of "alerts", or map "alerts" with include_in_root',
      ],
      [
        'an object',
        'host',
        { host: 'object', 'host.ip': 'ip', 'host.name': 'keyword', 'host.os': 'object' },
        'is an object, not a value in logs-1: name a field in it, such as "host.ip" or "host.name"',
      ],
      [
        'an object without a field to count by',
        'host',
        { host: 'object', 'host.text': 'text' },
        'is an object, not a value in logs-1: name other subtype_fields',
      ],
      [
        'flattened',
        'labels',
        { labels: 'flattened' },
        'is flattened, so it mixes the values of all its keys in logs-1: name one of its keys, such as "labels.name"',
      ],
      [
        'text with a sub-field that can be counted by',
        'user',
        { user: 'text', 'user.raw': 'keyword' },
        'is mapped as text in logs-1: name "user.raw" instead',
      ],
      [
        'without doc values',
        'user',
        { user: 'keyword without doc values', 'user.lower': 'keyword' },
        'is mapped as keyword without doc values in logs-1: name "user.lower" instead',
      ],
    ])('is named with what to use if it is %s', (_, subtype, mapping, words) => {
      expect(faultOf(subtype, { ...time, ...mapping })).toBe(words);
    });

    it('is not a fault if it is a key of a flattened field', () => {
      const key = groupsOf(
        { 'logs-1': { ...time, labels: 'flattened' } },
        { filter: [], subtype_fields: ['labels.app'] },
      );
      expect(key).toMatchObject({
        value: [{ subtype_kind: 'flattened key', unusable: null }],
      });
    });

    it('is not a fault within a nested field whose values whole documents have as well', () => {
      const source = countsSource({ filter: [], subtype_fields: ['alerts.id'] });
      const mapping = { ...time, alerts: 'nested', 'alerts.id': 'keyword' };
      const answer = groupIndices(
        source,
        capabilities({ 'logs-1': mapping }),
        new Set(['alerts.id']),
      );
      expect(answer).toMatchObject({ value: [{ subtype_kind: 'keyword', unusable: null }] });
    });

    it('is a fault of the filter, too, within a nested field', () => {
      const mapping = { ...time, alerts: 'nested', 'alerts.id': 'keyword', severity: 'keyword' };
      const filter = [{ field: 'alerts.id', any_of: ['1'] }];
      const answer = groupsOf({ 'logs-1': mapping }, { filter });
      const [group] = answer.state === 'known' ? answer.value : [];
      expect(group?.unusable).toContain('is inside the nested field "alerts"');
    });
  });
});
