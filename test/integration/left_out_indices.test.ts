import type { Client } from '@elastic/elasticsearch';
import { fetchCapabilities, fetchStillRead } from '../../server/elastic/indices';
import { fetchIndexGroups } from '../../server/elastic/counting';
import { fetchSourceDocumentsOfHost } from '../../server/elastic/silence';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerLook } from '../../standalone/cli/commands/look';
import { countsSource } from '../fixtures/counts_source';
import { onlySource, testFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { emptyCluster, type EmptyCluster } from '../fixtures/empty_cluster';
import { testClient } from '../fixtures/test_cluster';

jest.setTimeout(300_000);

const { signal } = new AbortController();
const INDICES = ['lo-logs-a', 'lo-logs-b', 'lo-logs-old', 'lo-app-x'];
const EMPTY = 'lo-logs-none';
const STREAM = 'lo-logs-web';

let elasticsearch: EmptyCluster;
let client: Client;

const look = (): string[] => [
  ...['look', '--es', elasticsearch.url, '--day', '2026-11-20', '--zone', 'UTC', '--once'],
];

beforeAll(async () => {
  // Without security, which reads other indices of a data stream and of aliases.
  elasticsearch = await emptyCluster([...INDICES, EMPTY]);
  client = testClient({ node: elasticsearch.url });
  const mappings = {
    properties: {
      '@timestamp': { type: 'date' },
      type: { type: 'keyword' },
      severity: { type: 'keyword' },
    },
  } as const;
  const event = { '@timestamp': '2026-11-20T01:00:00Z', type: 'syslog' };
  for (const index of INDICES) {
    await client.indices.create({ index, mappings });
    const operations = ['3', '5'].flatMap((severity) => [{ index: {} }, { ...event, severity }]);
    await client.bulk({ index, operations, refresh: true });
  }
  await client.indices.create({ index: EMPTY, mappings });
  const template = { index_patterns: [`${STREAM}*`], data_stream: {}, priority: 500 };
  await client.indices.putIndexTemplate({
    name: 'lo-streams',
    ...template,
    template: { mappings },
  });
  await client.index({ index: STREAM, document: { ...event, severity: '5' }, refresh: true });
  const errors = { term: { severity: '3' } };
  await client.indices.updateAliases({
    actions: [
      { add: { indices: ['lo-logs-old', 'lo-app-x'], alias: 'lo-errors', filter: errors } },
      { add: { indices: ['lo-logs-old', 'lo-app-x'], alias: 'lo-both' } },
      { add: { index: EMPTY, alias: 'lo-empty' } },
      { add: { index: 'lo-logs-a', alias: 'lo-name' } },
    ],
  });
});

afterAll(async () => {
  await client.close();
  await elasticsearch.release();
});

/** What each exclusion of an expression leaves in, by what searches read, and for which causes. */
async function leftIn(expression: string): Promise<string[]> {
  const asked = await fetchCapabilities(client, expression, ['@timestamp'], signal);
  if (asked.state === 'unknown') throw new Error(asked.reason);
  const read = [asked.value.indices].flat();
  const found = await fetchStillRead(client, expression, read, signal);
  return found.map(({ part, index, cause, also }) => {
    const isStream = index.startsWith('.ds-');
    expect(read).toContain(index);
    const kinds = [cause.kind, ...(also === undefined ? [] : [also.kind])].join(' and ');
    return `${part} ${isStream ? STREAM : index} ${kinds}`;
  });
}

describe('what Elasticsearch reads of indices that are left out', () => {
  it.each([
    ['lo-logs-*,-lo-logs-b,lo-app-*', []],
    ['lo-logs-*,-lo-logs-web,lo-app-*', ['-lo-logs-web lo-logs-web in_group']],
    ['lo-logs-*,-lo-logs-web*,lo-app-*', []],
    ['-lo-logs-b,lo-logs-*', ['-lo-logs-b lo-logs-b too_early']],
    ['lo-logs-*,-lo-logs-b', []],
    ['lo-app-*,-lo-logs-b,lo-logs-*', ['-lo-logs-b lo-logs-b too_early']],
    ['lo-logs-*,-lo-logs-b,lo-l*', []],
    ['lo-logs-a,lo-logs-b,-lo-logs-a', ['-lo-logs-a lo-logs-a no_pattern']],
    ['lo-logs-a,lo-logs-b,-lo-logs-*', ['-lo-logs-* lo-logs-a no_pattern']],
    ['lo-logs-a,-lo-nothing', []],
    // An alias leaves in what its filter lets pass, which is meant.
    ['lo-logs-*,lo-errors,-lo-logs-old', []],
    ['lo-logs-*,lo-both,-lo-logs-old', ['-lo-logs-old lo-logs-old in_alias']],
    ['lo-logs-*,-lo-logs-old,lo-both', []],
    // It has no document.
    ['lo-app-*,lo-empty,-lo-logs-none', []],
    ['lo-logs-*,-lo-name', ['-lo-name lo-logs-a is_alias']],
    ['lo-logs-*,-lo-name,lo-app-*', ['-lo-name lo-logs-a is_alias']],
    // Too early, and an alias.
    ['-lo-name,lo-logs-*', ['-lo-name lo-logs-a too_early and is_alias']],
    ['lo-app-*,-lo-name,lo-logs-*', ['-lo-name lo-logs-a too_early and is_alias']],
    ['-lo-logs-old,lo-logs-*,lo-both', ['-lo-logs-old lo-logs-old too_early and in_alias']],
    ['-lo-logs-old,lo-both,lo-logs-*', ['-lo-logs-old lo-logs-old too_early and in_alias']],
    // The filter of an alias is meant, and a stream is left out by the pattern that is advised.
    ['-lo-logs-old,lo-logs-*,lo-errors', ['-lo-logs-old lo-logs-old too_early']],
    ['-lo-logs-web,lo-logs-*', ['-lo-logs-web lo-logs-web too_early']],
  ])('is found of %s', async (expression, found) => {
    expect(await leftIn(expression)).toEqual(found);
  });

  it('is a note of a run and of the check of a source', async () => {
    const source = countsSource({ index: '-lo-logs-b,lo-logs-*' });
    const groups = await fetchIndexGroups(client, source, signal);
    expect(groups).toMatchObject({
      state: 'known',
      value: [
        {
          notes: [
            '-lo-logs-b does not leave out lo-logs-b, which searches still read: Elasticsearch leaves out only of what stands before it, so put -lo-logs-b after lo-logs-*',
          ],
        },
      ],
    });
  });

  it.each([
    [
      'lo-logs-*,-lo-logs-web,lo-app-*',
      /^--index: -lo-logs-web does not leave out \.ds-lo-logs-web/,
    ],
    ['lo-app-*,-lo-logs-b,lo-logs-*', /so put -lo-logs-b after lo-logs-\*$/],
    ['lo-logs-*,lo-both,-lo-logs-old', /all its documents are in the alias lo-both, so name/],
  ])('is refused by look --index %s', async (index, words) => {
    await expect(runInProcess(registerLook, [...look(), '--index', index])).rejects.toThrow(words);
  });

  it.each(['-lo-logs-b,lo-logs-*', 'lo-logs-*,lo-errors,-lo-logs-old'])(
    'is not refused by look --index=%s, which leaves it out',
    async (index) => {
      const { out } = await runInProcess(registerLook, [...look(), `--index=${index}`]);
      expect(out).not.toContain('lo-logs-b:');
      expect(out).toContain(index.startsWith('-') ? 'lo-logs-*,-lo-logs-b' : index);
    },
  );
});

describe.each(['*:lo-logs-a', 'eu-*:lo-logs-a,*:lo-logs-b'])(
  'a source on %s, where no other cluster is registered',
  (index) => {
    const reason = `no other cluster is registered that "${index}" names`;

    it('reads nothing of this cluster', async () => {
      const source = countsSource({ index, filter: [] });
      const groups = await fetchIndexGroups(client, source, signal);
      expect(groups).toEqual({ state: 'unknown', reason });
    });

    it.each([[[]], [[{ field: 'type', any_of: ['syslog'] }]]])(
      'says of no host whether it was seen (%j)',
      async (filter) => {
        const source = countsSource({ index, filter });
        const found = await fetchSourceDocumentsOfHost(client, source, 'web1', signal);
        expect(found).toEqual({ state: 'unknown', reason });
      },
    );

    it('is not assessed, and its silence is not known', async () => {
      const folder = await testFolder();
      const settings = await folder.write('settings.json', onlySource(index));
      const place = ['--es', elasticsearch.url, '--settings', settings, '--day', '2026-11-20'];
      const run = runInProcess(registerAnalyze, ['analyze', '--tag', ...place]);
      const { message, said } = (await run.catch((error: unknown) => error)) as Error & {
        readonly said: Said;
      };
      await folder.remove();
      expect(message).toContain('1 of 1 source could not be analyzed');
      expect(said.out.replace(/\s+/g, ' ')).toContain(`syslog: not assessed, ${reason}`);
      expect(said.out).toContain('Not known whether silent: syslog.');
      expect(said.out).toContain('events unknown');
      expect(said.out).toContain('0 tags added');
    });
  },
);
