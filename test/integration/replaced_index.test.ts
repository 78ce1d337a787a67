import { daysBefore } from '../../common/time/day';
import { DAY, taggable, taggingRunner, usualDays } from '../fixtures/tagging_runner';

const { client, logs, newScope, analyze, untag, countTagged, stop } = taggingRunner();
const BURST = 40;

jest.setTimeout(120_000);
afterAll(stop);

/** Copies an index and gives its name to the copy as an alias, as lifecycle management does to shrink it. */
async function replace(index: string): Promise<void> {
  const target = `${index}-copy`;
  await client.indices.putSettings({ index, settings: { 'index.blocks.write': true } });
  logs.made.add(target);
  const settings = { 'index.number_of_replicas': 0, 'index.blocks.write': null };
  await client.indices.clone({ index, target, settings, wait_for_active_shards: 1 });
  const actions = [{ remove_index: { index } }, { add: { index: target, alias: index } }];
  await client.indices.updateAliases({ actions });
  logs.made.delete(index);
}

describe('an index that was replaced by one with its name as an alias', () => {
  it('is untagged, and tagged again', async () => {
    const index = 'replaced-it-a';
    const scope = newScope();
    const odd = taggable(15, 'odd', Array<undefined>(BURST).fill(undefined));
    await logs.add(index, [...usualDays([DAY, ...daysBefore(DAY, 7)]), ...odd]);
    const task = { index, scope, training_days: 7 };
    const { run } = await analyze(task);
    expect(run.tagged).toBe(BURST);
    await replace(index);
    const nothing = { not_there: 0, gone: 0, refused: [] };
    expect(await untag(scope)).toEqual({ ...nothing, removed: BURST });
    expect(await countTagged(index)).toBe(0);
    expect((await analyze(task)).run).toMatchObject({ status: 'analyzed', tagged: BURST });
    expect(await untag(scope)).toEqual({ ...nothing, removed: BURST });
  });
});
