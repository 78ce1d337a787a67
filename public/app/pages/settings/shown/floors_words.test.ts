import { floorsWords } from './floors_words';

describe('floorsWords', () => {
  it('say what is too little to be flagged', () => {
    expect(floorsWords({ least_count: 10, least_excess: 5, least_ratio: 1.5 })).toBe(
      'at least 10 events, at least 5 more or fewer than usual, at least 1.5 times usual or 1/1.5',
    );
    expect(floorsWords({ least_count: 1 })).toBe('at least 1 event');
    expect(floorsWords({ least_excess: 5 })).toBe('at least 5 more or fewer than usual');
  });

  it('say that nothing is assessed at all, or nothing', () => {
    expect(floorsWords({ judge: false, least_count: 10 })).toBe('not assessed');
    expect([floorsWords(), floorsWords({ judge: true })]).toEqual(['', '']);
  });
});
