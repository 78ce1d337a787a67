import { differences } from './differences';

describe('differences', () => {
  it('takes numbers for equal up to a billionth, and no further', () => {
    expect(differences({ score: 4 }, { score: 4 + 3e-9 })).toEqual([]);
    expect(differences({ score: 4 }, { score: 4 + 5e-9 })).toEqual(['score: 4, now 4.000000005']);
    expect(differences([NaN, 1e12], [NaN, 1e12 + 1])).toEqual([]);
  });

  it('names the place of each difference, a value that is gone or came included', () => {
    const before = { flags: [{ hour: 3, direction: 'low' }], shift: null };
    const after = { flags: [{ hour: 3, direction: 'high' }, { hour: 4 }], shift: 0 };
    expect(differences(before, after)).toEqual([
      'flags.0.direction: "low", now "high"',
      'flags.1: undefined, now {"hour":4}',
      'shift: null, now 0',
    ]);
  });

  it('asks for no wording', () => {
    const before = { basis: '2 days: not judged', sentence: 'a', basis_days: ['2026-01-01'] };
    const after = { basis: '2 days: not assessed', sentence: 'b', basis_days: ['2026-01-01'] };
    expect(differences(before, after)).toEqual([]);
  });
});
