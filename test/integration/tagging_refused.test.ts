import type { estypes } from '@elastic/elasticsearch';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerUntag } from '../../standalone/cli/commands/untag';
import type { UserError } from '../../standalone/cli/basics/user_error';
import { testFolder, type TestFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import {
  BURST,
  BURST_DAY,
  burstDocuments,
  burstMappings,
  burstSettings,
} from '../fixtures/tagging_burst';
import { taggingRunner } from '../fixtures/tagging_runner';
import { testUrl as url } from '../fixtures/test_cluster';

const { client, logs, stop } = taggingRunner();
const day = ['--day', BURST_DAY];
const DOCUMENTS = 14 * 48 + 46 + BURST;

const KEYWORD = { keyword: { type: 'keyword' } } as const;

let folder: TestFolder;

jest.setTimeout(120_000);
beforeAll(async () => {
  for (const name of ['ELASTICSEARCH_URL', 'LOGWAVE_SETTINGS']) delete process.env[name];
  folder = await testFolder();
});
afterAll(async () => {
  await folder.remove();
  await stop();
});

/** What a command said, on one line, and the code that it ends with. */
interface Outcome {
  readonly out: string;
  readonly exitCode: number;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

async function outcomeOf(command: Promise<Said>): Promise<Outcome> {
  try {
    return { out: oneLine((await command).out), exitCode: 0 };
  } catch (error) {
    const { said, exitCode } = error as UserError & { readonly said: Said };
    return { out: oneLine(said.out), exitCode };
  }
}

/** Logs of one burst, and the commands on them. */
async function burst(
  id: string,
  mappings: estypes.MappingTypeMapping,
  parts: object = {},
  pattern = `refused-it-${id}`,
) {
  const index = `refused-it-${id}`;
  await logs.add(index, burstDocuments(parts), burstMappings(mappings));
  const settings = await folder.write(`${id}.json`, burstSettings(id, pattern));
  const analyze = (...args: readonly string[]) =>
    outcomeOf(
      runInProcess(registerAnalyze, [
        'analyze',
        '--es',
        url,
        '--settings',
        settings,
        ...day,
        ...args,
      ]),
    );
  const count = async (q: string): Promise<number> => {
    await client.indices.refresh({ index });
    return (await client.count({ index, q })).count;
  };
  return { index, analyze, count };
}

/** Puts the same documents into an index of the same name that is mapped otherwise. */
async function moveInto(index: string, mappings: estypes.MappingTypeMapping): Promise<void> {
  await client.indices.refresh({ index });
  const { hits } = await client.search<object>({ index, size: DOCUMENTS });
  await logs.remove(index);
  await logs.add(index, [], mappings);
  const operations = hits.hits.flatMap(({ _id, _source }) => [{ index: { _id } }, _source]);
  await client.bulk({ index, operations, refresh: true });
}

const untag = () => outcomeOf(runInProcess(registerUntag, ['untag', '--es', url, ...day]));

describe('an index that keeps only a part of each document', () => {
  const mappings: estypes.MappingTypeMapping = {
    _source: { excludes: ['message', 'secret'] },
    properties: {
      message: { type: 'text' },
      secret: { type: 'keyword' },
      tags: { type: 'keyword' },
    },
  };
  const parts = { message: 'Failed password for root', secret: 's1' };

  it('is not tagged, by name; the findings stay, and all is found as before', async () => {
    const { index, analyze, count } = await burst('cx1', mappings, parts);
    const reason = 'because its mapping keeps only a part of each document (_source.excludes)';
    const looked = await analyze();
    expect(looked.exitCode).toBe(0);
    expect(looked.out).toContain('No document would be tagged.');
    expect(looked.out).toContain(`${index}: ${BURST} documents would not be tagged, ${reason}`);

    const tagged = await analyze('--tag');
    expect(tagged.exitCode).toBe(1);
    expect(tagged.out).toContain('1 of 1 series unusual.');
    expect(tagged.out).toContain('0 tags added.');
    expect(tagged.out).toContain(`${index}: ${BURST} documents not tagged, ${reason}`);
    expect(await count('message:password')).toBe(DOCUMENTS);
    expect(await count('secret:s1')).toBe(DOCUMENTS);
    expect((await untag()).out).toContain('There are no tags of Logwave to remove.');
  });

  it('keeps the tags of an earlier version, since taking them away would lose more', async () => {
    const { index, analyze, count } = await burst(
      'cx2',
      { properties: mappings.properties ?? {} },
      parts,
    );
    expect((await analyze('--tag')).out).toContain(`${BURST} tags added.`);
    // The same documents, in an index that came to keep less of them.
    await moveInto(index, burstMappings(mappings));

    const untagged = await untag();
    expect(untagged.exitCode).toBe(1);
    expect(untagged.out).toContain(
      `${index}: ${BURST} documents still tagged, because its mapping`,
    );
    expect(await count('tags:cx2_outlier')).toBe(BURST);
    expect(await count('message:password')).toBe(DOCUMENTS);
    await logs.remove(index);
    expect(await untag()).toMatchObject({ exitCode: 0 });
  });
});

describe('an index that does not index the tags', () => {
  it('is not tagged, and says so before', async () => {
    const { index, analyze, count } = await burst('ct1', { dynamic: false });
    const reason =
      'because the index does not index the field "tags" (dynamic: false), so no search would find the tag: map it as keyword';
    const looked = await analyze();
    expect(looked.out).toContain('No document would be tagged.');
    expect(looked.out).toContain(`${index}: ${BURST} documents would not be tagged, ${reason}`);
    const tagged = await analyze('--tag');
    expect(tagged.exitCode).toBe(1);
    expect(tagged.out).toContain(`${index}: ${BURST} documents not tagged, ${reason}`);
    expect(await count('_exists_:tags')).toBe(0);
    const [hit] = (await client.search<object>({ index, size: 1, q: 'k:x' })).hits.hits;
    expect(hit?._source).not.toHaveProperty('tags');
  });

  it('still gives its tags back where an earlier version has written some', async () => {
    const { index, analyze } = await burst('ct2', { properties: { tags: { type: 'keyword' } } });
    expect((await analyze('--tag')).exitCode).toBe(0);
    await moveInto(index, burstMappings({ dynamic: false }));
    // The tag is in the documents, but nobody finds it, so they are not reported as tagged.
    const again = await analyze('--tag');
    expect([again.exitCode, again.out]).toEqual([1, expect.stringContaining('0 tags added.')]);
    expect(await untag()).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining(`${BURST} tags removed.`) as unknown,
    });
  });
});

describe('an index that has as many fields as it may have', () => {
  it('is named as that', async () => {
    const fields = Array.from({ length: 8 }, (_, at) => [`x${at}`, { type: 'keyword' }]);
    const { index, analyze } = await burst('ct3', {
      properties: Object.fromEntries(fields) as Record<string, { type: 'keyword' }>,
    });
    await client.indices.putSettings({
      index,
      settings: { 'index.mapping.total_fields.limit': 10 },
    });
    const reason =
      'because the index has as many fields as it may have (index.mapping.total_fields.limit), and "tags" is not one of them';
    expect((await analyze()).out).toContain(`${BURST} documents would not be tagged, ${reason}`);
    const tagged = await analyze('--tag');
    expect(tagged.exitCode).toBe(1);
    expect(tagged.out).toContain(`${index}: ${BURST} documents not tagged, ${reason}`);
    await client.indices.putSettings({
      index,
      settings: { 'index.mapping.total_fields.limit': 12 },
    });
    expect((await analyze('--tag')).out).toContain(`${BURST} tags added.`);
    await untag();
  });
});

describe('a source of which one index takes tags and one does not', () => {
  it('says how many documents of each would be tagged, and tags those', async () => {
    const dates = { properties: { tags: { type: 'date' } } } as const;
    const words = { properties: { tags: { type: 'text', fields: KEYWORD } } } as const;
    const { index, analyze } = await burst('mix', dates, {}, 'refused-it-mix*');
    await logs.add(`${index}-2`, burstDocuments(), burstMappings(words));
    const reason =
      'because the mapping does not take a list of words in "tags", which is mapped as date';
    const looked = await analyze();
    expect(looked.out).toContain(`${BURST} documents would be tagged (--tag).`);
    expect(looked.out).toContain(`${index}: ${BURST} documents would not be tagged, ${reason}`);
    const tagged = await analyze('--tag');
    expect(tagged.exitCode).toBe(1);
    expect(tagged.out).toContain(`${BURST} tags added.`);
    expect(tagged.out).toContain(`${index}: ${BURST} documents not tagged, ${reason}`);
    await client.indices.refresh({ index: `${index}-2` });
    expect((await analyze()).out).toContain(`All ${BURST} documents already have their tag.`);
    expect((await untag()).out).toContain(`${BURST} tags removed.`);
  });
});
