import { fetchTaggedByDay } from '../../server/elastic/tagging/fetch_tagged_documents';
import { countsSource } from '../fixtures/counts_source';
import { findingWith } from '../fixtures/tagging_finding';
import { taggable, taggedMappings, taggingRunner } from '../fixtures/tagging_runner';

const { client, logs, newScope, tag, untag, stored, countTagged, stop } = taggingRunner();

jest.setTimeout(120_000);
afterAll(stop);

const { signal } = new AbortController();
const TAG = 'syslog_outlier';
const many = (count: number): undefined[] => Array<undefined>(count).fill(undefined);
const sourceOn = (index: string) => countsSource({ index });
const flagged = (events: Record<number, number>, subtype = '5') =>
  findingWith({
    subtype,
    events: new Map(Object.entries(events).map(([hour, count]) => [Number(hour), count])),
  });

describe('tagging', () => {
  it('tags all of 12,500 documents of one hour, and nothing the second time', async () => {
    const index = 'tagging-it-many';
    await logs.add(index, [...taggable(15, '5', many(12_500)), ...taggable(16, '5', many(3))]);
    const scope = newScope();
    const findings = [flagged({ 15: 12_500 })];
    const first = await tag(scope, findings, [sourceOn(index)]);
    expect(first).toMatchObject({ updated: 12_500, already_tagged: 0, conflicts: 0, refused: [] });
    expect(await countTagged(index)).toBe(12_500);
    const second = await tag(scope, findings, [sourceOn(index)]);
    expect(second).toMatchObject({ updated: 0, already_tagged: 12_500 });
    expect(await untag(scope)).toMatchObject({ removed: 12_500, not_there: 0, refused: [] });
    expect(await countTagged(index)).toBe(0);
  });

  it('counts a document once that two sources have tagged, also after one let go of it', async () => {
    const index = 'tagging-it-two-sources';
    await logs.add(index, [...taggable(15, '5', many(12)), ...taggable(16, '5', many(3))]);
    const scope = newScope();
    const [first, second] = [
      sourceOn(index),
      { ...sourceOn(index), id: 'other', tag: 'other_one' },
    ];
    const other = (events: Record<number, number>) => ({
      ...flagged(events),
      source: second.id,
      tag: second.tag,
    });
    const range = { scope, from: '2026-11-20', to: '2026-11-20' };
    const tagged = async () => (await fetchTaggedByDay(client, range, signal)).get(range.from);
    expect(await tagged()).toBeUndefined();
    await tag(scope, [flagged({ 15: 12 })], [first]);
    expect(await tagged()).toEqual({ documents: 12, is_most: false });
    await tag(scope, [flagged({ 15: 12 }), other({ 15: 12, 16: 3 })], [first, second]);
    expect(await tagged()).toEqual({ documents: 15, is_most: false });
    await tag(scope, [flagged({ 15: 12 }), other({ 16: 3 })], [first, second]);
    expect(await tagged()).toEqual({ documents: 15, is_most: false });
    await tag(scope, [other({ 16: 3 })], [first, second]);
    expect(await tagged()).toEqual({ documents: 3, is_most: false });
    await untag(scope);
    expect(await tagged()).toBeUndefined();
  });

  it('keeps tags that are there, whatever their shape, and doubles none', async () => {
    const index = 'tagging-it-shapes';
    const before = [undefined, null, 'seen', ['a', 'b'], [], TAG, ['a', TAG]];
    await logs.add(index, taggable(10, '5', before));
    const scope = newScope();
    const result = await tag(scope, [flagged({ 10: 7 })], [sourceOn(index)]);
    expect(result).toMatchObject({ updated: 5, already_tagged: 2 });
    const tags = [...(await stored(index)).values()].map((document) => document['tags']);
    expect(tags).toEqual(
      expect.arrayContaining([
        [TAG],
        [TAG],
        ['seen', TAG],
        ['a', 'b', TAG],
        [TAG],
        TAG,
        ['a', TAG],
      ]),
    );
    expect(await untag(scope)).toMatchObject({ removed: 5 });
    const left = [...(await stored(index)).values()].map((document) => document['tags']);
    expect(left).toEqual(expect.arrayContaining([[], [], 'seen', ['a', 'b'], [], TAG, ['a', TAG]]));
  });

  it('tags only the series, hours and source that are flagged', async () => {
    const index = 'tagging-it-only';
    await logs.add(index, [
      ...taggable(10, '5', many(2)),
      ...taggable(11, '5', many(3)),
      ...taggable(10, '6', many(4)),
      ...taggable(10, '5', many(5), { type: 'postfix' }),
    ]);
    const result = await tag(newScope(), [flagged({ 10: 2 })], [sourceOn(index)]);
    expect(result.updated).toBe(2);
    expect(await countTagged(index)).toBe(2);
  });

  it('takes hostile subtypes for what they are', async () => {
    const index = 'tagging-it-hostile';
    const names = ['__proto__', '<script>alert(1)</script>', 'a OR b', '*', '', ' '];
    await logs.add(index, [
      ...names.flatMap((name) => taggable(4, name, many(2))),
      ...taggable(4, 'a', many(9)),
    ]);
    const scope = newScope();
    const findings = names.map((name) => flagged({ 4: 2 }, name));
    expect((await tag(scope, findings, [sourceOn(index)])).updated).toBe(12);
    expect(await countTagged(index)).toBe(12);
    expect((await untag(scope)).removed).toBe(12);
  });

  it('follows indices that map the subtype differently, documents with routing, and data by several fields', async () => {
    const dynamic = { properties: { '@timestamp': { type: 'date' as const } } };
    const numbers = {
      properties: { ...taggedMappings.properties, severity: { type: 'long' as const } },
    };
    await logs.add('tagging-it-mixed-1', taggable(1, '5', many(2)));
    await logs.add('tagging-it-mixed-2', taggable(1, '5', many(3)), dynamic);
    await logs.add('tagging-it-mixed-3', taggable(1, '5', many(4)), numbers);
    await client.index({
      index: 'tagging-it-mixed-1',
      routing: 'elsewhere',
      document: taggable(1, '5', ['seen'])[0],
      refresh: true,
    });
    const source = sourceOn('tagging-it-mixed-*');
    const scope = newScope();
    expect((await tag(scope, [flagged({ 1: 10 })], [source])).updated).toBe(10);
    expect((await untag(scope)).removed).toBe(10);
    const two = { ...source, subtype_fields: ['severity', 'type'] };
    const finding = flagged({ 1: 10 }, '["5","syslog"]');
    expect((await tag(newScope(), [finding], [two])).updated).toBe(10);
  });

  it('reads again what others changed between reading and tagging, and keeps their change', async () => {
    const index = 'tagging-it-conflict';
    await logs.add(index, taggable(10, '5', many(4)));
    const [first = ''] = (await stored(index)).keys();
    // Not visible to searches: the documents that tagging finds are older than they are.
    await client.indices.putSettings({ index, settings: { refresh_interval: '-1' } });
    // One that was under way has ended after this.
    await client.indices.refresh({ index });
    await client.update({ index, id: first, doc: { tags: ['mine'], note: 'kept' } });
    const result = await tag(newScope(), [flagged({ 10: 4 })], [sourceOn(index)]);
    expect(result).toMatchObject({ updated: 4, conflicts: 1 });
    expect((await stored(index)).get(first)).toMatchObject({ tags: ['mine', TAG], note: 'kept' });
  });

  it('names a read-only index with its documents, and tags the others', async () => {
    await logs.add('tagging-it-closed-1', taggable(10, '5', many(1_200)));
    await logs.add('tagging-it-closed-2', taggable(10, '5', many(3)));
    const block = (write: boolean) =>
      client.indices.putSettings({
        index: 'tagging-it-closed-1',
        settings: { 'index.blocks.write': write },
      });
    await block(true);
    const scope = newScope();
    const findings = [flagged({ 10: 1_203 })];
    const sources = [sourceOn('tagging-it-closed-*')];
    const result = await tag(scope, findings, sources);
    expect(result).toMatchObject({
      updated: 3,
      refused: [
        { index: 'tagging-it-closed-1', documents: 1_200, reason: 'the index is read-only' },
      ],
    });
    await block(false);
    expect((await tag(scope, findings, sources)).updated).toBe(1_200);
    await block(true);
    expect(await untag(scope)).toMatchObject({ removed: 3, refused: [{ documents: 1_200 }] });
    await block(false);
    expect(await untag(scope)).toMatchObject({ removed: 1_200, refused: [] });
  });

  it('refuses documents whose mapping takes no words as tags, with one reason for all', async () => {
    const index = 'tagging-it-dates';
    const dates = { properties: { ...taggedMappings.properties, tags: { type: 'date' as const } } };
    await logs.add(index, taggable(10, '5', many(3)), dates);
    const scope = newScope();
    const { updated, refused } = await tag(scope, [flagged({ 10: 3 })], [sourceOn(index)]);
    expect(updated).toBe(0);
    expect(refused).toEqual([
      {
        index,
        documents: 3,
        reason: 'the mapping does not take a list of words in "tags", which is mapped as date',
      },
    ]);
    expect(await untag(scope)).toEqual({ removed: 0, not_there: 0, gone: 0, refused: [] });
  });

  it('takes tags away that a later attempt at the run does not find any more', async () => {
    const index = 'tagging-it-obsolete';
    await logs.add(index, [...taggable(10, '5', many(2)), ...taggable(15, '5', many(3))]);
    const scope = newScope();
    const sources = [sourceOn(index)];
    await tag(scope, [flagged({ 10: 2, 15: 3 })], sources);
    const second = await tag(scope, [flagged({ 15: 3 })], sources);
    expect(second).toMatchObject({ updated: 0, already_tagged: 3, taken_away: 2 });
    expect(await countTagged(index)).toBe(3);
  });

  it('does not mind documents, or whole indices, that are deleted before they are untagged', async () => {
    await logs.add('tagging-it-gone-1', taggable(10, '5', many(3)));
    await logs.add('tagging-it-gone-2', taggable(10, '5', many(2)));
    const scope = newScope();
    await tag(scope, [flagged({ 10: 5 })], [sourceOn('tagging-it-gone-*')]);
    const [first = ''] = (await stored('tagging-it-gone-1')).keys();
    await client.delete({ index: 'tagging-it-gone-1', id: first, refresh: true });
    await logs.remove('tagging-it-gone-2');
    expect(await untag(scope)).toEqual({ removed: 2, not_there: 0, gone: 3, refused: [] });
    expect(await client.indices.exists({ index: 'tagging-it-gone-2' })).toBe(false);
  });
});
