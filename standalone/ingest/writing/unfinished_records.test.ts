import type { LogDocument } from '../documents/log_document';
import { createUnfinishedRecords, type UnfinishedRecord } from './unfinished_records';

const HALF = 'Nov 24 10:00:29 nas1 app[7]: half';
const half = (message: string, path = '/a', tags = ['_unfinished']): UnfinishedRecord => ({
  index: 'logstash-2026.11.24',
  id: message,
  document: { message, path, tags },
});
const written = (message: string, path = '/a') => ({
  id: message,
  document: { message, path } as LogDocument,
});

/** What is replaced where these documents are written and the others are there already. */
function replacedBy(
  unfinished: readonly UnfinishedRecord[],
  created: readonly ReturnType<typeof written>[],
  there: readonly ReturnType<typeof written>[] = [],
): string[] {
  const records = createUnfinishedRecords(unfinished);
  there.forEach((document) => records.settled(document, false));
  created.forEach((document) => records.settled(document, true));
  return records.replaced().map(({ id }) => id);
}

describe('createUnfinishedRecords', () => {
  it('finds the half of a line that came as a whole, also in a file with another name', () => {
    expect(replacedBy([half(HALF)], [written(`${HALF} and more`)])).toEqual([HALF]);
    expect(replacedBy([half(HALF)], [written(`${HALF} and more`, '/a.1')])).toEqual([HALF]);
  });

  it('looks for what was not understood in its own file only', () => {
    const cut = half('Nov 24 1', '/a', ['_unfinished', '_parsefailure']);
    expect(replacedBy([cut], [written('Nov 24 10:00:29 h1 a: b', '/b')])).toEqual([]);
    expect(replacedBy([cut], [written('Nov 24 10:00:29 h1 a: b', '/a')])).toEqual(['Nov 24 1']);
  });

  it('keeps a line that lacked only its end', () => {
    expect(replacedBy([half(HALF)], [written(`${HALF} 2`)], [written(HALF)])).toEqual([]);
  });

  it('keeps what no new line begins with', () => {
    expect(replacedBy([half(HALF)], [written('Nov 24 10:00:29 nas1 app[7]: other')])).toEqual([]);
    expect(replacedBy([], [written(HALF)])).toEqual([]);
    expect(replacedBy([half(HALF)], [], [written(`${HALF} and more`)])).toEqual([]);
  });
});
