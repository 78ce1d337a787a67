import { SILENT_ROWS } from '../../../test/fixtures/page_silence';
import type { SilenceLook } from '../../../server/app/silence';
import { silenceLines } from './report_silence';

const [row] = SILENT_ROWS;
if (row === undefined) throw new Error('nothing is silent');

const lookAt = (at: string, parts: Partial<typeof row>): SilenceLook => ({
  at,
  day: '2015-04-01',
  rows: [{ ...row, ...parts }],
  quiet_together: null,
  notes: [],
  unwatched: [],
  is_troubled: false,
  sources: ['syslog'],
  without_hosts: [],
  not_known: null,
  not_known_of: { sources: [], hosts_of: [] },
  lifted: [],
  watched: { sources: 4, hosts: 9, series: 42 },
});

describe('the list of what is silent', () => {
  const since = '2015-04-01T13:00:00.000Z';
  const midnight = '2015-04-02T00:00:00.000Z';
  const seen = { last_seen: since, silent_since: since };

  it('says that nothing is silent only where everything is known', () => {
    const look = { ...lookAt(midnight, seen), rows: [] };
    expect(silenceLines(look, false)[0]).toBe('Nothing is silent.');
    const inPart = silenceLines({ ...look, not_known: 'solo; the hosts of app' }, false);
    expect(inPart.slice(0, 2)).toEqual([
      'Nothing is known to be silent.',
      'Not known: solo; the hosts of app.',
    ]);
  });

  it('counts the length from the last event', () => {
    const look = lookAt(midnight, { ...seen, is_to_the_minute: true });
    expect(silenceLines(look, false).join('\n')).toContain('  11 hours  ');
  });

  it('counts it from the end of the hour where only the hour of the last event is known', () => {
    const look = lookAt(midnight, { ...seen, is_to_the_minute: false });
    expect(silenceLines(look, false).join('\n')).toContain('  10 hours  ');
  });
});
