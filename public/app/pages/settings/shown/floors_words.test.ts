import { floorsWords } from './floors_words';

describe('floorsWords', () => {
  it('say what is too little to be flagged', () => {
    expect(floorsWords({ least_count: 10, least_excess: 5, least_ratio: 1.5 })).toBe(
      'fewer than 10 events, within 5 of usual, under 1.5 times usual',
    );
    expect(floorsWords({ least_excess: 5 })).toBe('within 5 of usual');
  });

  it('say that nothing is assessed at all, or nothing', () => {
    expect(floorsWords({ judge: false, least_count: 10 })).toBe('not assessed');
    expect([floorsWords(), floorsWords({ judge: true })]).toEqual(['', '']);
  });
});
