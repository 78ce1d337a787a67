import { countsSource } from '../../test/fixtures/counts_source';
import { askedIndices, narrowed, withExclusions } from './asked_indices';

describe('askedIndices', () => {
  it.each([
    ['logs-a', ['logs-a'], []],
    [' logs-a , logs-b ', ['logs-a', 'logs-b'], []],
    ['-logs-old, logs-*,logs-*,', ['logs-*'], ['-logs-old']],
    ['-logs-old', [], ['-logs-old']],
    ['europe:logs-*,europe:-logs-old', ['europe:logs-*'], ['europe:-logs-old']],
    ['<logs-{now/d}>,europe:logs-a', ['<logs-{now/d}>', 'europe:logs-a'], []],
    [' , ', [], []],
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
  ])('reads of %s what it reads anyway', (text, index) => {
    expect(narrowed(preset, askedIndices(text))?.index).toBe(index);
  });
});
