import { canPick } from './can_pick';

describe('the days that can be picked', () => {
  const logged = ['2015-03-16', '2015-03-18', '2015-04-01'];

  it('are those with logs', () => {
    expect(canPick('2015-03-16', '2015-04-02', logged)).toBe(true);
    expect(canPick('2015-03-17', '2015-04-02', logged)).toBe(false);
  });

  it('are those before all that is known, too, but none of the future', () => {
    expect(canPick('2014-12-31', '2015-04-02', logged)).toBe(true);
    expect(canPick('2015-04-03', '2015-04-02', logged)).toBe(false);
  });

  it('are all of the past while nothing is known', () => {
    expect(canPick('2015-03-17', '2015-04-02', undefined)).toBe(true);
    expect(canPick('2015-03-17', '2015-04-02', [])).toBe(true);
  });
});
