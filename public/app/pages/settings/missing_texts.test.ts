import { missingTexts } from './missing_texts';

const READ = 'the privilege "read" is missing on "logstash-*"';

describe('what a user lacks on the logs', () => {
  it('is written once for all sources that share the pattern', () => {
    const lacking = ['syslog', 'ossec'].map((source) => ({ source, indices: [], missing: [READ] }));
    expect(missingTexts(lacking)).toEqual([`syslog, ossec: ${READ}`]);
  });

  it('is nothing where nothing is missing', () => {
    expect(missingTexts([{ source: 'syslog', indices: [], missing: [] }])).toEqual([]);
  });
});
