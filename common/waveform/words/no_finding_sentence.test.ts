import type { Assessment, NotJudgedReason } from '../hours/assessment';
import { noFindingSentence } from './no_finding_sentence';

const nothing = {
  usual_day: null,
  basis: '',
  surprise: null,
  surprise_by_hour: null,
  difference: null,
  contribution: null,
} as const;

const notJudged = (reason: NotJudgedReason, days: number): Assessment => ({
  ...nothing,
  basis_days: Array<string>(days).fill('2015-03-25'),
  state: 'not_judged',
  reason,
});

describe('noFindingSentence', () => {
  it('says why nothing was judged, with the number of days where they are too few', () => {
    expect(noFindingSentence(notJudged('few_days', 1))).toBe('Based on 1 day, not judged.');
    expect(noFindingSentence(notJudged('few_days', 2))).toBe('Based on 2 days, not judged.');
    expect(noFindingSentence(notJudged('no_events', 4))).toMatch(/^No event on this day/);
    expect(noFindingSentence(notJudged('unknown_hours', 4))).toMatch(/not known/);
    expect(noFindingSentence(notJudged('closed_days', 4))).toMatch(/closed/);
    expect(noFindingSentence(notJudged('switched_off', 4))).toMatch(/settings/);
  });

  it('says nothing of a series that is as usual', () => {
    expect(noFindingSentence({ ...nothing, basis_days: [], state: 'usual' })).toBeNull();
  });
});
