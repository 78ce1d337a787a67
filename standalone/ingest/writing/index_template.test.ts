import { coversLogs, getIndexTemplate } from './index_template';
import { indexName } from '../documents/index_name';

describe('coversLogs', () => {
  it.each(['logstash-*', 'logstash-2015.*', '*', 'log*', '*-2015.04.01'])(
    'says yes of %s',
    (pattern) => {
      expect(coversLogs(pattern)).toBe(true);
    },
  );

  it.each(['logs-*-*', '.monitoring-logstash-*', 'logstash', 'logstash-2015?04.01', ''])(
    'says no of %s',
    (pattern) => {
      expect(coversLogs(pattern)).toBe(false);
    },
  );
});

describe('getIndexTemplate', () => {
  it('maps strings as keywords, the message as text, codes as numbers', () => {
    const { index_patterns: patterns, template } = getIndexTemplate();
    expect(patterns).toEqual(['logstash-*']);
    expect(template?.mappings?.properties).toMatchObject({
      '@timestamp': { type: 'date' },
      message: { type: 'text' },
      type: { type: 'keyword' },
      tags: { type: 'keyword' },
      syslog_severity_code: { type: 'long' },
      rule_number: { type: 'long' },
      alert: { properties: { signature_id: { type: 'long' } } },
    });
  });
});

describe('indexName', () => {
  it('is that of the UTC day', () => {
    expect(indexName('2015-04-01T23:59:59.999Z')).toBe('logstash-2015.04.01');
  });
});
