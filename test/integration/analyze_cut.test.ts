import { parseSettings } from '../../common/settings/parse_settings';
import type { Finding } from '../../common/waveform/hours/finding';
import { fetchFindings } from '../../server/elastic/results/findings_store';
import { fetchRun, fetchRuns } from '../../server/elastic/results/run_store';
import { runAnalysis } from '../../standalone/cli/run_analysis';
import { countsSource } from '../fixtures/counts_source';
import { breakableElasticsearch, cuttingClient } from '../fixtures/tagging_cuts';
import { DAY, taggable, taggingRunner, usualDays } from '../fixtures/tagging_runner';

const { client, logs, newScope, analyze, untag, stored, countTagged, stop } = taggingRunner();
const { signal } = new AbortController();
const INDEX = 'analyze-it-cut';
/** Of the requests of a whole run. */
const PLACES = [0.5, 0.75, 0.95];

jest.setTimeout(180_000);
afterAll(stop);
beforeAll(() =>
  logs.add(INDEX, [
    ...usualDays([DAY, '2026-11-13']),
    ...taggable(6, 'odd', [undefined, 'seen', ['a', 'b']]),
    ...taggable(15, 'even', Array<undefined>(1_050).fill(undefined)),
  ]),
);

const task = (scope: string) => ({ index: INDEX, scope, training_days: 7 });
const gist = ({ subtype, verdict, hours, count }: Finding) => ({ subtype, verdict, hours, count });

describe('a run that is cut off', () => {
  const cuts = PLACES.flatMap((place) => [[place, 'before'] as const, [place, 'after'] as const]);

  it('comes to the same as an undisturbed one when it starts again, wherever that was', async () => {
    // The first run of an Elasticsearch also sets it up, which takes requests of its own.
    const first = newScope();
    await analyze(task(first));
    await untag(first);
    // What search does not see yet is a conflict, which would be asked for again.
    await client.indices.refresh({ index: INDEX });
    const whole = cuttingClient(Infinity, 'before');
    const scope = newScope();
    const undisturbed = await analyze({ ...task(scope), client: whole.client });
    const documents = await stored(INDEX);
    expect(await countTagged(INDEX)).toBe(1_053);
    await untag(scope);
    const untagged = await stored(INDEX);
    await whole.client.close();

    for (const [place, moment] of cuts) {
      const cut = cuttingClient(Math.ceil(whole.requests() * place), moment);
      const again = newScope();
      const parts = { ...task(again), client: cut.client, signal: cut.signal };
      await expect(analyze(parts)).rejects.toThrow();
      await cut.client.close();
      const { run, findings } = await analyze(task(again));
      expect(run).toMatchObject({ status: 'analyzed', tagged: 1_053, findings: 2 });
      expect(run.run_id.slice(again.length)).toBe(undisturbed.run.run_id.slice(scope.length));
      expect(findings.map(gist)).toEqual(undisturbed.findings.map(gist));
      expect(await fetchFindings(client, run.run_id, signal)).toHaveLength(2);
      expect(await fetchRuns(client, { scope: again, from: DAY, to: DAY }, signal)).toEqual([run]);
      expect(await stored(INDEX)).toEqual(documents);
      expect(await untag(again)).toMatchObject({ removed: 1_053, refused: [] });
      expect(await stored(INDEX)).toEqual(untagged);
    }
  });

  it('fails with the connection where Elasticsearch goes away, and is repaired by the next run', async () => {
    const scope = newScope();
    const breakable = await breakableElasticsearch(25);
    const parts = { ...task(scope), client: breakable.client };
    await expect(analyze(parts)).rejects.toMatchObject({ name: 'ConnectionError' });
    await breakable.close();
    const runId = `${scope}:${DAY}:UTC`;
    // Nobody was there any more to learn how it ended.
    expect((await fetchRun(client, runId, signal))?.run.status).toBe('running');
    const { run } = await analyze(task(scope));
    expect(run).toMatchObject({ run_id: runId, status: 'analyzed', tagged: 1_053 });
    expect((await fetchRun(client, runId, signal))?.run).toEqual(run);
    expect((await untag(scope)).removed).toBe(1_053);
  });

  it('stops when its user wants it, is marked, and is completed by the same command', async () => {
    const parsed = parseSettings({ zone: 'UTC', method: 'talk', training: { days: 7 } });
    if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
    const settings = { ...parsed.settings, sources: [countsSource({ index: INDEX })] };
    const command = { day: DAY, settings, scope: newScope(), isTagging: true };
    const controller = new AbortController();
    const stopped = runAnalysis(
      client,
      {
        ...command,
        onProgress: ({ phase }) => {
          if (phase === 'tagging') controller.abort(new Error('stopped'));
        },
      },
      controller.signal,
    );
    await expect(stopped).rejects.toThrow('stopped');
    const runId = `${command.scope}:${DAY}:UTC`;
    expect((await fetchRun(client, runId, signal))?.run).toMatchObject({
      status: 'failed',
      error: 'stopped before it was done; it starts again',
    });
    const { run, tagging } = await runAnalysis(client, command, signal);
    expect(run).toMatchObject({ run_id: runId, status: 'analyzed', tagged: 1_053, findings: 2 });
    expect(tagging?.refused).toEqual([]);
    expect((await untag(command.scope)).removed).toBe(1_053);
  });
});
