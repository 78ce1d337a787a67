import { excludedPattern, isExclusion, joinedExpression } from './index_expression';

describe('a part of an index expression', () => {
  it.each([
    ['-logs-old', 'logs-old'],
    ['europe:-logs-old', 'europe:logs-old'],
    ['-europe:*', 'europe:*'],
    ['<-{now/d}>', undefined],
    ['logs-old', undefined],
    ['europe:logs-old', undefined],
  ])('%s leaves out %s', (part, excluded) => {
    expect(isExclusion(part)).toBe(excluded !== undefined);
    expect(excludedPattern(part)).toBe(excluded);
  });
});

describe('one index expression for several', () => {
  it.each([
    [['a-*', 'b-*,a-*'], 'a-*,b-*'],
    [['logs-app-*', 'logs-*,-logs-app-*'], 'logs-*,-logs-app-*,logs-app-*'],
    [['logs-*,-logs-old', 'logs-*'], 'logs-*,-logs-old,logs-*'],
    [['app', 'europe:a-*,europe:-a-old'], 'europe:a-*,europe:-a-old,app'],
    [['a-*, -a-old', 'a-*,-a-old'], 'a-*,-a-old'],
    [[], ''],
  ])('of %j leaves out nothing that one of them reads', (expressions, joined) => {
    expect(joinedExpression(expressions)).toBe(joined);
  });

  it('is none if two leave out, since each would leave out of the other', () => {
    expect(joinedExpression(['a-*,-a-old', 'b-*,-b-old'])).toBeUndefined();
  });
});
