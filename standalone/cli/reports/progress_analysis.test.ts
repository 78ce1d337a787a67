import { NO_PROGRESS } from '../../../server/app/runs/run';
import { progressLine } from './progress_analysis';

describe('progressLine', () => {
  it('counts days, then series and what is unusual', () => {
    expect(progressLine({ ...NO_PROGRESS, days: 32, days_counted: 1 })).toEqual({
      phase: 'Counting',
      done: 1,
      total: 32,
      words: '1 of 32 days',
    });
    const compared = { days: 32, days_counted: 32, series_compared: 1_200, findings: 3 };
    expect(progressLine({ ...NO_PROGRESS, ...compared }).words).toBe(
      '32 of 32 days, 1,200 series, 3 unusual',
    );
  });

  it('counts documents while they are tagged, never more than there are', () => {
    const tagging = { phase: 'tagging' as const, documents_to_tag: 68, documents_tagged: 70 };
    expect(progressLine({ ...NO_PROGRESS, ...tagging })).toEqual({
      phase: 'Tagging',
      done: 68,
      total: 68,
      words: '70 of 68 documents',
    });
  });
});
