import { silentThings } from './silent_words';

const row = (source: string, host: string | null, subtype: string | null) => ({
  source,
  host,
  subtype,
  series_name: host ?? subtype ?? source,
});

describe('silentThings', () => {
  it('says what each silence is about', () => {
    const rows = [row('syslog', null, null), row('syslog', 'web2', null), row('a', null, 'sshd')];
    expect(silentThings(rows, [])).toEqual([
      { kind: 'source', name: 'syslog' },
      { kind: 'host', name: 'web2' },
      { kind: 'series', name: 'sshd' },
    ]);
  });

  it('leaves out a source or series that has a finding: it counts once', () => {
    const rows = [row('syslog', null, null), row('a', null, 'sshd'), row('a', null, 'cron')];
    const findings = [
      { source: 'syslog', subtype: null },
      { source: 'a', subtype: 'sshd' },
      { source: 'b', subtype: 'cron' },
    ];
    expect(silentThings(rows, findings)).toEqual([{ kind: 'series', name: 'cron' }]);
  });

  it('keeps a host of a source that has a finding', () => {
    const found = silentThings(
      [row('syslog', 'web2', null)],
      [{ source: 'syslog', subtype: null }],
    );
    expect(found).toEqual([{ kind: 'host', name: 'web2' }]);
  });
});
