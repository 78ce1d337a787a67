import { groupHits, listHits, withDocuments, type JournalDocument } from './journal_entry';

const document = (id: string, parts: Partial<JournalDocument> = {}): JournalDocument => ({
  index: 'logs-1',
  id,
  subtype: '5',
  hour: 10,
  was: 'list',
  ...parts,
});

describe('a journal entry', () => {
  const documents = [
    document('a'),
    document('b', { hour: 15 }),
    document('c'),
    document('d', { routing: 'r' }),
    document('e', { was: 'absent' }),
    document('f', { subtype: '__proto__', hour: 3 }),
  ];

  it('folds documents that are alike, and gives back each as it was', () => {
    const hits = groupHits(documents);
    expect(hits).toHaveLength(5);
    expect(hits[0]).toEqual({
      index: 'logs-1',
      subtype: '5',
      hour: 10,
      was: 'list',
      ids: ['a', 'c'],
    });
    expect(new Set(listHits(hits))).toEqual(new Set(documents));
  });

  it('says which series and hours its documents are in', () => {
    const empty = {
      id: 'e',
      '@timestamp': '',
      scope: 's',
      run_id: 'r',
      day: '2026-11-20',
      source: 'syslog',
      tag: 't',
      attempt: 'a',
      batch: 1,
      series: [],
      documents: 0,
      hits: [],
    };
    expect(withDocuments(empty, documents)).toMatchObject({
      id: 'e',
      documents: 6,
      series: [
        { subtype: '5', hours: [10, 15] },
        { subtype: '__proto__', hours: [3] },
      ],
    });
  });
});
