import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type estypes } from '@elastic/elasticsearch';
import { logwaveIndices } from '../../server/elastic/results/index_templates';
import { searchPages } from '../../server/elastic/asking/search_pages';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerRepair } from '../../standalone/cli/commands/repair';
import { registerUntag } from '../../standalone/cli/commands/untag';
import { acquireElasticsearch, type AcquiredElasticsearch } from '../../standalone/elasticsearch';
import { onlySource, testFolder, type TestFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { logIndices, type LogIndices } from '../fixtures/counts_logs';
import { taggedMappings } from '../fixtures/tagging_runner';
import { TALK_DAY, talkDocuments } from '../fixtures/tagging_talk_logs';

// Templates for all indices would harm other suites: these tests have an Elasticsearch of their own.
jest.setTimeout(240_000);
const INDEX = 'foreign-templates-logs';
const TAGGED = 68;
const names = logwaveIndices.map(({ name }) => name);
const day = ['--day', TALK_DAY];
const { signal } = new AbortController();

let dataDir: string;
let elasticsearch: AcquiredElasticsearch;
let client: Client;
let logs: LogIndices;
let folder: TestFolder;
let settings: string;

beforeAll(async () => {
  for (const name of ['ELASTICSEARCH_URL', 'LOGWAVE_SETTINGS']) delete process.env[name];
  dataDir = await mkdtemp(join(tmpdir(), 'logwave-templates-'));
  elasticsearch = await acquireElasticsearch({ dataDir });
  client = new Client({ node: elasticsearch.url });
  logs = logIndices(client);
  folder = await testFolder();
  settings = await folder.write('settings.json', onlySource(INDEX));
});

afterAll(async () => {
  await folder.remove();
  await client.close();
  await elasticsearch.release();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  await logs.add(INDEX, talkDocuments(), taggedMappings);
});

afterEach(async () => {
  await client.indices.deleteIndexTemplate({ name: '*' });
  const index = names.flatMap((name) => [name, `${name}-repair`]);
  await client.indices.delete({ index, ignore_unavailable: true });
  await logs.removeAll();
});

const analyze = (...args: readonly string[]): Promise<Said> =>
  runInProcess(registerAnalyze, [
    'analyze',
    '--es',
    elasticsearch.url,
    '--settings',
    settings,
    ...day,
    ...args,
  ]);
const untag = (): Promise<Said> =>
  runInProcess(registerUntag, ['untag', '--es', elasticsearch.url, ...day]);
const repair = (): Promise<Said> =>
  runInProcess(registerRepair, ['repair', '--es', elasticsearch.url]);

async function messageOf(command: Promise<Said>): Promise<string> {
  return command.then(
    () => 'done',
    (error: unknown) => String(error),
  );
}

async function countTagged(): Promise<number> {
  await client.indices.refresh({ index: INDEX });
  return (await client.count({ index: INDEX, query: { term: { tags: 'syslog_outlier' } } })).count;
}

async function putTemplate(
  priority: number,
  template: estypes.IndicesPutIndexTemplateIndexTemplateMapping,
  parts: Partial<estypes.IndicesPutIndexTemplateRequest> = {},
): Promise<void> {
  const request = { name: 'zero_replicas', index_patterns: ['*'], priority, template };
  await client.indices.putIndexTemplate({ ...request, ...parts });
}

async function mappingsOf(index: string): Promise<estypes.MappingTypeMapping | undefined> {
  return (await client.indices.getMapping({ index }))[index]?.mappings;
}

describe('an index template for all indices', () => {
  it.each([500, 1_000])(
    'of priority %d changes nothing: tags are placed, found again and removed',
    async (priority) => {
      await putTemplate(priority, { settings: { number_of_replicas: 0 } });
      expect((await analyze('--tag')).out).toContain(`${TAGGED} tags added.`);
      expect((await analyze('--tag')).out).toContain(`${TAGGED} documents already had the tag.`);
      expect((await untag()).out).toContain(`${TAGGED}`);
      expect(await countTagged()).toBe(0);
      expect(await mappingsOf('logwave-counts')).toMatchObject({
        dynamic: 'false',
        properties: { scope: { type: 'keyword' }, series: { type: 'object', enabled: false } },
      });
    },
  );

  it('above all priorities does no harm either, where a request can take precedence', async () => {
    await putTemplate(2_000_000, {
      settings: { number_of_shards: 3, mode: 'standard', default_pipeline: 'not_there' },
      aliases: { everything: {} },
      mappings: { dynamic: 'strict', properties: { scope: { type: 'text' } } },
    });
    expect((await analyze('--tag')).out).toContain(`${TAGGED} tags added.`);
    expect((await untag()).out).toContain(`${TAGGED}`);
    expect(await countTagged()).toBe(0);
  });

  it('by which parts of documents would be lost is named before anything is tagged', async () => {
    await putTemplate(2_000_000, { mappings: { _source: { excludes: ['hits'] } } });
    const message = await messageOf(analyze('--tag'));
    expect(message).toContain('"_source" leaves out hits');
    expect(message).toContain('The index template "zero_replicas" matches');
    expect(message).toContain('Do not delete logwave-journal');
    expect(await countTagged()).toBe(0);
    await client.indices.deleteIndexTemplate({ name: 'zero_replicas' });
    expect((await repair()).out).toContain('logwave-journal was created again, with 0 documents.');
    expect((await analyze('--tag')).out).toContain(`${TAGGED} tags added.`);
  });

  it('that makes data streams of our names is named before anything is tagged', async () => {
    await putTemplate(2_000_000, {}, { index_patterns: ['logwave-*'], data_stream: {} });
    const message = await messageOf(analyze('--tag'));
    expect(message).toContain('zero_replicas');
    expect(message).toContain('data streams only');
    expect(await countTagged()).toBe(0);
  });
});

/** Makes our indices again as a template without our mapping would have, with what they hold. */
async function spoilIndices(): Promise<void> {
  await client.indices.deleteIndexTemplate({ name: 'logwave-*' });
  await client.indices.refresh({ index: names });
  for (const index of names) {
    const documents: [string, object][] = [];
    const all = { index, query: { match_all: {} }, size: 100, source: true };
    const pages = searchPages<object>(client, { ...all, ignore_unavailable: false }, signal);
    for await (const hits of pages) {
      for (const { _id: id = '', _source: source = {} } of hits) documents.push([id, source]);
    }
    await client.indices.delete({ index });
    const operations = documents.flatMap(([id, source]) => [{ index: { _id: id } }, source]);
    // Counts of several sizes do not all fit a mapping that was guessed from the first.
    if (operations.length === 0) await client.indices.create({ index });
    else await client.bulk({ index, operations, refresh: true });
  }
}

describe('indices that an earlier version has made under such a template', () => {
  it('are refused by name, and rebuilt with all that they hold by logwave repair', async () => {
    expect((await analyze('--tag')).out).toContain(`${TAGGED} tags added.`);
    await spoilIndices();
    const message = await messageOf(untag());
    expect(message).toContain('logwave-journal ("scope" is text, not keyword');
    expect(message).not.toContain('logwave-counts (');
    expect(message).toContain('Run "logwave repair"');
    expect(await messageOf(analyze('--tag'))).toContain('logwave-counts and logwave-series may be');
    const { out } = await repair();
    expect(out).toContain('logwave-journal was created again, with');
    expect((await repair()).out).toBe('No index of Logwave needs a repair.\n');
    expect(await mappingsOf('logwave-journal')).toMatchObject({ dynamic: 'false' });
    expect((await untag()).out).toContain(`${TAGGED}`);
    expect(await countTagged()).toBe(0);
  });

  it('are whole again where a repair was cut off after the index was removed', async () => {
    await analyze('--tag');
    await client.indices.refresh({ index: 'logwave-journal' });
    await client.indices.addBlock({ index: 'logwave-journal', block: 'write' });
    const clone = { index: 'logwave-journal', target: 'logwave-journal-repair' };
    await client.indices.clone({ ...clone, settings: { 'index.blocks.write': null } });
    await client.indices.delete({ index: 'logwave-journal' });
    expect(await messageOf(untag())).toContain('the repair of logwave-journal was cut off');
    expect(await messageOf(analyze('--tag'))).toContain('run "logwave repair" to its end first');
    expect((await repair()).out).toContain('logwave-journal was created again');
    expect((await untag()).out).toContain(`${TAGGED}`);
    expect(await countTagged()).toBe(0);
  });
});

describe('two first commands at once', () => {
  it('both come to their end, and the documents are tagged once', async () => {
    // The output of commands in one process is mixed: only what they came to is looked at.
    const said = await Promise.allSettled([analyze('--tag'), analyze('--tag')]);
    const reasons = said.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(reasons).toEqual([]);
    expect(await countTagged()).toBe(TAGGED);
    expect((await untag()).out).toContain(`${TAGGED}`);
    expect(await countTagged()).toBe(0);
  });
});
