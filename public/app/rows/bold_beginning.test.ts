import { boldBeginning } from './bold_beginning';

const head = (summary: string, unusual: number, total: number) => ({
  summary,
  series_unusual: unusual,
  series_total: total,
});

describe('the beginning of the summary', () => {
  it('is bold where it counts the unusual series, separators included', () => {
    expect(
      boldBeginning(head('5 of 10,000 series unusual. 131 tags on documents.', 5, 10_000)),
    ).toEqual(['5 of 10,000 series unusual', '. 131 tags on documents.']);
    expect(boldBeginning(head('1 of 42 series unusual, 1 not assessed.', 1, 42))[0]).toBe(
      '1 of 42 series unusual',
    );
  });

  it('is plain where it says something else', () => {
    const plain = 'Nothing unusual in 42 series.';
    expect(boldBeginning(head(plain, 0, 42))).toEqual(['', plain]);
  });
});
