import { boldBeginning } from './bold_beginning';

describe('the beginning of the summary', () => {
  it.each([
    ['5 of 10,000 series unusual', '. 131 documents tagged.'],
    ['1 of 42 series unusual', ', 1 not assessed.'],
    ['1 source silent: OSSEC', '. No finding in the 36 series that could be assessed.'],
    ['3 findings: 1 source silent (OSSEC)', ', and 2 of 45 series unusual.'],
    ['1 host silent: web2.example.com', '. 1 of 44 series unusual.'],
    ['1 host and 1 series silent: web2, Message clean-up', '. 7 of 45 series unusual, 1 new.'],
    ['No logs from any source since 00:00', '; nothing could be assessed.'],
    ['The analysis of this day did not end', '. 7 series unusual.'],
  ])('is bold if it says what was found, separators included', (bold, rest) => {
    expect(boldBeginning(bold + rest)).toEqual([bold, rest]);
  });

  it.each(['Nothing unusual in 42 series.', 'No finding in 42 series. 1 below its minimum.'])(
    'is plain where it says something else',
    (plain) => {
      expect(boldBeginning(plain)).toEqual(['', plain]);
    },
  );
});
