import {
  clockWords,
  pluralWords,
  rangeWords,
  ratioWords,
  stretchWords,
  timesWords,
  weekdayWords,
} from './words';

describe('words for numbers', () => {
  it('write a range once where its ends agree', () => {
    expect([rangeWords([8.6, 9.4]), rangeWords([9, 14]), rangeWords([0, 0])]).toEqual([
      '9',
      '9–14',
      '0',
    ]);
  });

  it('write ratios with one decimal below ten', () => {
    expect([3.6, 0.23, 12.4, 1234].map(ratioWords)).toEqual(['3.6×', '0.2×', '12×', '1,234×']);
  });

  it('write what is next to a threshold on its side of it', () => {
    const below = [0.94, 0.951, 0.968, 0.997, 0.999999999].map(timesWords);
    expect(below).toEqual(['0.9', '0.95', '0.97', '0.99', '0.99']);
    expect([1, 1.002, 1.04, 1.06].map(timesWords)).toEqual(['1.0', '1.00', '1.04', '1.1']);
    expect([2.43, 9.94, 9.96, 10.4, 1234].map(timesWords)).toEqual([
      '2.4',
      '9.9',
      '10',
      '10',
      '1,234',
    ]);
  });

  it('write one and several', () => {
    expect([
      pluralWords(1, 'event'),
      pluralWords(0, 'event'),
      pluralWords(2, 'series', 'series'),
    ]).toEqual(['1 event', '0 events', '2 series']);
  });

  it('write hours and stretches of hours', () => {
    expect([clockWords(0), clockWords(24), stretchWords({ from: 9, to: 24 })]).toEqual([
      '00:00',
      '24:00',
      'from 09:00 to 24:00',
    ]);
  });

  it('write weekdays from Sunday', () => {
    expect([weekdayWords(0), weekdayWords(3)]).toEqual(['Sunday', 'Wednesday']);
  });
});
