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

it('has words for several sources where those for one do not fit', () => {
  const [words, words_of_several] = ['its hosts are unknown', 'their hosts are unknown'];
  const note = (source: string) => ({ source, words, words_of_several });
  expect(joinNotes([note('app')])).toEqual(['app: its hosts are unknown']);
  expect(joinNotes([note('app'), note('db')])).toEqual(['app, db: their hosts are unknown']);
});
