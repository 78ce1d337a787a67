import { findingWith } from '../../test/fixtures/tagging_finding';
import type { Finding } from '../../common/waveform/hours';
import { toApiFinding } from './to_api_finding';

const made = findingWith({ source: 'syslog', subtype: 'sudo', events: new Map([[18, 14]]) });
const usually = (expected: number, usual: [number, number], ratio: number): Finding => ({
  ...made,
  ratio,
  runs: made.runs.map((run) => ({ ...run, expected, usual })),
});
const limits = {};

describe('a finding as the API shows it', () => {
  it('has no ratio where less than one event is usual, though one is stored', () => {
    expect(toApiFinding(usually(0.02, [0, 0.12], 700), limits).ratio).toBeNull();
    expect(toApiFinding(usually(2, [1, 3], 7), limits).ratio).toBe(7);
    expect(toApiFinding({ ...made, runs: [], ratio: 0 }, limits).ratio).toBe(0);
  });

  it('has the events of hours that do not last one hour, and a ticket that tells them', () => {
    const logged = { count: 28, expected: 4, usual: [2, 6] as const };
    const finding = usually(2, [1, 3], 7);
    const sentence = '28 at 18:00, usually 2–6.';
    const runs = finding.runs.map((run) => ({ ...run, logged }));
    const shown = toApiFinding({ ...finding, sentence, runs }, limits);
    expect(shown.runs).toMatchObject([{ count: 14, usual: [1, 3], logged }]);
    expect(shown.ticket).toContain('had 28 events at 18:00, usually 2–6: 7× the usual 4');
    expect(toApiFinding(finding, limits).runs[0]).not.toHaveProperty('logged');
  });

  it('names the hours of shared events, where they are known', () => {
    const view = { source: 'syslog', subtype: '5', series_name: 'Syslog notice', on: null };
    const shared = [
      { ...view, shared: 28, of: 28, hours: [18, 19] },
      { ...view, shared: 28, of: 28 },
    ];
    expect(toApiFinding({ ...made, shared }, limits).shared.map(({ hours }) => hours)).toEqual([
      [18, 19],
      null,
    ]);
  });
});
