import { fakeTagging, tagsIn, type FakeTagging } from '../../../test/fixtures/tagging_fake';
import { settleUpdates } from './settle_updates';
import type { WriteOutcome } from './tagging_ports';

const { signal } = new AbortController();

/** Brings the tags of all documents to a value. */
async function settle(fake: FakeTagging, parts: Partial<FakeTagging['ports']> = {}) {
  const read = await fake.ports.documents.read([...fake.documents.values()], signal);
  const documents = read.flatMap((outcome) =>
    outcome.state === 'found' ? [outcome.document] : [],
  );
  const wish = ({ tags }: { readonly tags: unknown }): unknown => (tags === 'x' ? undefined : 'x');
  const { settled, conflicts } = await settleUpdates(
    documents,
    wish,
    { ...fake.ports, ...parts },
    signal,
  );
  return {
    fates: settled.map(({ document: { id }, fate }) => [id, fate.state]),
    settled,
    conflicts,
  };
}

/** Refuses the first updates of each document. */
function refuseFirst(fake: FakeTagging, times: number, outcome: WriteOutcome): void {
  const refused = new Map<string, number>();
  fake.refuse = ({ id }) => {
    const before = refused.get(id) ?? 0;
    refused.set(id, before + 1);
    return before < times ? outcome : undefined;
  };
}

describe('settleUpdates', () => {
  it('updates what is not as wanted', async () => {
    const fake = fakeTagging([{ tags: 'a' }, { tags: 'x' }]);
    expect((await settle(fake)).fates).toEqual([
      ['d1', 'as_wished'],
      ['d0', 'updated'],
    ]);
    expect(tagsIn(fake)).toEqual(['x', 'x']);
  });

  it('tries again after a pause that grows, while the cluster is busy', async () => {
    const fake = fakeTagging([{}]);
    refuseFirst(fake, 4, { state: 'busy', reason: 'too much to do' });
    const pauses: number[] = [];
    const wait = (milliseconds: number): Promise<void> =>
      Promise.resolve(void pauses.push(milliseconds));
    expect((await settle(fake, { wait })).fates).toEqual([['d0', 'updated']]);
    expect(pauses).toEqual([100, 200, 400, 800]);
  });

  it('gives up after ten times, with the reason', async () => {
    const fake = fakeTagging([{}]);
    refuseFirst(fake, 99, { state: 'conflict' });
    const { settled, conflicts } = await settle(fake);
    expect(settled[0]?.fate).toEqual({
      state: 'refused',
      reason: 'others keep changing it',
      whole_index: false,
      is_passing: true,
    });
    expect(conflicts).toBe(10);
  });

  it('is not certain of what went unanswered once, whatever came of it later', async () => {
    const fake = fakeTagging([{}, {}]);
    refuseFirst(fake, 1, { state: 'unanswered', reason: 'no answer' });
    const { settled } = await settle(fake);
    expect(settled.map(({ fate, certain }) => [fate.state, certain])).toEqual([
      ['updated', false],
      ['updated', false],
    ]);
  });

  it('reports documents that are gone when they are read again', async () => {
    const fake = fakeTagging([{}]);
    fake.refuse = () => {
      fake.documents.clear();
      return { state: 'conflict' };
    };
    expect((await settle(fake)).fates).toEqual([['d0', 'gone']]);
  });

  it('stops with the reason of an abort while it waits', async () => {
    const fake = fakeTagging([{}]);
    refuseFirst(fake, 9, { state: 'busy', reason: 'too much to do' });
    const wait = (): Promise<void> => Promise.reject(new Error('stopped'));
    await expect(settle(fake, { wait })).rejects.toThrow('stopped');
  });
});
