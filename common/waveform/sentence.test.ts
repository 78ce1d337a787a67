import { comparedSentence, newSentence, verdictWords } from './sentence';

describe('comparedSentence', () => {
  it('tells count, hour and usual range of each run', () => {
    expect(
      comparedSentence([
        { from: 15, to: 16, count: 48, usual: [9.2, 13.6] },
        { from: 10, to: 11, count: 20, usual: [11, 14] },
      ]),
    ).toBe('48 at 15:00, usually 9–14; 20 at 10:00, usually 11–14.');
  });

  it('tells adjacent hours as one run, large counts with separators', () => {
    expect(comparedSentence([{ from: 13, to: 15, count: 411, usual: [1734, 1753] }])).toBe(
      '411 from 13:00 to 15:00, usually 1,734–1,753.',
    );
  });

  it('stops after two runs and says how many hours more', () => {
    const run = (from: number, to: number) => ({ from, to, count: 5, usual: [1, 1] as const });
    expect(comparedSentence([run(1, 2), run(4, 5), run(8, 9)])).toBe(
      '5 at 01:00, usually 1; 5 at 04:00, usually 1; and 1 more hour.',
    );
    expect(comparedSentence([run(1, 2), run(4, 5), run(8, 10), run(12, 13)])).toContain(
      '; and 3 more hours.',
    );
  });
});

describe('newSentence', () => {
  it('says “event” once, and where there was none', () => {
    const runs = [6, 21].map((from) => ({ from, to: from + 1, count: 1, usual: null }));
    expect(newSentence(runs, 'in the 31 days before')).toBe(
      '1 event at 06:00, 1 at 21:00; none in the 31 days before.',
    );
  });

  it('knows several', () => {
    const runs = [{ from: 22, to: 24, count: 1200, usual: null }];
    expect(newSentence(runs, 'on the 4 Wednesdays before')).toBe(
      '1,200 events from 22:00 to 24:00; none on the 4 Wednesdays before.',
    );
  });
});

describe('verdictWords', () => {
  it('begins the sentence', () => {
    expect(verdictWords('silent')).toBe('Silent.');
  });
});
