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
    expect(askedIndices(text)).toEqual({ patterns, excluded });
  });

  it('has what is left out after what is named', () => {
    expect(withExclusions(['logs-*'], askedIndices('-logs-old,-logs-new,logs-*'))).toBe(
      'logs-*,-logs-old,-logs-new',
    );
  });
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
  ])('reads of %s what it reads anyway', (text, index) => {
    expect(narrowed(preset, askedIndices(text))?.index).toBe(index);
  });
});
