import { foldRows, type Causes } from './fold_rows';
import type { SilenceRow } from './silence_row';

const AT = new Date('2026-03-05T00:00:00Z');
const NOTHING: Causes = { groups: [], hostsOf: new Map(), parents: new Map() };

function row(parts: Partial<SilenceRow>): SilenceRow {
  return {
    source: 'mail',
    host: null,
    subtype: null,
    series_name: 'mail',
    state: 'silent',
    last_seen: '2026-03-02T09:00:00.000Z',
    is_to_the_minute: true,
    due_by: '2026-03-02T12:00:00.000Z',
    silent_since: '2026-03-02T09:00:00.000Z',
    recovered_at: null,
    usual_per_day: 24,
    usual: '1 an hour',
    longest_gap: '',
    mornings: 3,
    missing: 60,
    muted_until: null,
    reason: null,
    daily: [],
    below: [],
    folded: 0,
    sentence: '',
    ...parts,
  };
}

const shown = (rows: readonly SilenceRow[]): string[] =>
  rows.map(({ source, host, subtype, below }) =>
    [
      `${source} ${host ?? subtype ?? '*'}`,
      ...below.map((one) => `${one.source} ${one.host ?? one.subtype ?? '*'}`),
    ].join(' < '),
  );

describe('one row for one cause', () => {
  it('is the host that several sources have lost', () => {
    const rows = [
      row({ source: 'system', host: 'mail1', last_seen: '2026-03-02T09:05:00.000Z' }),
      row({ source: 'mail', host: 'mail1' }),
      row({ source: 'mail' }),
      row({ source: 'mail', subtype: 'bounce' }),
    ];
    const groups = [
      { sources: ['system'], hosts: ['mail1', 'web1'] },
      { sources: ['mail'], hosts: ['mail1'] },
    ];
    const [only, ...others] = shown(foldRows(rows, { ...NOTHING, groups }, AT));
    expect(only?.split(' < ').sort()).toEqual([
      'mail *',
      'mail bounce',
      'mail mail1',
      'system mail1',
    ]);
    expect(only).toMatch(/^system mail1/);
    expect(others).toEqual([]);
  });

  it('is the source where all of its hosts are silent, also where that is one', () => {
    const rows = [row({}), row({ host: 'mail1' }), row({ subtype: 'bounce' })];
    const groups = [{ sources: ['mail'], hosts: ['mail1'] }];
    expect(shown(foldRows(rows, { ...NOTHING, groups }, AT))).toEqual([
      'mail * < mail mail1 < mail bounce',
    ]);
  });

  it('is one row where all sources stopped together, but for what was silent before', () => {
    const rows = [
      row({ source: 'web', last_seen: '2026-03-02T09:30:00.000Z' }),
      row({}),
      row({ source: 'web', host: 'web1' }),
      row({
        source: 'web',
        host: 'old',
        last_seen: '2026-02-27T09:00:00.000Z',
        due_by: '2026-02-27T12:00:00.000Z',
      }),
    ];
    const groups = [
      { sources: ['mail'], hosts: ['mail1'] },
      { sources: ['web'], hosts: ['web1', 'old'] },
    ];
    expect(shown(foldRows(rows, { ...NOTHING, groups }, AT))).toEqual([
      'web old',
      'web * < mail * < web web1',
    ]);
  });

  it('does not hide a host that stays silent where its source speaks again', () => {
    const rows = [row({ state: 'recovered' }), row({ host: 'mail1' })];
    const groups = [{ sources: ['mail'], hosts: ['mail1', 'mail2'] }];
    expect(shown(foldRows(rows, { ...NOTHING, groups }, AT))).toEqual(['mail mail1', 'mail *']);
  });

  it('keeps a host that was marked as gone next to a source that is silent', () => {
    const rows = [row({}), row({ host: 'old', state: 'gone' })];
    const groups = [{ sources: ['mail'], hosts: ['old', 'mail1'] }];
    expect(shown(foldRows(rows, { ...NOTHING, groups }, AT))).toEqual(['mail *', 'mail old']);
  });

  it('puts the series of a host that is gone below it', () => {
    const series = row({ subtype: 'bounce' });
    const rows = [row({ host: 'old', state: 'gone' }), series];
    const groups = [{ sources: ['mail'], hosts: ['old', 'mail1'] }];
    const hostsOf = new Map([[JSON.stringify(['mail', null, 'bounce']), ['old']]]);
    expect(shown(foldRows(rows, { ...NOTHING, groups, hostsOf }, AT))).toEqual([
      'mail old < mail bounce',
    ]);
  });
});
