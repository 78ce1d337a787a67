import type { StreamMark } from './mute';
import { takesBack } from './taken_back';

const SOURCES = ['syslog', 'web'];

/** Marks of web1, one a minute, the last of which takes back. */
function marksOf(said: readonly Partial<StreamMark>[]): StreamMark[] {
  return said.map((part, minute) => ({
    ...{ version: 1, kind: 'back', scope: 'default', host: 'web1', source: null, subtype: null },
    ...{ reason: null, author: null, until: null },
    ...{ at: `2026-11-30T06:${String(minute).padStart(2, '0')}:00.000Z` },
    ...part,
  }));
}

function doesLast(said: readonly Partial<StreamMark>[]): boolean {
  const marks = marksOf(said);
  const back = marks.at(-1);
  if (back === undefined) throw new Error('no mark');
  const found = [marks, [...marks].reverse(), marks.slice(0, -1)].map((all) =>
    takesBack(all, back, SOURCES),
  );
  expect(new Set(found).size).toBe(1);
  return found[0] === true;
}

const GONE = { kind: 'gone' } as const;

describe('taking back a mark of a host', () => {
  it.each<[string, Partial<StreamMark>[], boolean]>([
    ['a mark of the host', [GONE, {}], true],
    ['no mark', [{}], false],
    ['a mark of another host', [{ ...GONE, host: 'web2' }, {}], false],
    ['a mark of the whole source', [{ ...GONE, host: null, source: 'web' }, {}], false],
    ['one that all sources lost at once', [GONE, {}, {}], false],
    [
      'one that all sources lost one by one',
      [GONE, { source: 'web' }, { source: 'syslog' }, {}],
      false,
    ],
    ['one that a source still has', [GONE, { source: 'web' }, {}], true],
    ['one of a series', [{ ...GONE, source: 'web', subtype: '5' }, { source: 'web' }], true],
    [
      'one of which a series was taken back',
      [{ ...GONE, source: 'web' }, { source: 'web', subtype: '5' }, { source: 'web' }],
      true,
    ],
    [
      'one of the host that the source lost as a whole',
      [{ ...GONE, source: 'web' }, { source: 'web', host: null }, { source: 'web' }],
      false,
    ],
  ])('where there is %s', (_, said, does) => {
    expect(doesLast(said)).toBe(does);
  });
});
