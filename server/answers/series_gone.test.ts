import { startedRun } from '../app/runs/started_run';
import { parseSettings } from '../../common/settings/parse_settings';
import { notingGoneSeries } from './series_gone';

const parsed = parseSettings({ zone: 'UTC' });
if ('faults' in parsed) throw new Error('valid settings expected');
const { settings } = parsed;
const request = { day: '2026-01-05', scope: 'default', settings, now: new Date(0) };
const begun = startedRun({ ...request, attempt: 'a', started_by: null, origin: 'user' });
const run = { ...begun, series: 3, left_out: ['known'] };

describe('notingGoneSeries', () => {
  it('says first that the series of a day are no longer kept', () => {
    const { left_out: notes } = notingGoneSeries(run, []);
    expect(notes).toEqual([expect.stringContaining('no longer kept'), 'known']);
  });

  it('says nothing of a day that has its series, or never had any', () => {
    expect(notingGoneSeries(run, [{}])).toBe(run);
    const empty = { ...run, series: 0 };
    expect(notingGoneSeries(empty, [])).toBe(empty);
  });
});
