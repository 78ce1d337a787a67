import type { Assessment, NotAssessedReason } from '../hours/assessment';
import { noFindingSentence } from './no_finding_sentence';

const nothing = {
  usual_day: null,
  ranges: null,
  basis: '',
  surprise: null,
  surprise_by_hour: null,
  difference: null,
  contribution: null,
} as const;

const notAssessed = (reason: NotAssessedReason, days: number): Assessment => ({
  ...nothing,
  basis_days: Array<string>(days).fill('2015-03-25'),
  state: 'not_judged',
  reason,
});

describe('noFindingSentence', () => {
  it('says why nothing was assessed, with the number of days if they are too few', () => {
    expect(noFindingSentence(notAssessed('few_days', 0))).toBe(
      'Not assessed: no training day is known.',
    );
    expect(noFindingSentence(notAssessed('few_days', 1))).toBe(
      'Not assessed: only 1 training day.',
    );
    expect(noFindingSentence(notAssessed('few_days', 2))).toBe(
      'Not assessed: only 2 training days.',
    );
    expect(noFindingSentence(notAssessed('no_events', 4))).toMatch(/no event on this day/);
    expect(noFindingSentence(notAssessed('unknown_hours', 4))).toMatch(/some hours .* unknown/);
    expect(noFindingSentence(notAssessed('unknown_day', 4))).toMatch(/no hour of the day is known/);
    const unlearned = notAssessed('unlearned_hours', 4);
    expect(noFindingSentence(unlearned)).toMatch(/no training day .* same hours/);
    // Hours of the day are known, so it is not the silence of the source.
    expect(noFindingSentence(unlearned, true)).toBe(noFindingSentence(unlearned));
    expect(noFindingSentence(notAssessed('closed_days', 4))).toMatch(/closed/);
    expect(noFindingSentence(notAssessed('switched_off', 4))).toMatch(/settings/);
  });

  it('says nothing of a series that is as usual', () => {
    expect(noFindingSentence({ ...nothing, basis_days: [], state: 'usual' })).toBeNull();
  });
});
