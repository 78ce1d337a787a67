import { indexPatterns } from './index_patterns';

describe('indexPatterns', () => {
  it('joins what differs in dates and counters only', () => {
    const names = [
      'logstash-2015.04.01',
      'logstash-2015.04.02',
      'app-2015.w14',
      'app-2015.w15',
      'wazuh-alerts-4.x-2026.11.28',
      'nginx-000012',
      'nginx-000013',
      'logs-system.syslog-default',
      'plain',
    ];
    expect(indexPatterns(names)).toEqual([
      { pattern: 'app-*', indices: 2 },
      { pattern: 'logstash-*', indices: 2 },
      { pattern: 'nginx-*', indices: 2 },
      { pattern: 'logs-system.syslog-default', indices: 1 },
      { pattern: 'plain', indices: 1 },
      { pattern: 'wazuh-alerts-4.x-*', indices: 1 },
    ]);
  });

  it('leaves out hidden indices and those of Logwave', () => {
    expect(indexPatterns(['.kibana_1', '.ds-logs-x-2015.04.01-000001', 'logwave-runs'])).toEqual(
      [],
    );
  });

  it('makes one pattern of 5,000 daily indices', () => {
    const names = Array.from({ length: 5_000 }, (_, day) => {
      const date = new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10);
      return `logs-${date.replaceAll('-', '.')}`;
    });
    expect(indexPatterns(names)).toEqual([{ pattern: 'logs-*', indices: 5_000 }]);
  });
});
