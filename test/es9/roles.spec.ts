import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { send } from '../contract/send';
import { onlySource, testFolder, type TestFolder } from '../fixtures/cli_settings';
import { startServing, type Serving } from '../fixtures/start_serving';
import { taggedMappings } from '../fixtures/tagging_runner';
import { TALK_DAY, talkDocuments } from '../fixtures/tagging_talk_logs';
import { testClient } from '../fixtures/test_cluster';
import { createCast, type Cast, type Who } from './cast';
import { removeAllOfOurs } from './clean';
import { readEnvironment } from './environment';

// Each command takes a second to start, and more on a busy machine.
jest.setTimeout(300_000);

const environment = readEnvironment();
const PATTERN = 'es9-roles-*';
const INDEX = 'es9-roles-logs';
const HIDDEN = 'es9-hidden-logs';
const TAG = 'syslog_outlier';
/** Documents of the talk's flagged hours. */
const FLAGGED = 68;
const POLL_MS = 200;

(environment === undefined ? describe.skip : describe)('on a cluster with security and TLS', () => {
  let client: Client;
  let cast: Cast;
  let folder: TestFolder;
  let settings: string;

  const analyze = (who: Who, ...args: readonly string[]) =>
    cast.run(who, 'analyze', '--settings', settings, '--day', TALK_DAY, ...args);

  async function countTagged(): Promise<number> {
    await client.indices.refresh({ index: INDEX });
    return (await client.count({ index: INDEX, q: `tags:${TAG}` })).count;
  }

  async function addLogs(index: string): Promise<void> {
    await client.indices.create({ index, mappings: taggedMappings });
    const operations = talkDocuments().flatMap((document) => [{ create: {} }, document]);
    const { errors } = await client.bulk({ index, operations, refresh: true });
    expect(errors).toBe(false);
  }

  const removeLogs = () =>
    client.indices.delete({ index: [INDEX, HIDDEN], ignore_unavailable: true });

  beforeAll(async () => {
    if (environment === undefined) return;
    client = testClient();
    await removeAllOfOurs(environment.url);
    await removeLogs();
    await addLogs(INDEX);
    await addLogs(HIDDEN);
    cast = await createCast(client, environment, PATTERN);
    folder = await testFolder();
    settings = await folder.write('settings.json', onlySource(PATTERN));
  });
  afterAll(async () => {
    await cast?.remove();
    await folder?.remove();
    await removeLogs();
    // The host's settings would be found by the suites that come after.
    if (environment !== undefined) await removeAllOfOurs(environment.url);
    await client.close();
  });

  /** The host as somebody, for as long as `work` takes. */
  async function served<T>(who: Who, work: (serving: Serving) => Promise<T>): Promise<T> {
    const { url = '', ca = '' } = environment ?? {};
    const serving = await startServing(url, { ...who, ELASTICSEARCH_CA: ca });
    try {
      return await work(serving);
    } finally {
      await serving.stop();
    }
  }

  describe('the connection', () => {
    it('is refused without the CA, in a sentence that names the option', async () => {
      const { code, err } = await cast.run({ ELASTICSEARCH_CA: '' }, 'query', '-l');
      expect(code).toBe(1);
      expect(err).toMatch(/^logwave: no CA that this machine trusts .* --ca FILE or [^\n]*\n$/);
    });

    it('is trusted by the fingerprint of the CA', async () => {
      const { fingerprint256 } = new X509Certificate(readFileSync(environment?.ca ?? ''));
      const who = { ...cast.as('analyst'), ELASTICSEARCH_CA: '' };
      const args = ['-t', '*', '-c', '-i', INDEX, '--ca-fingerprint', fingerprint256];
      const { code, err } = await cast.run(who, 'query', ...args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    });

    it('says that a password is wrong', async () => {
      const who = { ...cast.as('analyst'), ELASTICSEARCH_PASSWORD: 'wrong' };
      expect(await analyze(who)).toMatchObject({
        code: 1,
        err: expect.stringContaining('does not accept the user name and password') as string,
      });
    });

    it('takes a password and an API key from files, until the key is revoked', async () => {
      const { ELASTICSEARCH_USERNAME: user = '', ELASTICSEARCH_PASSWORD: password = '' } =
        cast.as('analyst');
      const query = ['query', '-t', '*', '-c', '-i', INDEX];
      const passwordFile = await folder.write('password', `${password}\n`);
      const typed = ['--user', user, '--password-file', passwordFile];
      expect(await cast.run({}, ...query, ...typed)).toMatchObject({ code: 0, err: '' });
      const key = await cast.apiKeyOf('analyst');
      const keyFile = await folder.write('key', `${key.encoded}\n`);
      const withKey = () => cast.run({}, ...query, '--api-key-file', keyFile);
      expect(await withKey()).toMatchObject({ code: 0, err: '' });
      await client.security.invalidateApiKey({ ids: [key.id] });
      expect(await withKey()).toMatchObject({
        code: 1,
        err: expect.stringContaining('does not accept') as string,
      });
    });
  });

  describe('an analyst', () => {
    it('analyzes, also as the first one there, and changes no log', async () => {
      const { code, out, err } = await analyze(cast.as('analyst'));
      expect({ code, err }).toEqual({ code: 0, err: expect.any(String) as string });
      expect(out).toContain('1 of 1 series unusual.');
      expect(out).toContain(`${FLAGGED} documents would be tagged`);
      expect(await countTagged()).toBe(0);
    });

    it('may not tag, and learns which privilege is missing', async () => {
      const { code, out } = await analyze(cast.as('analyst'), '--tag');
      expect(code).toBe(1);
      expect(out).toMatch(/privilege "write"/);
      expect(await countTagged()).toBe(0);
    });

    it('learns which logs may not be read: they are not called silent', async () => {
      const hidden = await folder.write('hidden.json', onlySource('es9-hidden-*'));
      const args = ['analyze', '--settings', hidden, '--day', TALK_DAY];
      const { code, out } = await cast.run(cast.as('analyst'), ...args);
      expect(code).toBe(1);
      expect(out.replace(/\s+/g, ' ')).toContain('privilege "read" is missing on "es9-hidden-*"');
      expect(out).not.toMatch(/silent/i);
    });
  });

  describe('a tagger', () => {
    it('tags, and takes exactly these tags away', async () => {
      const { code, out } = await analyze(cast.as('tagger'), '--tag');
      expect(code).toBe(0);
      expect(out).toContain(`${FLAGGED} tags added.`);
      expect(await countTagged()).toBe(FLAGGED);
      const taken = await cast.run(cast.as('tagger'), 'untag', '--day', TALK_DAY);
      expect(taken).toMatchObject({ code: 0 });
      expect(await countTagged()).toBe(0);
    });

    it('tags nothing where it may not be read what an update would lose', async () => {
      const { ELASTICSEARCH_USERNAME: username = '' } = cast.as('tagger');
      const roles = await client.security.getRole({ name: username });
      const { indices = [] } = roles[username] ?? {};
      const without = indices.map(({ names, privileges }) => ({
        names,
        privileges: privileges.filter((privilege) => privilege !== 'view_index_metadata'),
      }));
      await client.security.putRole({ name: username, indices: without });
      const { code, out } = await analyze(cast.as('tagger'), '--tag');
      await client.security.putRole({ name: username, indices });
      expect(code).toBe(1);
      expect(out.replace(/\s+/g, ' ')).toContain(
        `${INDEX}: ${FLAGGED} documents not tagged, because the privilege "view_index_metadata" is missing`,
      );
      expect(await countTagged()).toBe(0);
    });

    it('does the same by way of the host, with an API key', async () => {
      const { id, encoded } = await cast.apiKeyOf('tagger');
      await served({ ELASTICSEARCH_API_KEY: encoded, ...cast.nobody }, async ({ url }) => {
        const body = JSON.stringify({ settings: onlySource(PATTERN), version: null });
        const saved = await send(url, '/api/logwave/settings', { method: 'PUT', body });
        expect([saved.status, saved.text]).toEqual([200, expect.any(String)]);
        const path = `/api/logwave/days/${TALK_DAY}/tag`;
        expect((await send(url, path, { method: 'POST', body: '{}' })).status).toBe(202);
        while ((await countTagged()) < FLAGGED) await wait(POLL_MS);
      });
      await client.security.invalidateApiKey({ ids: [id] });
      expect(await countTagged()).toBe(FLAGGED);
    });
  });

  describe('a reader', () => {
    it('sees what was found, and no line of the logs', async () => {
      await served(cast.as('reader'), async ({ url }) => {
        const day = `/api/logwave/days/${TALK_DAY}`;
        const found = await send(url, `${day}/findings`);
        expect(found.status).toBe(200);
        expect(found.text).toContain('"subtype":"5"');
        const lines = await send(url, `${day}/documents?source=syslog&subtype=5&hours=15`);
        expect(lines.status).toBe(403);
        expect(lines.text).not.toContain('@timestamp');
      });
    });

    it('may not analyze', async () => {
      const { code, err, out } = await analyze(cast.as('reader'));
      expect(code).toBe(1);
      expect(`${out}${err}`).toMatch(/lacks|privilege "read" is missing/);
    });
  });
});
