import { notJudgedSentence } from './not_judged_sentence';

describe('notJudgedSentence', () => {
  it('says why, with the number of days where they are too few', () => {
    expect(notJudgedSentence('few_days', 1)).toBe('Based on 1 day, not judged.');
    expect(notJudgedSentence('few_days', 2)).toBe('Based on 2 days, not judged.');
    expect(notJudgedSentence('no_events', 4)).toBe('No event on this day: nothing to compare.');
    expect(notJudgedSentence('unknown_hours', 4)).toMatch(/not known/);
    expect(notJudgedSentence('switched_off', 4)).toMatch(/settings/);
  });
});
