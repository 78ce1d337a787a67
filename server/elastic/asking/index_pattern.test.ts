import { canExcludeAfter, indexExpressions, isNamedBy, namedPatterns } from './index_pattern';

describe('namedPatterns', () => {
  it('leaves out what an expression excludes', () => {
    expect(namedPatterns('logs-*, -logs-debug,filebeat-*')).toEqual(['logs-*', 'filebeat-*']);
  });
});

describe('isNamedBy', () => {
  it.each([
    ['logstash-*', 'logstash-2026.11.23', true],
    ['logs-*', '.ds-logs-nginx-default-2026.11.23-000001', true],
    ['logs-*', 'partial-.ds-logs-nginx-default-2026.11.23-000001', true],
    ['europe:logs-*', 'europe:.ds-logs-nginx-default-2026.11.23-000001', true],
    ['logs-nginx-default', 'europe:.ds-logs-nginx-default-2026.11.23-000001', false],
    ['a,b', 'b', true],
    ['everything', 'logstash-2026.11.23', false],
    ['logs.a', 'logsxa', false],
  ])('%s names %s: %s', (expression, index, isNamed) => {
    expect(isNamedBy(expression, index)).toBe(isNamed);
  });
});

// As Elasticsearch answers with two other clusters, eu and asia.
describe('canExcludeAfter', () => {
  it.each([
    ['logs-*', '-logs-a', true],
    ['logs-a', '-logs-a', false],
    ['eu:logs-*', '-logs-a', false],
    ['logs-*', 'eu:-logs-a', false],
    ['logs-*', '*:-logs-a', false],
    ['*:logs-*', '-logs-a', false],
    ['*:logs-*', 'eu:-logs-a', true],
    ['eu:logs-*', '*:-logs-a', true],
    // The star is for clusters alone.
    ['*:logs-a', '*:-logs-a', false],
    ['e*:logs-a', 'eu:-logs-a', false],
    // A whole cluster is left out also of names.
    ['*:logs-a', '-eu:*', true],
    ['eu:logs-a', '-eu:*', true],
    ['asia:logs-*', '-eu:*', false],
    ['logs-*', '-eu:*', false],
  ])('after %s, %s leaves out: %s', (pattern, part, isLeftOut) => {
    expect(canExcludeAfter(pattern, part)).toBe(isLeftOut);
  });
});

describe('indexExpressions', () => {
  it('joins names with commas', () => {
    expect(indexExpressions(['a', 'b'])).toEqual(['a,b']);
    expect(indexExpressions([])).toEqual([]);
  });

  it('fits every expression into the path of a request and leaves no name out', () => {
    const names = Array.from({ length: 400 }, (_, day) => `logstash-${day}-2026.11.23`);
    const expressions = indexExpressions(names);
    expect(expressions.map((each) => encodeURIComponent(each).length <= 3000)).not.toContain(false);
    expect(expressions.join(',').split(',')).toEqual(names);
  });
});
