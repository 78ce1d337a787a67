import { foundSentence, summarySentence, type DaySummary } from './summary_sentence';

const summary = (parts: Partial<DaySummary>): string =>
  summarySentence({
    series: 42,
    unusual: 0,
    not_judged: 0,
    below_floor: 0,
    tagged: null,
    notes: 0,
    bases: [{ basis: '4 Wednesdays', series: 42 }],
    ...parts,
  });

describe('summarySentence', () => {
  it('tells what is unusual, tagged and compared with', () => {
    expect(summary({ unusual: 5, tagged: 131 })).toBe(
      '5 of 42 series unusual. 131 tags on documents. Compared with the last 4 Wednesdays.',
    );
    expect(summary({ unusual: 1, series: 1, tagged: 1, not_judged: 1 })).toBe(
      '1 of 1 series unusual. 1 not assessed. 1 tag on documents. Compared with the last 4 Wednesdays.',
    );
  });

  it('never says only that nothing is unusual where something was skipped', () => {
    expect(summary({ series: 1_042, not_judged: 3, notes: 1, bases: [] })).toBe(
      'Nothing unusual in 1,042 series. 3 not assessed. 1 note about this run.',
    );
  });

  it('counts what lies below the minimums of the settings', () => {
    expect(summary({ not_judged: 3, below_floor: 1, bases: [] })).toBe(
      'Nothing unusual in 42 series. 3 not assessed. 1 below its minimum.',
    );
    expect(summary({ below_floor: 1_200, bases: [] })).toContain('1,200 below their minimums.');
  });

  it('says that series differ in what they are compared with', () => {
    expect(
      summary({
        bases: [
          { basis: '22 working days', series: 1 },
          { basis: '31 days', series: 2 },
        ],
      }),
    ).toBe('Nothing unusual in 42 series. Mostly compared with the last 31 days.');
  });

  it('begins with what was found', () => {
    expect(foundSentence(42, 0)).toBe('Nothing unusual in 42 series.');
    expect(foundSentence(1, 1)).toBe('1 of 1 series unusual.');
    expect(foundSentence(0, 0)).toBe('No series to assess.');
  });
});
