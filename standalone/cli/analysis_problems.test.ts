import { parseSettings } from '../../common/settings/parse_settings';
import type { Run } from '../../server/app/runs/run';
import { startedRun } from '../../server/app/runs/started_run';
import { analysisProblems } from './analysis_problems';

const DAY = '2026-11-27';

function problemsOf(parts: Partial<Run>, began = '2026-11-28T06:00:00.000Z'): string[] {
  const parsed = parseSettings({ zone: 'UTC' });
  if ('faults' in parsed) throw new Error('valid settings expected');
  const run = startedRun({
    ...{ day: DAY, scope: 'default', settings: parsed.settings, now: new Date(began) },
    ...{ attempt: 'a', started_by: null, origin: 'user' },
  });
  return analysisProblems({ run: { ...run, status: 'analyzed', ...parts }, tagging: null });
}

describe('the problems of an analysis that was completed', () => {
  it('are none if the whole day is known', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('include that a day is partial for another reason, such as silences that are not stored', () => {
    const silence = 'what was silent could not all be stored (web1 of syslog): read-only';
    expect(problemsOf({ status: 'partial', left_out: [silence] })).toEqual([
      'the day is only partly analyzed',
    ]);
  });

  it('do not deny the events of a source that none of its documents is in a series of', () => {
    const result = { source: 'syslog', state: 'judged', documents: 12, is_misfit: true } as const;
    const results = [result] as unknown as Run['source_results'];
    expect(problemsOf({ status: 'partial', documents: 12, source_results: results })).toEqual([
      '1 of 1 source has no event in a series, though there are documents',
    ]);
  });

  it('are not that the day was not over', () => {
    for (const began of ['2026-11-27T12:00:00.000Z', '2026-11-28T00:10:00.000Z']) {
      expect(problemsOf({ status: 'partial' }, began)).toEqual([]);
    }
  });

  it('do not say it twice', () => {
    const only = 'only ann sees the result, because this user cannot read all documents';
    expect(problemsOf({ status: 'partial', seen_by: 'ann' })).toEqual([only]);
  });
});
