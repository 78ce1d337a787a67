import { joinNotes } from './source_notes';

it('says once what is so for several sources', () => {
  const words = 'the day is unknown';
  expect(
    joinNotes([
      { source: 'syslog', words },
      { source: 'mail', words },
      { source: null, words: 'The clock of web1 is ahead.' },
      { source: 'mail', words: 'no document for 32 days' },
    ]),
  ).toEqual([
    'syslog, mail: the day is unknown',
    'The clock of web1 is ahead.',
    'mail: no document for 32 days',
  ]);
});
