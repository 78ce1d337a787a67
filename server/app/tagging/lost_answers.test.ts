import { countsSource } from '../../../test/fixtures/counts_source';
import { fakeTagging, tagsIn, type FakeTagging } from '../../../test/fixtures/tagging_fake';
import { findingWith } from '../../../test/fixtures/tagging_finding';
import { refKey } from '../basics/document_ref';
import { isUnsettled, listHits } from './journal_entry';
import { tagFindings, type TagFindingsPorts } from './tag_findings';
import { Refusals } from './refusals';
import { describeLeftOut, describeStillTagged, isWorthAnotherTry } from './tagging_result';
import { hasTag } from './tags_field';
import { untag } from './untag';

const TAG = 'syslog_outlier';
const DAY = '2026-11-20';
const RUN = { scope: 'default', run_id: 'default:r' };
const { signal } = new AbortController();
const burst = [findingWith({ events: new Map([[10, 9]]) })];
const UNANSWERED = { state: 'unanswered', reason: 'no answer came' } as const;

let calls = 0;
function tag(fake: FakeTagging, findings = burst) {
  calls += 1;
  const request = {
    run: { ...RUN, attempt: `attempt ${calls}`, day: DAY, zone: 'UTC' },
    findings,
    sources: [countsSource()],
    judged_sources: new Set(['syslog']),
    call: `call ${calls}`,
  };
  const ports: TagFindingsPorts = { ...fake.ports, now: () => new Date(0) };
  return tagFindings(request, ports, signal);
}

const counted = (fake: FakeTagging) => fake.ports.journal.count(RUN, signal);
const takeBack = (fake: FakeTagging) => untag({ scope: 'default', day: DAY }, fake.ports, signal);
const tagged = (fake: FakeTagging): number =>
  tagsIn(fake).filter((tags) => hasTag(tags, TAG)).length;

/** Documents with a tag that the journal does not list. */
function unlisted({ documents, entries }: FakeTagging): string[] {
  const listed = [...entries.values()].flatMap(({ hits }) => listHits(hits).map(refKey));
  return [...documents.values()].flatMap((document) =>
    hasTag(document.tags, TAG) && !listed.includes(refKey(document)) ? [document.id] : [],
  );
}

describe('updates whose answers are lost', () => {
  const logs = () => fakeTagging(Array.from({ length: 7 }, () => ({})));

  it('count as unknown, not as tagged, if none was applied', async () => {
    const fake = logs();
    fake.refuse = () => UNANSWERED;
    const result = await tag(fake);
    expect(await counted(fake)).toEqual({ tagged: 0, unsettled: 7 });
    expect(isWorthAnotherTry(result)).toBe(true);
    expect(describeLeftOut(result)).toEqual([
      'logs-1: 7 documents may be tagged or not, because no answer came',
    ]);
  });

  it('stay unsettled if a later update is refused', async () => {
    const fake = logs();
    const asked = new Set<string>();
    fake.refuse = ({ id }) => {
      if (asked.has(id)) return { state: 'refused', reason: 'read-only', whole_index: false };
      asked.add(id);
      return UNANSWERED;
    };
    expect((await tag(fake)).refused).toEqual([
      { index: 'logs-1', documents: 7, reason: 'read-only', is_unsettled: true },
    ]);
    expect(await counted(fake)).toEqual({ tagged: 0, unsettled: 7 });
  });

  it('have placed no tags for untagging to remove or miss', async () => {
    const fake = logs();
    fake.refuse = () => UNANSWERED;
    await tag(fake);
    expect(await takeBack(fake)).toEqual({ removed: 0, not_there: 0, gone: 0, refused: [] });
    expect(fake.entries.size).toBe(0);
  });

  it('are removed where they were applied nevertheless', async () => {
    const fake = logs();
    fake.refuse = () => UNANSWERED;
    await tag(fake);
    const [first] = [...fake.documents.values()];
    Object.assign(first ?? {}, { tags: [TAG], version: 5 });
    fake.refuse = () => undefined;
    expect(await takeBack(fake)).toEqual({ removed: 1, not_there: 0, gone: 0, refused: [] });
  });

  it('may still be tagged after untagging, if its answers are lost', async () => {
    const fake = logs();
    await tag(fake);
    fake.refuse = () => UNANSWERED;
    expect(describeStillTagged((await takeBack(fake)).refused)).toEqual([
      'logs-1: 7 documents may still be tagged, because no answer came',
    ]);
  });

  it('may still be tagged or not if untagging is refused', async () => {
    const fake = logs();
    fake.refuse = () => UNANSWERED;
    await tag(fake);
    fake.losing.set('logs-1', 'only a part is kept');
    expect(describeStillTagged((await takeBack(fake)).refused)).toEqual([
      'logs-1: 7 documents may still be tagged, because only a part is kept',
    ]);
  });

  it('do not make it unknown of documents to which nothing was sent', () => {
    const refusals = new Refusals();
    const refused = { state: 'refused', reason: 'read-only', whole_index: true } as const;
    refusals.add('logs-1', { ...refused, is_unsettled: true });
    expect(refusals.refusalOf('logs-1')).toEqual(refused);
  });

  it('stand apart from those of the same batch that were answered', async () => {
    const fake = logs();
    fake.refuse = ({ id }) => (id === 'd1' ? UNANSWERED : undefined);
    await tag(fake);
    expect(await counted(fake)).toEqual({ tagged: 6, unsettled: 1 });
    expect(unlisted(fake)).toEqual([]);
    fake.refuse = () => undefined;
    expect(await tag(fake)).toMatchObject({ updated: 1, already_tagged: 6 });
    expect(await counted(fake)).toEqual({ tagged: 7, unsettled: 0 });
    expect(await takeBack(fake)).toEqual({ removed: 7, not_there: 0, gone: 0, refused: [] });
  });

  it('are settled by the next call, each listed once', async () => {
    const fake = logs();
    fake.refuse = () => UNANSWERED;
    await tag(fake);
    await tag(fake);
    expect(await counted(fake)).toEqual({ tagged: 0, unsettled: 7 });
    fake.refuse = () => undefined;
    const [late] = [...fake.documents.values()];
    // An update of which nobody heard was applied late.
    Object.assign(late ?? {}, { tags: [TAG], version: 5 });
    expect(await tag(fake)).toMatchObject({ updated: 6, already_tagged: 1 });
    expect(await counted(fake)).toEqual({ tagged: 7, unsettled: 0 });
    expect(await takeBack(fake)).toEqual({ removed: 7, not_there: 0, gone: 0, refused: [] });
  });

  it('are settled although no finding covers them any more', async () => {
    const fake = logs();
    fake.refuse = () => UNANSWERED;
    await tag(fake);
    fake.refuse = () => undefined;
    expect(await tag(fake, [])).toMatchObject({ taken_away: 0 });
    expect(await counted(fake)).toEqual({ tagged: 0, unsettled: 0 });
  });

  it('stay unknown where it cannot be read whether they were tagged', async () => {
    const fake = logs();
    fake.refuse = () => UNANSWERED;
    await tag(fake);
    fake.losing.set('logs-1', 'only a part is kept');
    await tag(fake);
    expect(await counted(fake)).toEqual({ tagged: 0, unsettled: 7 });
  });
});

describe('untagging after lost answers', () => {
  const logs = () => fakeTagging(Array.from({ length: 7 }, () => ({})));

  /** Documents that two attempts list: no answer came to the first, the second was cut off. */
  async function listedTwice(documents = 7): Promise<FakeTagging> {
    const fake = fakeTagging(Array.from({ length: documents }, () => ({})));
    fake.refuse = () => UNANSWERED;
    await tag(fake);
    fake.refuse = () => undefined;
    fake.onCall = (call, moment) => {
      const isSettled = [...fake.entries.values()].some(({ documents }) => documents === 1);
      if (isSettled && call === 'settle' && moment === 'after') throw new Error('cut off');
    };
    await expect(tag(fake)).rejects.toThrow('cut off');
    fake.onCall = () => undefined;
    expect(await counted(fake)).toEqual({ tagged: documents, unsettled: documents });
    return fake;
  }

  const takeBackLast = (fake: FakeTagging) =>
    untag({ ...RUN, attempt: `attempt ${calls}` }, fake.ports, signal);

  it('leaves nothing in doubt of documents that the canceled attempt had tagged', async () => {
    const fake = await listedTwice();
    expect(await takeBackLast(fake)).toMatchObject({ removed: 7, not_there: 0 });
    expect(await counted(fake)).toEqual({ tagged: 0, unsettled: 0 });
  });

  it('keeps in doubt what only the earlier attempt lists', async () => {
    const fake = await listedTwice();
    const [last] = [...fake.entries.values()].filter(({ documents }) => documents > 0);
    if (last === undefined) throw new Error('the second attempt lists nothing');
    fake.entries.delete(last.id);
    expect(await takeBackLast(fake)).toMatchObject({ removed: 7 - last.documents });
    expect(await counted(fake)).toEqual({ tagged: 0, unsettled: last.documents });
  });

  it('reads each settled entry once, though documents are unsettled elsewhere', async () => {
    const fake = await listedTwice();
    const settled = [...fake.entries.values()].filter((entry) => !isUnsettled(entry));
    const read: string[] = [];
    const journal = {
      ...fake.ports.journal,
      read: (id: string, over: AbortSignal) => {
        read.push(id);
        return fake.ports.journal.read(id, over);
      },
    };
    const all = { scope: 'default', day: DAY };
    const { removed } = await untag(all, { ...fake.ports, journal }, signal);
    expect(removed).toBe(7);
    expect(settled.length).toBeGreaterThan(1);
    for (const { id } of settled) expect(read.filter((one) => one === id)).toHaveLength(1);
  });

  it('counts each document once, however many entries are unsettled', async () => {
    const fake = await listedTwice(640);
    expect([...fake.entries.values()].filter(isUnsettled).length).toBeGreaterThan(200);
    expect(await takeBack(fake)).toEqual({ removed: 640, not_there: 0, gone: 0, refused: [] });
    expect(fake.entries.size).toBe(0);
  });

  it('counts each document once that two attempts list', async () => {
    const fake = await listedTwice();
    expect(await takeBack(fake)).toEqual({ removed: 7, not_there: 0, gone: 0, refused: [] });
    expect(fake.entries.size).toBe(0);
  });

  it('counts each document once that two attempts list and that is refused', async () => {
    const fake = await listedTwice();
    fake.losing.set('logs-1', 'only a part is kept');
    expect(describeStillTagged((await takeBack(fake)).refused)).toEqual([
      'logs-1: 7 documents still tagged, because only a part is kept',
    ]);
    expect(await counted(fake)).toEqual({ tagged: 7, unsettled: 0 });
  });

  it('no longer counts as tagged what may be untagged, because no answer came', async () => {
    const fake = logs();
    await tag(fake);
    fake.refuse = ({ id }) => (id < 'd3' ? UNANSWERED : undefined);
    expect(await takeBack(fake)).toMatchObject({ removed: 4 });
    expect(await counted(fake)).toEqual({ tagged: 0, unsettled: 3 });
    fake.refuse = () => undefined;
    expect(await takeBack(fake)).toEqual({ removed: 3, not_there: 0, gone: 0, refused: [] });
    expect(fake.entries.size).toBe(0);
  });

  it('counts as tagged what was read with its tag and refuses to give it back', async () => {
    const fake = logs();
    fake.refuse = () => UNANSWERED;
    await tag(fake);
    for (const document of fake.documents.values()) {
      if (document.id < 'd2') Object.assign(document, { tags: [TAG], version: 5 });
    }
    fake.refuse = () => ({ state: 'refused', reason: 'read-only', whole_index: false });
    expect(describeStillTagged((await takeBack(fake)).refused)).toEqual([
      'logs-1: 2 documents still tagged, because read-only',
    ]);
    expect(await counted(fake)).toEqual({ tagged: 2, unsettled: 0 });
  });

  it('keeps listing each document, however often answers are lost', async () => {
    const refused = { state: 'refused', reason: 'no', whole_index: false } as const;
    for (let seed = 0; seed < 32; seed += 1) {
      const fake = logs();
      const isLost = (id: string, time: number) =>
        ((seed + 5 * time) >> (Number(id.slice(1)) % 3)) & 1;
      fake.refuse = ({ id }) => (isLost(id, 0) === 1 ? UNANSWERED : undefined);
      await tag(fake);
      // Updates of which nobody heard were applied late.
      for (const document of fake.documents.values()) Object.assign(document, { tags: [TAG] });
      for (let time = 1; time < 6; time += 1) {
        fake.refuse = ({ id }) => (isLost(id, time) === 1 ? UNANSWERED : refused);
        await takeBack(fake);
        expect(unlisted(fake)).toEqual([]);
        const { tagged: certain, unsettled } = await counted(fake);
        expect(certain + unsettled).toBe(7);
      }
      fake.refuse = () => undefined;
      expect(await takeBack(fake)).toEqual({ removed: 7, not_there: 0, gone: 0, refused: [] });
      expect(fake.entries.size).toBe(0);
    }
  });
});

describe('an unclean end, at any call', () => {
  const before = [undefined, 'a', [TAG], undefined, ['b'], undefined, [], 'c'];
  const logs = () => fakeTagging(before.map((tags) => ({ tags })));
  const own = (fake: FakeTagging): number => tagged(fake) - 1;
  const others = (fake: FakeTagging): string[] => unlisted(fake).filter((id) => id !== 'd2');

  it('claims no more tags than there are, and knows of each', async () => {
    let total = 0;
    const whole = logs();
    whole.onCall = (_, moment) => void (moment === 'before' && (total += 1));
    await tag(whole);
    whole.onCall = () => undefined;
    expect(await counted(whole)).toEqual({ tagged: 7, unsettled: 0 });
    expect(total).toBeGreaterThan(10);
    let unknown = 0;
    for (let at = 1; at <= total; at += 1) {
      for (const moment of ['before', 'after'] as const) {
        const fake = logs();
        let seen = 0;
        fake.onCall = (_, now) => {
          if (now === moment) seen += 1;
          if (seen >= at) throw new Error('cut off');
        };
        await expect(tag(fake)).rejects.toThrow('cut off');
        fake.onCall = () => void expect(others(fake)).toEqual([]);
        const left = await counted(fake);
        expect(left.tagged).toBeLessThanOrEqual(own(fake));
        expect(left.tagged + left.unsettled).toBeGreaterThanOrEqual(own(fake));
        unknown += left.unsettled;
        await tag(fake);
        expect(await counted(fake)).toEqual({ tagged: 7, unsettled: 0 });
        expect(await takeBack(fake)).toEqual({ removed: 7, not_there: 0, gone: 0, refused: [] });
      }
    }
    expect(unknown).toBeGreaterThan(0);
  });
});
