import { checkWords } from './check_words';
import type { SourceCheck } from './use_source_check';

const check: SourceCheck = {
  state: 'usable',
  words: 'its fields can be counted',
  fields: [['program', 'program']],
  day: '2015-04-01',
  documents: 1734,
  without_subtype: 0,
  series_total: 8,
  series: [],
};

describe('checkWords', () => {
  it('say how many documents and series a day gives', () => {
    expect(checkWords(check)).toBe(
      'Its fields can be counted. Wednesday 1 April 2015 has 1,734 documents in 8 series.',
    );
  });

  it('name the field that is counted in the place of a text, and what is in no series', () => {
    const fields: [string, string][] = [['program', 'program.keyword']];
    expect(checkWords({ ...check, fields, without_subtype: 12, series_total: 1 })).toBe(
      'Its fields can be counted. Logwave counts by program.keyword instead of program. Wednesday 1 April 2015 has 1,734 documents in 1 series. 12 of them have no such field and belong to no series.',
    );
  });

  it('only say what is wrong if nothing was counted', () => {
    const words = 'No index matches dns-*.';
    expect(checkWords({ ...check, state: 'no_index', words, day: null, fields: [] })).toBe(words);
  });
});
