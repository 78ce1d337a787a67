import type * as WaitFor from '../../server/app/basics/wait_for';
import { fetchTaggedByDay } from '../../server/elastic/tagging/fetch_tagged_documents';
import { JOURNAL_INDEX } from '../../server/elastic/results/journal_mapping';
import type { TaggedDocuments } from '../../server/app/tagging/tagging_result';
import { parseSettings } from '../../common/settings/parse_settings';
import { analysisLines } from '../../standalone/cli/commands/analyze';
import { plainInk } from '../../standalone/cli/reports/report';
import { runAnalysis } from '../../standalone/cli/run_analysis';
import { countsSource } from '../fixtures/counts_source';
import { breakableElasticsearch, lossyElasticsearch } from '../fixtures/tagging_cuts';
import { DAY, taggable, taggingRunner, usualDays } from '../fixtures/tagging_runner';

// Requests that nobody answers are sent again: how long after that shows nothing here.
jest.mock('../../server/app/basics/wait_for', () => {
  const { waitFor } = jest.requireActual<typeof WaitFor>('../../server/app/basics/wait_for');
  const shorter: WaitFor.Wait = (milliseconds, over) => waitFor(milliseconds / 50, over);
  return { waitFor: shorter };
});

const { client, logs, newScope, analyze, untag, countTagged, stop } = taggingRunner();
const { signal } = new AbortController();
const INDEX = 'lost-answers-it';
const BURST = 60;
const OTHER = 'other_outlier';

jest.setTimeout(180_000);
afterAll(stop);
beforeAll(() =>
  logs.add(INDEX, [
    ...usualDays([DAY, '2026-11-13']),
    ...taggable(15, 'odd', Array<undefined>(BURST).fill(undefined)),
  ]),
);

const isTagging = (path: string, body: string): boolean =>
  path.includes('_bulk') && body.includes('"doc":{"tags"');
async function taggedIn(scope: string): Promise<TaggedDocuments | undefined> {
  // What a run that was cut off wrote last is not visible to searches yet.
  await client.indices.refresh({ index: JOURNAL_INDEX });
  return (await fetchTaggedByDay(client, { scope, from: DAY, to: DAY }, signal)).get(DAY);
}
const first = countsSource({ index: INDEX });
/** Both tag the same documents. */
const sources = [first, { ...first, id: 'other', tag: OTHER }];
const nothing = { removed: 0, not_there: 0, gone: 0, refused: [] };

describe('tagging whose answers are lost', () => {
  it('claims no tag that is not there, and the next run settles it', async () => {
    const scope = newScope();
    const parsed = parseSettings({ zone: 'UTC', method: 'talk', training: { days: 7 } });
    if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
    const task = { day: DAY, settings: { ...parsed.settings, sources }, scope, isTagging: true };
    const lossy = await lossyElasticsearch(isTagging, 'before');
    const cut = await runAnalysis(lossy.client, task, signal);
    await lossy.close();
    expect(await countTagged(INDEX)).toBe(0);
    expect(cut.run).toMatchObject({ status: 'partial', tagged: 0, tagged_unsettled: BURST });
    expect(await taggedIn(scope)).toEqual({ documents: 0, is_most: false, unsettled: BURST });
    const words = analysisLines(cut, task.settings, plainInk).join('\n');
    expect(words).toContain(`0 documents tagged, and up to ${BURST} more`);
    expect(words).toContain(`0 tags added; up to ${2 * BURST} more, of which no answer came.`);

    const { run } = await runAnalysis(client, task, signal);
    expect(run).toMatchObject({ status: 'analyzed', tagged: BURST });
    expect(run.tagged_unsettled).toBeUndefined();
    expect([await countTagged(INDEX), await countTagged(INDEX, OTHER)]).toEqual([BURST, BURST]);
    expect(await untag(scope)).toEqual({ ...nothing, removed: 2 * BURST });
    expect(await taggedIn(scope)).toBeUndefined();
  });

  it('has no tags for untagging to remove or miss if none was applied', async () => {
    const scope = newScope();
    const lossy = await lossyElasticsearch(isTagging, 'before');
    const task = { index: INDEX, scope, training_days: 7 };
    const { run, tagging } = await analyze({ ...task, client: lossy.client });
    await lossy.close();
    expect(run.tagged).toBe(0);
    expect(tagging?.refused).toMatchObject([{ documents: BURST, is_unsettled: true }]);
    expect(await untag(scope)).toEqual(nothing);
  });

  it('counts what was applied though its answer was lost', async () => {
    const scope = newScope();
    const lossy = await lossyElasticsearch(isTagging, 'after');
    const task = { index: INDEX, scope, training_days: 7 };
    const { run } = await analyze({ ...task, client: lossy.client });
    await lossy.close();
    expect(run).toMatchObject({ status: 'analyzed', tagged: BURST });
    expect(await taggedIn(scope)).toEqual({ documents: BURST, is_most: false });
    expect(await countTagged(INDEX)).toBe(BURST);
    expect(await untag(scope)).toEqual({ ...nothing, removed: BURST });
  });

  it('claims no tag that is not there after Elasticsearch went away at any request', async () => {
    const task = (scope: string) => ({ index: INDEX, scope, training_days: 7, sources });
    let unknown = 0;
    for (let requests = 20; ; requests += 1) {
      const scope = newScope();
      const breakable = await breakableElasticsearch(requests);
      const run = analyze({ ...task(scope), client: breakable.client });
      const isWhole = await run.then(() => true).catch(() => false);
      await breakable.close();
      const real = await countTagged(INDEX);
      const { documents = 0, unsettled = 0 } = (await taggedIn(scope)) ?? {};
      unknown += unsettled;
      expect(documents).toBeLessThanOrEqual(real);
      expect(documents + unsettled).toBeGreaterThanOrEqual(real);
      if (!isWhole) await analyze(task(scope));
      expect(await taggedIn(scope)).toEqual({ documents: BURST, is_most: false });
      expect(await untag(scope)).toEqual({ ...nothing, removed: 2 * BURST });
      if (isWhole) break;
    }
    expect(unknown).toBeGreaterThan(0);
  });
});
