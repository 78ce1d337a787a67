import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { isActive, progressCounts, progressQuarter } from './run_state';
import { endSaid, progressSaid } from './run_words';

const { run } = ordinaryDay();
const withProgress = (part: Partial<typeof run.progress>) => ({
  ...run,
  status: 'running' as const,
  progress: { ...run.progress, ...part },
});

describe('the progress of a run', () => {
  it('is days and series, and events where it tags', () => {
    const counts = progressCounts(withProgress({ days_counted: 31, series_compared: 17 }));
    expect(counts.map(({ id, done, of }) => [id, done, of])).toEqual([
      ['days', 31, 32],
      ['series', 17, 42],
      ['events', 131, 131],
    ]);
    expect(progressCounts(withProgress({ documents_to_tag: 0 }))).toHaveLength(2);
  });

  it('is spoken by quarters, from nothing to all', () => {
    const none = { days: 0, days_counted: 0, series: 0, series_compared: 0, documents_to_tag: 0 };
    expect(progressQuarter(withProgress(none))).toBe(0);
    expect(progressQuarter(withProgress({ ...none, days: 4, days_counted: 4 }))).toBe(2);
    expect(progressSaid(withProgress({ ...none, days: 4, days_counted: 4 }))).toBe(
      'Analyzing, 50 percent.',
    );
    expect(progressQuarter(withProgress({}))).toBe(4);
  });

  it('is active while it runs or is being canceled', () => {
    expect(isActive({ status: 'canceling' })).toBe(true);
    expect(isActive(run)).toBe(false);
  });

  it('ends in a sentence', () => {
    expect(endSaid(run)).toBe('Analyzed.');
    expect(endSaid({ ...run, status: 'canceled', untagged: 17 })).toContain('17 tags');
    expect(endSaid({ ...run, status: 'failed', error: 'The disk is full.' })).toBe(
      'The disk is full.',
    );
    expect(endSaid({ ...run, status: 'partial', error: 'your session ended' })).toBe(
      'Analyzed in part. your session ended',
    );
  });
});
