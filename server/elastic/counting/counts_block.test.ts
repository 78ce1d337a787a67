import { countsDay, countsSource, hoursWith } from '../../../test/fixtures/counts_source';
import { blockId, blocksOf, isBlockOf } from './counts_block';
import { countsOwner } from '../../app/counting/counts_owner';

const owner = countsOwner(countsSource(), 'UTC', 'default');
const NOW = new Date('2026-11-24T06:00:00Z');

describe('countsOwner', () => {
  it('is another one as soon as other documents would be counted', () => {
    const definition = (parts: Parameters<typeof countsSource>[0]) =>
      countsOwner(countsSource(parts), 'UTC', 'default').definition;
    expect(definition({ name: 'Renamed', tag: 'other', enabled: false })).toBe(owner.definition);
    const others = [
      definition({ index: 'other-*' }),
      definition({ filter: [] }),
      definition({ time_field: 'time' }),
      definition({ subtype_fields: ['program'] }),
    ];
    expect(new Set([owner.definition, ...others]).size).toBe(5);
  });
});

describe('blockId', () => {
  it('differs with owner, day and block', () => {
    const ids = [
      blockId(owner, '2026-11-20', 0),
      blockId(owner, '2026-11-20', 1),
      blockId(owner, '2026-11-21', 0),
      blockId({ ...owner, zone: 'Asia/Kolkata' }, '2026-11-20', 0),
      blockId({ ...owner, scope: 'other' }, '2026-11-20', 0),
    ];
    expect(new Set([...ids, blockId(owner, '2026-11-20', 0)]).size).toBe(5);
  });
});

describe('blocksOf', () => {
  it('keeps up to 500 series a block, in order', () => {
    const names = Array.from({ length: 1001 }, (_, index) => `s${String(index).padStart(4, '0')}`);
    const series = new Map([...names].reverse().map((name) => [name, hoursWith({ 3: 1 })]));
    const blocks = blocksOf(owner, countsDay({ series, documents: 1001 }), NOW);
    expect(blocks.map(({ block, blocks: all, series: rows }) => [block, all, rows.length])).toEqual(
      [
        [0, 3, 500],
        [1, 3, 500],
        [2, 3, 1],
      ],
    );
    expect(blocks.flatMap(({ series: rows }) => rows.map(([name]) => name))).toEqual(names);
    expect(new Set(blocks.map(({ content }) => content)).size).toBe(1);
  });

  it('has one block for a day without any series', () => {
    expect(blocksOf(owner, countsDay({ without_subtype: 4, documents: 4 }), NOW)).toEqual([
      {
        version: 1,
        scope: 'default',
        source: 'syslog',
        zone: 'UTC',
        definition: owner.definition,
        day: '2026-11-20',
        content: expect.any(String) as unknown,
        counted_at: '2026-11-24T06:00:00.000Z',
        block: 0,
        blocks: 1,
        documents: 4,
        without_subtype: 4,
        series: [],
      },
    ]);
  });

  it('names the content: the same counts in another order are the same', () => {
    const rows: [string, number[]][] = [
      ['__proto__', hoursWith({ 1: 1 })],
      ['<script>', hoursWith({ 2: 1 })],
    ];
    const contentOf = (series: readonly [string, number[]][], documents = 2) =>
      blocksOf(owner, countsDay({ series: new Map(series), documents }), NOW)[0]?.content;
    expect(contentOf([...rows].reverse())).toBe(contentOf(rows));
    expect(contentOf(rows, 3)).not.toBe(contentOf(rows));
  });
});

describe('isBlockOf', () => {
  const [block] = blocksOf(owner, countsDay({ series: new Map([['5', hoursWith({})]]) }), NOW);

  it('knows a block that was stored and read', () => {
    expect(isBlockOf(owner, JSON.parse(JSON.stringify(block)))).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['another version', { ...block, version: 0 }],
    ['another owner', { ...block, definition: 'other' }],
    ['23 hours', { ...block, series: [['5', hoursWith({}).slice(1)]] }],
    ['a negative count', { ...block, series: [['5', hoursWith({ 2: -1 })]] }],
    ['a name that is not text', { ...block, series: [[5, hoursWith({})]] }],
  ])('refuses %s', (_, value) => {
    expect(isBlockOf(owner, value)).toBe(false);
  });
});
