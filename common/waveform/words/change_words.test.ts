import { changeWords, type Change } from './change_words';

const change = (of: Partial<Change>): Change => ({
  verdict: 'more',
  ratio: null,
  shift: null,
  ...of,
});

describe('how far a finding is from usual', () => {
  it('is one token for each verdict', () => {
    const tokens = [
      change({ ratio: 3.61 }),
      change({ verdict: 'less', ratio: 0.2 }),
      change({ verdict: 'new' }),
      change({ verdict: 'silent', ratio: 0 }),
      change({ verdict: 'moved', ratio: 40, shift: { hours: 3 } }),
      change({ verdict: 'moved', ratio: 40, shift: { hours: -11 } }),
    ].map((one) => changeWords(one));
    expect(tokens).toEqual(['3.6×', '0.2×', 'new', 'none', '+3 h', '−11 h']);
  });

  it('never prints “0×”, also where only a stretch of the day is empty', () => {
    expect(changeWords(change({ verdict: 'less', ratio: 0 }))).toBe('none');
  });

  it('is empty if no number describes it', () => {
    expect(changeWords(change({ ratio: null }))).toBe('');
  });

  it('takes the names of another language', () => {
    const names = { new: 'neu', none: 'keine' };
    expect(changeWords(change({ verdict: 'silent', ratio: 0 }), names)).toBe('keine');
  });
});
