import fc from 'fast-check';
import { matchesPattern } from '../../common/sources';
import { countsSource } from '../../test/fixtures/counts_source';
import {
  askedIndices,
  idleExclusions,
  isReached,
  namelessParts,
  narrowed,
  patternsWithin,
  withExclusions,
} from './asked_indices';

describe('askedIndices', () => {
  it.each([
    ['logs-a', ['logs-a'], []],
    [' logs-a , logs-b ', ['logs-a', 'logs-b'], []],
    ['-logs-old, logs-*,logs-*,', ['logs-*'], ['-logs-old']],
    ['-logs-old', [], ['-logs-old']],
    ['europe:logs-*,europe:-logs-old', ['europe:logs-*'], ['europe:-logs-old']],
    ['<logs-{now/d}>,europe:logs-a', ['<logs-{now/d}>', 'europe:logs-a'], []],
    [' , ', [], []],
    ['_all', ['*'], []],
    ['eu:_all,eu:-_all', ['eu:*'], ['eu:-*']],
    ['app-*,-_all,x-_all', ['app-*', 'x-_all'], ['-*']],
  ])('reads "%s"', (text, patterns, excluded) => {
    expect(askedIndices(text)).toMatchObject({ patterns, excluded });
  });

  it('has what is left out after what is named', () => {
    expect(withExclusions(['logs-*'], askedIndices('-logs-old,-logs-new,logs-*'))).toBe(
      'logs-*,-logs-old,-logs-new',
    );
  });
});

it.each([
  ['app-*,-app-a*,app-a-old', ['app-*', 'app-a-old'], 'app-*,-app-a*,app-a-old'],
  ['app-*,-app-a*,app-a-old', ['app-*'], 'app-*,-app-a*'],
  ['app-*,-app-a*,app-a-old', ['app-a-old'], 'app-a-old'],
  ['app-a-old,app-*,-app-a*', ['app-*', 'app-a-old'], 'app-a-old,app-*,-app-a*'],
  ['app-*,-*-old,db-*', ['db-*'], 'db-*'],
  ['app-*,db-*,-*-old', ['db-*'], 'db-*,-*-old'],
  ['-*-old,app-*,db-*', ['db-*'], 'db-*,-*-old'],
  ['app-*,-app-a,app-*', ['app-*'], 'app-*'],
  ['eu:app-*,eu:-app-a,eu:app-a', ['eu:app-*', 'eu:app-a'], 'eu:app-*,eu:-app-a,eu:app-a'],
])('leaves out of %s only what is before it, for %j', (text, patterns, expression) => {
  expect(withExclusions(patterns, askedIndices(text))).toBe(expression);
});

it('leaves nothing out of names without a pattern, which Elasticsearch would take for a name', () => {
  expect(withExclusions(['logs-a'], askedIndices('logs-a,-logs-old'))).toBe('logs-a');
});

it.each([
  ['app*,-', ['-']],
  ['eu:-,app*,eu:,-eu:', ['eu:-', 'eu:', '-eu:']],
  ['app*,-*,<-{now/d}>', []],
])('finds parts of %s without a name', (text, nameless) => {
  expect(namelessParts(askedIndices(text))).toEqual(nameless);
});

it('leaves nothing out of a name in all clusters', () => {
  expect(idleExclusions(askedIndices('*:logs-x,*:-logs-x'))).toEqual(['*:-logs-x']);
  expect(idleExclusions(askedIndices('*:logs-x,-eu:*'))).toEqual([]);
});

describe('a source in another cluster', () => {
  const source = { index: 'europe:logs-*, europe:-logs-old,app-*,-app-old' };

  it('has patterns within another one, not what it leaves out', () => {
    expect(patternsWithin('europe:*', source)).toEqual(['europe:logs-*']);
    expect(patternsWithin('app-*', source)).toEqual(['app-*']);
  });

  it('reads what it names', () => {
    expect(isReached('europe:logs-old', source)).toBe(true);
    expect(isReached('europe:-logs-old', source)).toBe(false);
  });
});

describe('a preset', () => {
  const preset = countsSource({ index: 'logstash-*,syslog-*' });

  it.each([
    ['logstash-2015.*', 'logstash-2015.*'],
    [
      'logstash-2015.*,syslog-a,app-*,-logstash-2015.04.01',
      'logstash-2015.*,syslog-a,-logstash-2015.04.01',
    ],
    ['logstash-*', 'logstash-*'],
    ['app-*', undefined],
    ['*', 'logstash-*,syslog-*'],
    ['log*,logstash-a', 'logstash-*,logstash-a'],
    ['s*,-syslog-old', 'syslog-*,-syslog-old'],
    ['*,-syslog-2*,syslog-2026', 'logstash-*,syslog-*,-syslog-2*,syslog-2026'],
    // What is named again after it was left out is read again.
    ['sys*,-syslog-old,syslog-*', 'syslog-*'],
    ['s*,-syslog-old,sys*', 'syslog-*'],
    ['syslog-*,-syslog-a.old,s*.old', 'syslog-*,-syslog-a.old,syslog-*.old'],
    ['*.old', 'logstash-*.old,syslog-*.old'],
    ['syslog-a,s*,-syslog-a,l*', 'syslog-a,syslog-*,-syslog-a,logstash-*'],
    ['syslog-a,x*,-syslog-*,l*', 'logstash-*'],
    // A preset reads no other cluster.
    ['*:*,*:-syslog-a', undefined],
  ])('reads of %s what it reads anyway', (text, index) => {
    expect(narrowed(preset, askedIndices(text))?.index).toBe(index);
  });
});

describe('what a preset reads of what a user named', () => {
  /** Whether an expression reads a name, as Elasticsearch says of it: part after part. */
  function reads(expression: string, name: string): boolean {
    let [isRead, isWide] = [false, false];
    for (const part of expression.split(',')) {
      if (!part.startsWith('-')) {
        isRead ||= matchesPattern(name, part);
        isWide ||= part.includes('*');
      } else if (!isWide) {
        throw new Error(`Elasticsearch would take ${part} for a name`);
      } else if (matchesPattern(name, part.slice(1))) {
        isRead = false;
      }
    }
    return isRead;
  }

  const letters = (alphabet: string, most: number) =>
    fc
      .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: most })
      .map((list) => list.join(''));
  const parts = fc.array(
    fc.tuple(fc.boolean(), letters('ab**', 4)).map(([isOut, own]) => `${isOut ? '-' : ''}${own}`),
    { maxLength: 6 },
  );

  it('is exactly what both read, in whatever order it is named and left out', () => {
    const preset = countsSource({ index: 'a*,*b' });
    fc.assert(
      fc.property(letters('ab*', 3), parts, letters('ab', 5), (first, rest, name) => {
        const text = [first, `${first}*`, ...rest].join(',');
        const isRead = reads(text, name) && reads(preset.index, name);
        const index = narrowed(preset, askedIndices(text))?.index;
        expect(index !== undefined && index !== '' && reads(index, name)).toBe(isRead);
      }),
      { numRuns: 3_000 },
    );
  });
});
