import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { addDays, type Day } from '../../common/time';
import type { Analysis } from '../../standalone/cli/run_analysis';
import { registerLook } from '../../standalone/cli/commands/look';
import type { Guess } from '../../standalone/look';
import { runInProcess } from '../fixtures/command_in_process';
import { emptyCluster, type EmptyCluster } from '../fixtures/empty_cluster';
import { startProgram } from '../fixtures/run_command';
import { testClient } from '../fixtures/test_cluster';

jest.setTimeout(300_000);

const DAY: Day = '2015-04-01';
const TRAINING_DAYS = 9;
const POLL_MS = 100;

let elasticsearch: EmptyCluster;
let client: Client;

type Shown = Guess & Pick<Analysis, 'run' | 'findings'> & { readonly settings: object };

const place = (): string[] => ['look', '--es', elasticsearch.url, '--day', DAY, '--zone', 'UTC'];

/** Six events an hour of each kind; at ten o'clock of the last day many more of one. */
function eventsOf(day: Day): object[] {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return hours.flatMap((hour) => {
    const isLoud = day === DAY && hour === 10;
    return Array.from({ length: isLoud ? 90 : 6 }, (_, place) => ({
      '@timestamp': `${day}T${String(hour).padStart(2, '0')}:00:${String(place % 60).padStart(2, '0')}Z`,
      place,
    }));
  });
}

async function writeLogs(): Promise<void> {
  const operations = Array.from({ length: TRAINING_DAYS + 1 }, (_, age) => addDays(DAY, -age))
    .flatMap((day) => eventsOf(day).map((event) => [`${day.replaceAll('-', '.')}`, event] as const))
    .flatMap(([date, event]) => [
      { index: { _index: `logstash-${date}` } },
      { ...event, type: 'ossec', rule_number: 5501 },
      { index: { _index: `app-${date}` } },
      { ...event, log: { level: 'place' in event && event.place === 0 ? 'error' : 'info' } },
    ]);
  await client.bulk({ operations, refresh: true });
}

/** All that a write would change: indices, templates, documents and the numbers of their writes. */
async function stateOf(): Promise<unknown> {
  const get = (path: string) => client.transport.request({ method: 'GET', path });
  const { indices } = await client.indices.stats({ level: 'shards', expand_wildcards: 'all' });
  const writes = Object.entries(indices ?? {}).map(([name, { primaries, shards }]) => [
    name,
    primaries?.docs?.count,
    Object.values(shards ?? {}).map((copies) => copies.map((copy) => copy.seq_no?.max_seq_no)),
  ]);
  return {
    writes: writes.sort(),
    names: await get('/_resolve/index/*'),
    templates: [await get('/_index_template'), await get('/_template')],
    settings: await client.cluster.getSettings(),
  };
}

beforeAll(async () => {
  elasticsearch = await emptyCluster(['logstash-2015.*', 'app-2015.*']);
  client = testClient({ node: elasticsearch.url });
});
afterAll(async () => {
  await client.close();
  await elasticsearch.release();
});

describe('logwave look', () => {
  it('says in a sentence that a cluster has no logs', async () => {
    await expect(runInProcess(registerLook, [...place(), '--once'])).rejects.toThrow(
      `no logs of ${DAY} were found: name another day with --day, or indices with --index`,
    );
  });

  it('guesses sources, assesses the day, and writes nothing', async () => {
    await writeLogs();
    const before = await stateOf();
    const { out } = await runInProcess(registerLook, [...place(), '--once', '--json']);
    expect(await stateOf()).toEqual(before);
    const { sources, findings, run } = JSON.parse(out) as Shown;
    expect(sources.map(({ source, reason }) => [source.id, source.subtype_fields, reason])).toEqual(
      [
        ['ossec', ['rule_number'], '228 documents have "rule_number" (type: ossec)'],
        [
          'app',
          ['log.level.keyword'],
          '"log.level.keyword" is in 100 % of the documents, with 2 values',
        ],
      ],
    );
    expect(run).toMatchObject({ day: DAY, status: 'analyzed' });
    expect(findings.map(({ source, subtype }) => `${source} ${subtype}`).sort()).toEqual([
      'app info',
      'ossec 5501',
    ]);
  });

  it('ends with the settings file that would make it permanent', async () => {
    const { out } = await runInProcess(registerLook, [...place(), '--once', '--index', 'app-*']);
    expect(out).toContain(`Nothing was written to ${elasticsearch.url}`);
    const file = JSON.parse(out.slice(out.indexOf('\n{') + 1)) as { sources: { id: string }[] };
    expect(file).toMatchObject({ zone: 'UTC' });
    expect(file.sources[0]).toMatchObject({ id: 'app', index: 'app-*', enabled: true });
    expect(out).not.toContain('ossec (logstash-*)');
  });

  it.each([
    ['app-2015.04.01,app-*', 'app-*'],
    ['app-2015.04.*,one-alias', 'app-2015.04.*,one-alias'],
  ])('counts no document of %s twice', async (named, index) => {
    const alias = { index: 'app-2015.04.01', name: 'one-alias' };
    await client.indices.putAlias(alias);
    try {
      const args = [...place(), '--once', '--json', '--index', named];
      const { sources, run } = JSON.parse((await runInProcess(registerLook, args)).out) as Shown;
      expect(sources.map(({ source }) => source.index)).toEqual([index]);
      // As many as the index has of the day, which is the only one of the alias.
      expect(run.source_results.map(({ documents }) => documents)).toEqual(
        expect.arrayContaining([228]),
      );
    } finally {
      await client.indices.deleteAlias(alias);
    }
  });

  it('serves the page over it, with all results in memory', async () => {
    const before = await stateOf();
    const { child, ended } = startProgram(['bin/logwave', ...place(), '--json']);
    let said = '';
    child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
    while (!/"url": "http/.test(said) && child.exitCode === null) await delay(POLL_MS);
    const url = /"url": "(http[^"]+)"/.exec(said)?.[1] ?? '';
    const api = `${url}/api/logwave`;
    expect(await (await fetch(url)).text()).toContain('name="logwave-notice" content="look"');
    const day = (await (await fetch(`${api}/days/${DAY}/findings`)).json()) as Shown;
    expect(day.findings).toHaveLength(2);
    const { settings } = (await (await fetch(`${api}/settings`)).json()) as {
      settings: { sources: { id: string }[] };
    };
    expect(settings.sources.map(({ id }) => id)).toContain('app');
    const headers = { 'content-type': 'application/json', 'kbn-xsrf': 'test' };
    const body = JSON.stringify({ day: addDays(DAY, -1) });
    const started = await fetch(`${api}/runs`, { method: 'POST', headers, body });
    const { run_id: id } = (await started.json()) as { run_id: string };
    let status = 'running';
    while (status === 'running') {
      await delay(POLL_MS);
      const answer = await fetch(`${api}/runs/${encodeURIComponent(id)}`);
      ({ status } = (await answer.json()) as { status: string });
    }
    expect(status).toBe('analyzed');
    // Tags would be written into the logs: they are held back.
    const tagging = await fetch(`${api}/days/${DAY}/tag`, { method: 'POST', headers, body: '{}' });
    expect(tagging.status).toBeLessThan(600);
    await delay(POLL_MS);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
    expect(await stateOf()).toEqual(before);
  });
});
