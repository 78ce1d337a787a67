import { findingWith } from '../../../test/fixtures/tagging_finding';
import type { Finding } from '../../../common/waveform/hours';
import type { SourceResult } from './run';
import { silentSources } from './silent_sources';

const result = (source: string, parts: Partial<SourceResult> = {}): SourceResult =>
  ({ source, state: 'judged', series: 9, documents: 5, ...parts }) as SourceResult;

/** Silent in these hours, after one event in each hour before `since`. */
const silent = (source: string, since: number, hours: readonly number[]): Finding => ({
  ...findingWith({ source, subtype: null, events: new Map() }),
  series_name: source.toUpperCase(),
  hours,
  today: Array.from({ length: 24 }, (_, hour) => (hour < since ? 1 : 0)),
});

describe('silentSources', () => {
  it('says since when a source had no event, even if no hour is certain', () => {
    const { silent: found } = silentSources([], [silent('ossec', 3, [9, 10, 22])]);
    expect(found).toEqual([{ name: 'OSSEC', since: 3, is_to_the_end: true }]);
  });

  it('distinguishes a silence that ended from one that did not', () => {
    const back = { ...silent('ossec', 0, [2, 3]), today: Array<number>(24).fill(0) };
    back.today[5] = 40;
    const { silent: found } = silentSources([], [back]);
    expect(found).toEqual([{ name: 'OSSEC', since: 6, is_to_the_end: false }]);
  });

  it('counts a source that was quiet where nothing is sure with neither side', () => {
    const findings = [silent('ossec', 0, [9]), findingWith({ events: new Map([[3, 4]]) })];
    const quiet = [
      result('ossec', { documents: 0 }),
      result('suricata', { documents: 0 }),
      result('postfix', { documents: 0, state: 'unknown', is_absent: true }),
      result('never', { series: 0 }),
    ];
    expect(silentSources(quiet, findings).sources).toBe(1);
    const known = [...quiet, result('syslog'), result('unread', { state: 'unknown' })];
    expect(silentSources(known, findings).sources).toBe(3);
  });
});
