import { changeWords, type Change } from './change_words';

const change = (of: Partial<Change>): Change => ({
  verdict: 'more',
  ratio: null,
  runs: [],
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
      change({ verdict: 'moved', ratio: 40, shift: { hours: 7, is_about: true } }),
    ].map((one) => changeWords(one));
    expect(tokens).toEqual(['3.6×', '0.2×', 'new', 'none', '+3 h', '−11 h', '≈ +7 h']);
  });

  it('never prints “0×”, also where only a stretch of the day is empty', () => {
    expect(changeWords(change({ verdict: 'less', ratio: 0 }))).toBe('none');
  });

  it('is empty if no number describes it', () => {
    expect(changeWords(change({ ratio: null }))).toBe('');
  });

  it('has no ratio where less than one event is usual, but what the sentence calls usual', () => {
    const from = (expected: number, usual: [number, number], ratio: number | null) =>
      changeWords(change({ ratio, runs: [{ expected, usual }] }));
    expect(from(0.02, [0, 0.12], null)).toBe('from 0');
    expect(from(0.6, [0.3, 0.9], null)).toBe('from 0–1');
    // Some of them are stored.
    expect(from(0.02, [0, 0.12], 700)).toBe('from 0');
    expect(from(2, [1, 3], 7)).toBe('7×');
    expect(from(0.6, [0, 1], 0)).toBe('none');
  });

  it('takes the names of another language', () => {
    const names = { new: 'neu', none: 'keine', from: (usual: string) => `von ${usual}` };
    expect(changeWords(change({ verdict: 'silent', ratio: 0 }), names)).toBe('keine');
    const few = change({ runs: [{ expected: 0.02, usual: [0, 0.1] }] });
    expect(changeWords(few, names)).toBe('von 0');
  });
});
