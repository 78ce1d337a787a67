import { asSentence } from './as_sentence';

describe('asSentence', () => {
  it('begins with a capital and ends with one period', () => {
    expect(['at least 2', 'No index matches.', 'still at it …'].map(asSentence)).toEqual([
      'At least 2.',
      'No index matches.',
      'Still at it …',
    ]);
  });
});
