import type { Client } from '@elastic/elasticsearch';
import { countsSource } from '../../../../test/fixtures/counts_source';
import { fetchSharedIndices } from '../../../elastic/indices';
import { matchesPattern, type Source } from '../../../../common/sources';
import { countedTwiceNotes } from './counted_twice';

const signal = new AbortController().signal;
const NOTHING = { indices: [], aliases: [], data_streams: [] };
const APPS = [{ name: 'app-x' }, { name: 'app-y' }];
/** Aliases of one index or more, each perhaps with a filter. */
const ALIASES = [
  { name: 'al1', indices: ['app-x'] },
  { name: 'al2', indices: ['app-x', 'app-y'] },
];
/** The indices of a cluster with these aliases. */
const ALIASED = [
  { name: 'app-x', aliases: ['al1', 'al2'] },
  { name: 'app-y', aliases: ['al2'] },
];
const OF_EUROPE = ALIASES.map(({ name, indices }) => ({ name: `europe:${name}`, indices }));
/** What an expression begins with if one of its indices does not answer. */
const MUTE = 'mute-';
const TODAY = { indices: [{ name: 'logs-2026.11.30' }] };

const source = (id: string, index: string, parts: Partial<Source> = {}) => ({
  source: countsSource({ id, index, filter: [], ...parts }),
  documents: 9,
});

interface Said {
  readonly indices?: readonly { readonly name: string; readonly aliases?: readonly string[] }[];
  readonly aliases?: readonly {
    readonly name: string;
    readonly indices: string | readonly string[];
  }[];
  readonly data_streams?: readonly {
    readonly name: string;
    readonly backing_indices: string | readonly string[];
  }[];
}

const clusterOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

/**
 * The indices that a search of an expression reads: without security a pattern is turned into indices
 * at once, with it into the names of indices, aliases and data streams. Without it a minus leaves out only
 * after a pattern, with it after any name.
 */
function searched(
  expression: string,
  { indices = [], aliases = [], data_streams: streams = [] }: Said,
  isSecured: boolean,
): string[] {
  const all = new Map<string, readonly string[]>();
  const add = (name: string, members: string | readonly string[]): void => {
    const cluster = clusterOf(name);
    const whole = [members].flat().map((one) => (one.startsWith(cluster) ? one : cluster + one));
    all.set(name, [...(all.get(name) ?? []), ...whole]);
  };
  indices.forEach(({ name }) => add(name, name));
  streams.forEach((one) => add(one.name, one.backing_indices));
  indices.forEach(({ name, aliases: of = [] }) => of.forEach((alias) => add(alias, name)));
  aliases.forEach((one) => add(one.name, one.indices));
  let read = new Set<string>();
  let isLeavingOut = false;
  for (const part of expression.split(',')) {
    const isOut = isLeavingOut && /^([^:]*:)?-/.test(part);
    const pattern = isOut ? part.replace('-', '') : part;
    isLeavingOut ||= isSecured || part.includes('*');
    const names = [...all.keys()].filter(
      (name) => clusterOf(name) === clusterOf(pattern) && matchesPattern(name, pattern),
    );
    const meant = pattern.includes('*')
      ? names.flatMap((name) => (isSecured ? [name] : (all.get(name) ?? [])))
      : [pattern];
    read = isOut
      ? new Set([...read].filter((name) => !meant.includes(name)))
      : new Set([...read, ...meant]);
  }
  return [...new Set([...read].flatMap((name) => all.get(name) ?? (isSecured ? [] : [name])))];
}

/**
 * The notes where a cluster says this of the indices, and which requests it took.
 *
 * @param named what it says of a single expression that the other answer is not about
 */
async function notesWhere(
  counted: readonly ReturnType<typeof source>[],
  resolved: object,
  named: Readonly<Record<string, object>> = {},
  isSecured = false,
): Promise<{ notes: Record<string, string>; asked: string[] }> {
  const asked: string[] = [];
  const client = {
    transport: {
      request: ({ path }: { readonly path: string }) => {
        asked.push(decodeURIComponent(path));
        const own = named[decodeURIComponent(path).replace('/_resolve/index/', '')];
        if (own !== undefined) return Promise.resolve({ ...NOTHING, ...own });
        return resolved instanceof Error ? Promise.reject(resolved) : Promise.resolve(resolved);
      },
    },
    fieldCaps: ({ index }: { readonly index: string }) => {
      asked.push(`/${index}/_field_caps`);
      if (index.startsWith(MUTE)) {
        return Promise.resolve({ failed_indices: 1, indices: [], fields: {} });
      }
      return Promise.resolve({ indices: searched(index, resolved, isSecured), fields: {} });
    },
  } as unknown as Client;
  const notes = await countedTwiceNotes(
    counted,
    { sharedIndices: (sources) => fetchSharedIndices(client, sources, signal) },
    signal,
  );
  return { notes: Object.fromEntries(notes.map((note) => [note.source, note.words])), asked };
}

describe('sources that count the same documents in the same series', () => {
  it('are named in a sentence, after one request for all of them', async () => {
    const counted = [source('x', 'app-x'), source('all', 'app-*'), source('db', 'db-*')];
    const { notes, asked } = await notesWhere(counted, { ...NOTHING, indices: APPS });
    expect(notes).toEqual({
      all: 'its documents are counted twice by severity, as x and as all, since "app-*" and "app-x" share indices: disable one of the two, or leave the shared indices out of the other',
    });
    expect(asked).toEqual(['/_resolve/index/app-x,app-*,db-*']);
  });

  it.each<[string, string, string, object]>([
    ['an alias', 'app-x', 'apps', { indices: APPS, aliases: [{ name: 'apps', indices: 'app-x' }] }],
    [
      'a data stream',
      'logs-*',
      'logs-web',
      { data_streams: [{ name: 'logs-web', backing_indices: '.ds-logs-web-2026.11.30-000001' }] },
    ],
    [
      'an alias of a data stream',
      'logs-*',
      'web',
      {
        data_streams: [{ name: 'logs-web', backing_indices: ['.ds-logs-web-2026.11.30-000001'] }],
        aliases: [{ name: 'web', indices: ['logs-web'] }],
      },
    ],
    ['one expression', 'app-*', 'app-*', { indices: APPS }],
    ['an index named again', 'app-x', 'app-*,-app-x,app-x', { indices: APPS }],
    ['a minus that leaves nothing out', 'app-x', 'app-x,app-y,-app-x', { indices: APPS }],
    [
      'an alias, of which a later minus leaves nothing out',
      'app-x',
      'apps,db-*,-app-x',
      { indices: APPS, aliases: [{ name: 'apps', indices: ['app-x', 'app-y'] }] },
    ],
    [
      'a minus for another cluster',
      'europe:app-x',
      'europe:app-*,app-*,-*x',
      { indices: [...APPS, { name: 'europe:app-x' }] },
    ],
    [
      'an index that is named in addition to its alias',
      'al1,app-x',
      'al2',
      { indices: APPS, aliases: ALIASES },
    ],
    [
      'an alias, of which a pattern leaves nothing out',
      'app-y',
      'app-x*,al2,-al*',
      { indices: ALIASED, aliases: ALIASES },
    ],
  ])('are found by %s', async (_, one, other, resolved) => {
    const counted = [source('one', one), source('other', other)];
    const { notes } = await notesWhere(counted, { ...NOTHING, ...resolved });
    expect(Object.keys(notes)).toEqual(['other']);
  });

  it.each([
    ['a date', 'logs-*', '<logs-{now/d}>', ['other']],
    ['a date in another cluster', 'logs-*', 'europe:<logs-{now/d}>', []],
    ['a date that is left out', 'logs-2026.11.30', 'logs-*,-<logs-{now/d}>', []],
    ['a date after a pattern', 'logs-2026.11.30', 'app-*,<logs-{now/d}>', ['other']],
  ])('are found by %s, which only Elasticsearch can tell', async (_, one, other, noted) => {
    const counted = [source('one', one), source('other', other)];
    const { notes } = await notesWhere(
      counted,
      { ...NOTHING, ...TODAY },
      {
        '<logs-{now/d}>': TODAY,
        'europe:<logs-{now/d}>': { indices: [{ name: 'europe:logs-2026.11.30' }] },
        'app-*': {},
      },
    );
    expect(Object.keys(notes)).toEqual(noted);
  });

  it.each<[string, string, string, object]>([
    ['leave out what the other reads', 'app-x', 'app-*,-app-x', { indices: APPS }],
    ['have no index in common', 'app-x', 'app-y', { indices: APPS }],
    [
      'leave it out of another cluster',
      'europe:app-x',
      'europe:app-*,europe:-app-x',
      { indices: [{ name: 'europe:app-x' }, { name: 'europe:app-y' }] },
    ],
    [
      'name all indices of this cluster, and one of another',
      'europe:app-x',
      '*',
      { indices: [...APPS, { name: 'europe:app-x' }] },
    ],
    [
      'are two aliases of an index, each perhaps with a filter',
      'a',
      'b',
      {
        aliases: [
          { name: 'a', indices: ['app-x'] },
          { name: 'b', indices: ['app-x'] },
        ],
      },
    ],
    [
      'reach it by an alias after it was left out',
      'app-*,-app-*,al1',
      'al2',
      { indices: APPS, aliases: ALIASES },
    ],
    [
      'reach it by an alias in another cluster',
      '*,europe:al1',
      'europe:al2',
      { indices: APPS, aliases: OF_EUROPE },
    ],
    ['leave out the alias', 'app-y', 'app-x*,al2,-al2', { indices: ALIASED, aliases: ALIASES }],
    ['leave it out by its alias', 'app-x', 'app-*,-al*', { indices: ALIASED }],
    [
      'leave an alias of it out of aliases',
      'app-x',
      'al*,-app-*',
      { indices: ALIASED, aliases: ALIASES },
    ],
    [
      'name indices of two clusters',
      'app-x',
      'europe:app-x',
      { indices: [...APPS, { name: 'europe:app-x' }] },
    ],
  ])('are not those that %s', async (_, one, other, resolved) => {
    const counted = [source('one', one), source('other', other)];
    expect((await notesWhere(counted, { ...NOTHING, ...resolved })).notes).toEqual({});
  });

  const WEB = '.ds-logs-web-2026.11.30-000001';
  const STREAM = { data_streams: [{ name: 'logs-web', backing_indices: [WEB] }] };
  const FILTERED = {
    indices: [
      { name: 'app-x', aliases: ['app-some'] },
      { name: 'app-y', aliases: ['al'] },
    ],
    aliases: [{ name: 'app-some', indices: ['app-x'] }],
  };

  // By what clusters of versions 8 and 9 read with security off, and on.
  it.each<[string, string, string, object, boolean, boolean]>([
    ['a data stream by its name', 'logs-web', 'logs-*,-logs-web', STREAM, true, false],
    ['it in both', 'log*,-logs-web', 'logs-*,-logs-web', STREAM, true, false],
    ['a data stream by a pattern', 'logs-web', 'logs-*,-logs-web*', STREAM, false, false],
    ['a named data stream by a pattern', 'logs-web', 'x*,logs-web,-logs-w*', STREAM, true, false],
    ['a named data stream by its name', 'logs-web', 'x*,logs-web,-logs-web', STREAM, false, false],
    ['an index, not its alias', 'app-x', 'app-*,-app-x', FILTERED, false, true],
    ['an index by the pattern of its alias', 'app-y', 'app-*,-al*', FILTERED, false, true],
    ['an index after names', 'app-x', 'app-x,app-y,-app-x', { indices: APPS }, true, false],
    ['indices after names', 'app-x', 'app-x,db,-app-*', { indices: APPS }, true, false],
    ['an index before its name', 'app-x', '-app-x,app-x', { indices: APPS }, true, true],
  ])('are those that read what they leave out: %s', async (_, one, other, said, isOff, isOn) => {
    const counted = [source('one', one), source('other', other)];
    for (const isSecured of [false, true]) {
      const { notes } = await notesWhere(counted, { ...NOTHING, ...said }, {}, isSecured);
      expect(Object.keys(notes)).toEqual((isSecured ? isOn : isOff) ? ['other'] : []);
    }
  });

  it('are asked for what they read only where that is in doubt', async () => {
    const counted = [
      source('one', 'logs-*,-logs-x'),
      source('other', 'logs-web'),
      source('again', 'logs-*,-logs-x'),
    ];
    const resolved = '/_resolve/index/logs-*,logs-web';
    const { asked } = await notesWhere(counted, { ...NOTHING, indices: APPS });
    expect(asked).toEqual([resolved]);
    const doubtful = await notesWhere(counted, { ...NOTHING, ...STREAM });
    expect(doubtful.asked).toEqual([resolved, '/logs-*,-logs-x/_field_caps']);
  });

  it('are named also if another source cannot be asked for what it reads', async () => {
    const counted = [
      source('mute', `${MUTE}*,logs-*,-logs-x`),
      source('one', 'logs-web'),
      source('other', 'logs-*'),
    ];
    const { notes } = await notesWhere(counted, { ...NOTHING, ...STREAM });
    expect(Object.keys(notes)).toEqual(['other']);
  });

  it('are asked for by what they name, not by what they leave out', async () => {
    const counted = [source('one', 'eu:app-*,eu:-app-x'), source('other', 'app-*,-app-x')];
    const { asked } = await notesWhere(counted, NOTHING);
    expect(asked).toEqual(['/_resolve/index/eu:app-*,app-*']);
  });

  it('are not views by other fields or with other filters, for which nothing is asked', async () => {
    const views = [
      source('one', 'app-*'),
      source('by_program', 'app-x', { subtype_fields: ['program'] }),
      source('of_sshd', 'app-x', { filter: [{ field: 'program', any_of: ['sshd'] }] }),
      { ...source('empty', 'app-x'), documents: 0 },
    ];
    expect(await notesWhere(views, NOTHING)).toEqual({ notes: {}, asked: [] });
  });
});
