import { sentencesOf } from './source_notes';

describe('notes on sources', () => {
  it('say once what holds for several', () => {
    const lost = '1 training day unknown (2015-03-17), the index is missing';
    const notes = [
      { source: 'syslog', words: lost },
      { source: 'ossec', words: lost },
      { source: 'ossec', words: '2 days from kept counts' },
      { source: '__proto__', words: lost },
    ];
    expect(sentencesOf(notes)).toEqual([
      `syslog, ossec, __proto__: ${lost}`,
      'ossec: 2 days from kept counts',
    ]);
  });

  it('are none if there is nothing to say', () => expect(sentencesOf([])).toEqual([]));
});
