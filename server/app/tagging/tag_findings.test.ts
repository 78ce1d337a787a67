import { countsSource } from '../../../test/fixtures/counts_source';
import { fakeTagging, tagsIn, type FakeTagging } from '../../../test/fixtures/tagging_fake';
import { findingWith } from '../../../test/fixtures/tagging_finding';
import { listHits } from './journal_entry';
import { tagFindings, type TagFindingsPorts } from './tag_findings';
import { UnreadableSource } from './tagging_ports';
import { describeLeftOut, isWorthAnotherTry, type TaggedRecord } from './tagging_result';
import { untag } from './untag';

const TAG = 'syslog_outlier';
const DAY = '2026-11-20';
const { signal } = new AbortController();
const flagged = (hours: Record<number, number>, subtype = '5') =>
  findingWith({
    subtype,
    events: new Map(Object.entries(hours).map(([hour, count]) => [Number(hour), count])),
  });

let calls = 0;
function tag(fake: FakeTagging, findings = [flagged({ 10: 9 })], parts: object = {}) {
  calls += 1;
  const run = { scope: 'default', run_id: 'default:r', attempt: 'a', day: DAY, zone: 'UTC' };
  const request = {
    run,
    findings,
    sources: [countsSource()],
    judged_sources: new Set(['syslog', 'postfix']),
    call: `call ${calls}`,
    ...parts,
  };
  const ports: TagFindingsPorts = { ...fake.ports, now: () => new Date(0), ...parts };
  return tagFindings(request, ports, signal);
}

const takeBack = (fake: FakeTagging) => untag({ scope: 'default', day: DAY }, fake.ports, signal);
/** All documents that the journal lists. */
const journaled = ({ entries }: FakeTagging): string[] =>
  [...entries.values()].flatMap(({ hits }) => listHits(hits).map(({ id }) => id)).sort();

describe('tagFindings', () => {
  it('tags what lacks the tag, and lists exactly that in the journal', async () => {
    const fake = fakeTagging([
      {},
      { tags: 'a' },
      { tags: ['a', TAG] },
      { hour: 11 },
      { subtype: '6' },
    ]);
    const records: TaggedRecord[] = [];
    const onTagged = (some: readonly TaggedRecord[]) => void records.push(...some);
    const result = await tag(fake, undefined, { onTagged });
    expect(result).toMatchObject({ updated: 2, already_tagged: 1, conflicts: 0 });
    expect(tagsIn(fake)).toEqual([[TAG], ['a', TAG], ['a', TAG], undefined, undefined]);
    expect(journaled(fake)).toEqual(['d0', 'd1']);
    expect(records).toEqual([
      { index: 'logs-1', id: 'd0', source: 'syslog', subtype: '5', hour: 10 },
      { index: 'logs-1', id: 'd1', source: 'syslog', subtype: '5', hour: 10 },
    ]);
  });

  it('changes nothing the second time', async () => {
    const fake = fakeTagging([{}, {}, {}, {}]);
    await tag(fake);
    const entries = new Map(fake.entries);
    expect(await tag(fake)).toMatchObject({ updated: 0, already_tagged: 4, taken_away: 0 });
    expect(fake.entries).toEqual(entries);
  });

  it('writes the journal before each batch', async () => {
    const fake = fakeTagging(Array.from({ length: 7 }, () => ({})));
    const order: string[] = [];
    fake.onCall = (call, moment) => void (moment === 'before' && order.push(call));
    await tag(fake);
    const writes = order.filter((call) => call === 'add' || call === 'write');
    expect(writes.filter((call) => call === 'add')).toHaveLength(3);
    writes.forEach((call, place) => {
      const before = writes.slice(0, place + 1);
      const [added, written] = ['add', 'write'].map(
        (kind) => before.filter((one) => one === kind).length,
      );
      expect(added).toBeGreaterThanOrEqual(written ?? 0);
    });
  });

  it('reports how many have their tag so far, up to all of them', async () => {
    const fake = fakeTagging([{}, { tags: TAG }, {}, {}, {}]);
    const told: number[] = [];
    await tag(fake, undefined, { onProgress: (documents: number) => void told.push(documents) });
    expect(told.at(-1)).toBe(5);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it('tags a document that has lost its tag though the search still sees it', async () => {
    const fake = fakeTagging([{ tags: [] }]);
    fake.seen.set('logs-1/d0', [TAG]);
    expect(await tag(fake)).toMatchObject({ updated: 1, already_tagged: 0 });
    expect(tagsIn(fake)).toEqual([[TAG]]);
  });

  it('reads again what others have changed, and strikes what they have tagged themselves', async () => {
    const fake = fakeTagging([{}, {}]);
    fake.onCall = (call, moment) => {
      if (call !== 'add' || moment !== 'after') return;
      const [first, second] = [...fake.documents.values()];
      Object.assign(first ?? {}, { tags: ['theirs'], version: 5 });
      Object.assign(second ?? {}, { tags: ['theirs', TAG], version: 5 });
    };
    expect(await tag(fake)).toMatchObject({ updated: 1, already_tagged: 1, conflicts: 2 });
    expect(tagsIn(fake)).toEqual([
      ['theirs', TAG],
      ['theirs', TAG],
    ]);
    expect(journaled(fake)).toEqual(['d0']);
  });

  it('asks an index that refuses as a whole only once, and names it with all its documents', async () => {
    const fake = fakeTagging([...Array.from({ length: 20 }, () => ({})), { index: 'logs-2' }]);
    let writes = 0;
    fake.onCall = (call, moment) => void (call === 'write' && moment === 'before' && (writes += 1));
    fake.refuse = ({ index }) =>
      index === 'logs-1' ? { state: 'refused', reason: 'read-only', whole_index: true } : undefined;
    const result = await tag(fake);
    expect(result).toMatchObject({
      updated: 1,
      refused: [{ index: 'logs-1', documents: 20, reason: 'read-only' }],
    });
    expect(writes).toBeLessThan(7);
    expect(journaled(fake)).toEqual(['d20']);
    expect(describeLeftOut(result)).toEqual(['logs-1: 20 documents not tagged, because read-only']);
  });

  it('writes neither tag nor journal where an update would lose data', async () => {
    const fake = fakeTagging([{}, { tags: TAG }, { index: 'logs-2' }]);
    fake.losing.set('logs-1', 'only a part is kept');
    const added: string[] = [];
    fake.onCall = (call) => void added.push(call);
    const result = await tag(fake);
    expect(result).toMatchObject({ updated: 1, already_tagged: 1 });
    expect(describeLeftOut(result)).toEqual([
      'logs-1: 1 document not tagged, because only a part is kept',
    ]);
    expect(tagsIn(fake)).toEqual([undefined, TAG, [TAG]]);
    expect(added.filter((call) => call === 'replace' || call === 'remove')).toEqual([]);
    expect(journaled(fake)).toEqual(['d2']);
  });

  it('counts no document as tagged whose tag no search finds', async () => {
    const fake = fakeTagging([{}, { tags: TAG }]);
    fake.hiding.set('logs-1', 'it is not indexed');
    expect(await tag(fake)).toMatchObject({
      updated: 0,
      already_tagged: 0,
      refused: [{ index: 'logs-1', documents: 2, reason: 'it is not indexed' }],
    });
    expect(tagsIn(fake)).toEqual([undefined, TAG]);
  });

  it('leaves an obsolete tag where taking it away would lose data, and says so', async () => {
    const fake = fakeTagging([{}, { hour: 15, index: 'logs-2' }]);
    await tag(fake, [flagged({ 10: 1, 15: 1 })]);
    fake.losing.set('logs-2', 'only a part is kept');
    const result = await tag(fake, [flagged({ 10: 1 })]);
    expect(result).toMatchObject({ taken_away: 0, already_tagged: 1, refused: [] });
    expect(describeLeftOut(result)).toEqual([
      'logs-2: 1 document still tagged, because only a part is kept',
    ]);
    expect(journaled(fake)).toEqual(['d0', 'd1']);
  });

  it('keeps what went unanswered in the journal, since it may have taken effect', async () => {
    const fake = fakeTagging([{}, {}]);
    fake.refuse = (document) => {
      if (document.id === 'd0') document.tags = [TAG];
      return { state: 'unanswered', reason: 'no answer' };
    };
    const result = await tag(fake);
    expect(result).toMatchObject({ updated: 1, refused: [{ documents: 1, reason: 'no answer' }] });
    expect(journaled(fake)).toEqual(['d0', 'd1']);
  });

  it('continues with other sources if one cannot be read', async () => {
    const fake = fakeTagging([{}, { source: 'postfix' }]);
    const pages = fake.ports.documents.pages.bind(fake.ports.documents);
    const documents: TagFindingsPorts['documents'] = {
      ...fake.ports.documents,
      pages: (hours, stop) => {
        if (hours.source.id === 'syslog') throw new UnreadableSource('a shard failed');
        return pages(hours, stop);
      },
    };
    const postfix = findingWith({ source: 'postfix', events: new Map([[10, 1]]) });
    const sources = [countsSource(), countsSource({ id: 'postfix', tag: 'postfix_outlier' })];
    const result = await tag(fake, [flagged({ 10: 1 }), postfix], { sources, documents });
    expect(result).toMatchObject({ updated: 1, unread: [{ source: 'syslog' }] });
    expect(describeLeftOut(result)).toEqual(['syslog: documents not all tagged, a shard failed']);
  });

  it('removes tags without a finding, but not those of a source that was not assessed', async () => {
    const fake = fakeTagging([{}, { hour: 15 }, { subtype: '6' }]);
    await tag(fake, [flagged({ 10: 1, 15: 1 }), flagged({ 10: 1 }, '6')]);
    const kept = await tag(fake, [], { judged_sources: new Set(['postfix']) });
    expect(kept).toMatchObject({ taken_away: 0 });
    expect(await tag(fake, [flagged({ 15: 1 })])).toMatchObject({ taken_away: 2, updated: 0 });
    expect(tagsIn(fake)).toEqual([[], [TAG], []]);
    expect(journaled(fake)).toEqual(['d1']);
  });

  it('throws what the journal throws, and then tags nothing', async () => {
    const fake = fakeTagging([{}]);
    fake.onCall = (call) => {
      if (call === 'add') throw new Error('the journal is read-only');
    };
    await expect(tag(fake)).rejects.toThrow('the journal is read-only');
    expect(tagsIn(fake)).toEqual([undefined]);
  });
});

describe('untag', () => {
  it('restores every shape of tags, and forgets the journal', async () => {
    const before = [undefined, 'a', ['a', 'b'], [], [TAG]];
    const fake = fakeTagging(before.map((tags) => ({ tags })));
    await tag(fake);
    const told: number[] = [];
    const ports = { ...fake.ports, onUntagged: (documents: number) => void told.push(documents) };
    const result = await untag({ scope: 'default', day: DAY }, ports, signal);
    expect(result).toEqual({ removed: 4, not_there: 0, gone: 0, refused: [] });
    expect(tagsIn(fake)).toEqual([[], 'a', ['a', 'b'], [], [TAG]]);
    expect([fake.entries.size, told.at(-1)]).toEqual([0, 4]);
  });

  it('leaves what others have changed, and says what is gone', async () => {
    const fake = fakeTagging([{}, {}, {}]);
    await tag(fake);
    const [first] = [...fake.documents.values()];
    Object.assign(first ?? {}, { tags: ['theirs'], version: 9 });
    fake.documents.delete('logs-1/d1');
    expect(await takeBack(fake)).toEqual({ removed: 1, not_there: 1, gone: 1, refused: [] });
    expect(tagsIn(fake)).toEqual([['theirs'], []]);
  });

  it('removes only the tags of one attempt, on request', async () => {
    const fake = fakeTagging([{}]);
    await tag(fake);
    const other = { scope: 'default', run_id: 'default:r', attempt: 'b' };
    expect((await untag(other, fake.ports, signal)).removed).toBe(0);
    expect((await untag({ ...other, attempt: 'a' }, fake.ports, signal)).removed).toBe(1);
  });

  it('leaves a tag, and its place in the journal, where taking it away would lose data', async () => {
    const fake = fakeTagging([{}, { index: 'logs-2' }]);
    await tag(fake);
    // As if the index kept a part of each document without "tags": it looks untagged.
    fake.losing.set('logs-1', 'only a part is kept');
    for (const document of fake.documents.values()) {
      if (document.index === 'logs-1') document.tags = undefined;
    }
    expect(await takeBack(fake)).toEqual({
      removed: 1,
      not_there: 0,
      gone: 0,
      refused: [{ index: 'logs-1', documents: 1, reason: 'only a part is kept' }],
    });
    expect(journaled(fake)).toEqual(['d0']);
  });

  it('takes a tag out of a list among the tags', async () => {
    const fake = fakeTagging([{}, {}]);
    await tag(fake);
    for (const document of fake.documents.values()) document.tags = [['a', TAG], 'b'];
    expect(await takeBack(fake)).toMatchObject({ removed: 2, not_there: 0 });
    expect(tagsIn(fake)).toEqual([
      [['a'], 'b'],
      [['a'], 'b'],
    ]);
  });

  it('is worth another try where the cluster had too much to do for too long', async () => {
    const fake = fakeTagging([{}, {}]);
    fake.refuse = () => ({ state: 'busy', reason: 'the cluster is overloaded' });
    const result = await tag(fake);
    expect(result).toMatchObject({ updated: 0, refused: [{ documents: 2, is_passing: true }] });
    expect(isWorthAnotherTry(result)).toBe(true);
    fake.refuse = () => ({ state: 'refused', reason: 'read-only', whole_index: true });
    expect(isWorthAnotherTry(await tag(fake))).toBe(false);
  });

  it('keeps in the journal what is refused, for another time', async () => {
    const fake = fakeTagging([{}, { index: 'logs-2' }]);
    await tag(fake);
    fake.refuse = ({ index }) =>
      index === 'logs-1' ? { state: 'refused', reason: 'read-only', whole_index: true } : undefined;
    expect(await takeBack(fake)).toMatchObject({
      removed: 1,
      refused: [{ index: 'logs-1', documents: 1 }],
    });
    expect(journaled(fake)).toEqual(['d0']);
    fake.refuse = () => undefined;
    expect(await takeBack(fake)).toMatchObject({ removed: 1, refused: [] });
  });
});

describe('cut off at any call, before or after it took effect', () => {
  const before = [undefined, 'a', ['a', 'b'], [TAG], [], undefined, 'b', ['c']];
  const logs = () =>
    fakeTagging(before.map((tags, at) => ({ tags, hour: at % 2 === 0 ? 10 : 15 })));
  const first = [flagged({ 10: 4, 15: 4 })];
  const second = [flagged({ 15: 4 })];

  /** Lets so many calls begin, or end, and then throws. */
  function cutAt(fake: FakeTagging, at: number, moment: 'before' | 'after'): void {
    let seen = 0;
    fake.onCall = (_call, now) => {
      if (now === moment) seen += 1;
      if (seen >= at) throw new Error('cut off');
    };
  }

  async function numberOfCalls(work: (fake: FakeTagging) => Promise<unknown>): Promise<number> {
    const fake = logs();
    let count = 0;
    fake.onCall = (_call, moment) => void (moment === 'before' && (count += 1));
    await work(fake);
    return count;
  }

  const works = [
    ['tagging', (fake: FakeTagging) => tag(fake, first)],
    [
      'tagging again',
      async (fake: FakeTagging) => void (await tag(fake, first), await tag(fake, second)),
    ],
  ] as const;

  it.each(works)('%s comes to the same tags, and untagging to those before', async (_, work) => {
    const undisturbed = logs();
    await work(undisturbed);
    const calls = await numberOfCalls(work);
    expect(calls).toBeGreaterThan(5);
    for (let at = 1; at <= calls; at += 1) {
      for (const moment of ['before', 'after'] as const) {
        const fake = logs();
        cutAt(fake, at, moment);
        await expect(work(fake)).rejects.toThrow('cut off');
        fake.onCall = () => undefined;
        await work(fake);
        expect(tagsIn(fake)).toEqual(tagsIn(undisturbed));
        await takeBack(fake);
        expect(tagsIn(fake)).toEqual([[], 'a', ['a', 'b'], [TAG], [], [], 'b', ['c']]);
        expect(fake.entries.size).toBe(0);
      }
    }
  });

  it('untagging comes to the same', async () => {
    const tagged = async (): Promise<FakeTagging> => {
      const fake = logs();
      await tag(fake, first);
      return fake;
    };
    const count =
      (await numberOfCalls(async (fake) => {
        await tag(fake, first);
        await takeBack(fake);
      })) - (await numberOfCalls((fake) => tag(fake, first)));
    expect(count).toBeGreaterThan(3);
    for (let at = 1; at <= count; at += 1) {
      for (const moment of ['before', 'after'] as const) {
        const fake = await tagged();
        cutAt(fake, at, moment);
        await expect(takeBack(fake)).rejects.toThrow('cut off');
        fake.onCall = () => undefined;
        await takeBack(fake);
        expect(tagsIn(fake)).toEqual([[], 'a', ['a', 'b'], [TAG], [], [], 'b', ['c']]);
        expect(fake.entries.size).toBe(0);
      }
    }
  });
});
