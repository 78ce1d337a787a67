import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { defineEndpoint } from '../../common/api/basics/endpoint';
import { ApiError, type ErrorBody } from '../../common/api/basics/errors';
import { noBody, nothing } from '../../common/api/basics/parts';
import type { Caller } from '../../server/wiring/caller';
import { defineRoute, type Route } from '../../server/routes/route';
import type { Services } from '../../server/wiring/services';
import { send } from '../../test/contract/send';
import { startHost, type Host } from './create_host';
import type { Page } from './page/ensure_page';

/** As the real one does: the caller sees what is meant for the caller, and nothing else. */
function answerError(error: unknown): ErrorBody {
  if (!(error instanceof ApiError)) {
    return { statusCode: 500, error: 'Internal Server Error', message: 'Something went wrong.' };
  }
  const { status: statusCode, code, message } = error;
  return { statusCode, error: 'Not Found', message, attributes: { code } };
}

const path = '/api/logwave/things/{id}';
const common = { params: z.strictObject({ id: z.string().max(20) }), query: nothing, summary: '' };
const answer = z.looseObject({});
const reading = defineEndpoint({
  ...common,
  id: 'readThing',
  method: 'get',
  path,
  privilege: 'read',
  body: noBody,
  answer,
  status: 200,
  errors: [],
});
const writing = defineEndpoint({
  ...common,
  id: 'writeThing',
  method: 'post',
  path,
  privilege: 'run',
  body: z.strictObject({ words: z.string() }),
  answer,
  status: 202,
  errors: [],
});

const LONG = 'waveform '.repeat(10_000);
let waiting: ((signal: AbortSignal) => void) | undefined;

const routes: Route[] = [
  defineRoute(reading, async ({ params, signal }) => {
    if (params.id === 'long') return { words: LONG };
    if (params.id === 'missing') throw new ApiError('run_not_found', 'There is no such run.');
    if (params.id === 'broken') throw new Error('a secret of the inside');
    if (params.id === 'slow') {
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        waiting?.(signal);
      });
    }
    return { id: params.id };
  }),
  defineRoute(writing, ({ body }) => Promise.resolve({ words: body.words })),
];

const SCRIPT = `console.log(${JSON.stringify(LONG)});`;
let folder: string;
let host: Host;

async function makePage(): Promise<Page> {
  folder = await mkdtemp(join(tmpdir(), 'logwave-page-'));
  await writeFile(join(folder, 'main-AAAA.js'), SCRIPT);
  await writeFile(join(folder, 'main-AAAA.js.br'), 'as brotli');
  await writeFile(join(folder, 'main-AAAA.js.gz'), 'as gzip');
  await writeFile(join(folder, 'old-BBBB.js'), 'of the page before');
  await writeFile(join(folder, '.hidden'), 'a secret');
  const styles = { all: ['main-AAAA.css'], light: 'light-AAAA.css', dark: 'dark-AAAA.css' };
  const manifest = { key: '', inputs: [], script: 'main-AAAA.js', styles, files: ['main-AAAA.js'] };
  return { folder, manifest };
}

const logged: string[] = [];
const log = { info: () => {}, warn: () => {}, error: (line: string) => logged.push(line) };

async function start(page: Page, address = '127.0.0.1', port = 0): Promise<Host> {
  const services = { log } as unknown as Services;
  const callerOf = (): Caller => ({}) as unknown as Caller;
  return startHost({ address, port, routes, services, callerOf, answerError, page });
}

let page: Page;
beforeAll(async () => {
  page = await makePage();
  host = await start(page);
});
afterAll(async () => {
  await host.stop();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string | undefined> = {}) =>
  send(host.url, path, { headers });
const post = (body: string, headers: Record<string, string | undefined> = {}) =>
  send(host.url, '/api/logwave/things/1', { method: 'POST', body, headers });

describe('the page', () => {
  it('is answered at every address of the application, and never kept', async () => {
    for (const path of ['/', '/day/2015-04-01', '/day/2015-04-01/series?source=ossec']) {
      const { status, headers, text } = await get(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain('src="/assets/main-AAAA.js"');
    }
  });

  it('runs no script but its own files, in no frame, under a policy without loopholes', async () => {
    const { headers, text } = await get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect([...text.matchAll(/<script[^>]*>([^<]*)</g)].map(([, inline]) => inline)).toEqual(['']);
    expect(text).not.toMatch(/<style| style=| on\w+=/);
  });

  it('gives its script a new nonce each time, the one of the policy', async () => {
    const nonces = new Set<string | undefined>();
    for (let time = 0; time < 3; time += 1) {
      const { headers, text } = await get('/');
      const nonce = /nonce="([^"]+)"/.exec(text)?.[1];
      expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('is not found at addresses of the API, nor at names of files', async () => {
    for (const path of ['/api/logwave/nothing', '/api/other', '/favicon.ico', '/day/x.map']) {
      const { status, json } = await get(path);
      expect(status).toBe(404);
      expect(json).toMatchObject({ statusCode: 404, attributes: { code: 'not_found' } });
    }
  });
});

describe('files of the page', () => {
  it('may be cached forever, since their names contain the hash of their content', async () => {
    const { status, headers, text } = await get('/assets/main-AAAA.js');
    expect([status, text]).toEqual([200, SCRIPT]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toMatch(/javascript/);
  });

  it('are not sent again to who has them', async () => {
    const { headers } = await get('/assets/main-AAAA.js');
    const again = await get('/assets/main-AAAA.js', { 'if-none-match': headers.etag });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', 'as brotli'],
    ['gzip', 'gzip', 'as gzip'],
  ])('are sent as they lie there compressed to who takes %s', async (accepted, encoding, text) => {
    const answered = await get('/assets/main-AAAA.js', { 'accept-encoding': accepted });
    expect(answered.headers['content-encoding']).toBe(encoding);
    expect(answered.headers.vary).toContain('accept-encoding');
    expect(answered.text).toBe(text);
  });

  it('of the page before are there for who has it open', async () => {
    const { text, headers } = await get('/assets/old-BBBB.js');
    expect(text).toBe('of the page before');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/assets/nothing.js',
    '/assets/',
    '/assets/.hidden',
    '/assets/../.hidden',
    '/assets/%2e%2e%2fpackage.json',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/..%5c..%5cetc%5cpasswd',
    '/assets/%2fetc%2fpasswd',
    '/assets//etc/passwd',
    '/assets/main-AAAA.js%00.css',
    '/assets/../../../../api/logwave/etc/passwd',
    '/assets/....//....//etc/passwd',
  ])('are all that can be fetched, not %s', async (name) => {
    const { status, text } = await get(name);
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toMatch(/secret|root:/);
  });
});

describe('the API', () => {
  it('answers with the status of the endpoint, and never from a cache', async () => {
    const { status, headers, json } = await get('/api/logwave/things/one%2Ftwo');
    expect([status, json]).toEqual([200, { id: 'one/two' }]);
    expect(headers['cache-control']).toBe('no-store');
    const written = await post('{"words": "a"}');
    expect([written.status, written.json]).toEqual([202, { words: 'a' }]);
  });

  it('compresses long answers as the caller takes them', async () => {
    const brotli = await get('/api/logwave/things/long', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(JSON.parse(brotliDecompressSync(brotli.bytes).toString())).toEqual({ words: LONG });
    const gzip = await get('/api/logwave/things/long', { 'accept-encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(gzip.bytes).toString())).toEqual({ words: LONG });
    expect((await get('/api/logwave/things/long')).json).toEqual({ words: LONG });
  });

  it('refuses what the validator refuses, without a code, as Kibana does', async () => {
    for (const { status, json } of [
      await get('/api/logwave/things/1?what=this'),
      await get(`/api/logwave/things/${'x'.repeat(21)}`),
      await post('{"words": 1}'),
      await post('{}'),
      await post(''),
    ]) {
      expect([status, Object.keys(json as object)]).toEqual([
        400,
        ['statusCode', 'error', 'message'],
      ]);
    }
  });

  it('refuses bodies that are too large, no JSON, or that would change prototypes', async () => {
    const large = await post(JSON.stringify({ words: 'x'.repeat(1_100_000) }));
    expect(large.json).toMatchObject({ statusCode: 413, attributes: { code: 'body_too_large' } });
    expect((await post('{"words": ')).json).toMatchObject({ statusCode: 400 });
    expect((await post('{"words": "a", "__proto__": {"x": 1}}')).status).toBe(400);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post('words=a', form)).status).toBe(415);
  });

  it('shows errors that are meant for the caller', async () => {
    expect((await get('/api/logwave/things/missing')).json).toMatchObject({
      statusCode: 404,
      message: 'There is no such run.',
      attributes: { code: 'run_not_found' },
    });
  });

  it('keeps to itself what it did not expect', async () => {
    const { status, text } = await get('/api/logwave/things/broken');
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
  });

  it('ends the work when the caller has gone', async () => {
    const begun = new Promise<AbortSignal>((resolve) => (waiting = resolve));
    const caller = new AbortController();
    const asked = send(host.url, '/api/logwave/things/slow', { signal: caller.signal });
    const signal = await begun;
    caller.abort();
    await expect(asked).rejects.toThrow(/abort/);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    expect(signal.aborted).toBe(true);
  });
});

describe('the guard', () => {
  it('refuses every request by a foreign name', async () => {
    for (const path of ['/', '/assets/main-AAAA.js', '/api/logwave/things/1']) {
      const { status, json } = await get(path, { host: 'attacker.example' });
      expect([status, json]).toEqual([403, expect.objectContaining({ statusCode: 403 })]);
    }
  });

  it('refuses pages of other sites, and changes without the header kbn-xsrf', async () => {
    const body = '{"words": "a"}';
    expect((await post(body, { origin: 'https://attacker.example' })).status).toBe(403);
    expect((await post(body, { 'kbn-xsrf': undefined })).status).toBe(400);
    expect((await post(body, { origin: host.url })).status).toBe(202);
  });

  it('puts its headers on every answer', async () => {
    for (const path of ['/', '/assets/main-AAAA.js', '/api/logwave/things/1', '/api/x', '/a%ff']) {
      const { headers } = await get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('starting and stopping', () => {
  it('refuses an address that others can reach', async () => {
    await expect(start(page, '0.0.0.0')).rejects.toThrow(/install Logwave in Kibana/);
  });

  it('says in one sentence that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await expect(start(page, '127.0.0.1', port)).rejects.toThrow(
      new RegExp(`^port ${port} is taken.*choose another one with --port\\.$`),
    );
    other.close();
  });

  it('answers those that wait before it stops', async () => {
    const stopped = await start(page);
    const begun = new Promise<AbortSignal>((resolve) => (waiting = resolve));
    const asked = send(stopped.url, '/api/logwave/things/slow');
    await begun;
    await stopped.stop();
    expect(await asked).toMatchObject({ status: 503, json: { statusCode: 503 } });
    await expect(send(stopped.url, '/')).rejects.toThrow(/ECONNREFUSED/);
  });
});
