import type { Client, Options } from '../../server/elastic/client';
import { refusalReason, refusalType } from '../../server/elastic/asking';
import { describeError } from '../../server/wiring/describe_error';
import {
  type Answering,
  json,
  startLoopbackCluster,
  type LoopbackCluster,
} from '../../test/fixtures/loopback_cluster';
import { connectOpenSearch, type ConnectedClient } from './connect_open_search';

let cluster: LoopbackCluster;
let connected: ConnectedClient | undefined;
afterEach(async () => {
  await connected?.close();
  await cluster.close();
  connected = undefined;
});

/** A client of a server that answers so. */
async function clientOf(answer: Answering, requestTimeout = 60_000): Promise<Client> {
  cluster = await startLoopbackCluster(answer);
  connected = await connectOpenSearch({ node: cluster.url, requestTimeout });
  return connected.client;
}

/** The error of a count of all documents. */
async function failureOf(client: Client, options: Options = { maxRetries: 0 }): Promise<unknown> {
  return client.count({ index: 'logs' }, options).then(
    (answer) => {
      throw new Error(`it answered: ${JSON.stringify(answer)}`);
    },
    (error: unknown) => error,
  );
}

const missing = {
  error: {
    type: 'index_not_found_exception',
    reason: 'no such index [logs]',
    root_cause: [{ type: 'index_not_found_exception', reason: 'no such index [logs]' }],
  },
  status: 404,
};

describe('a refusal of OpenSearch', () => {
  it('is one of Elasticsearch to everybody who reads it', async () => {
    const error = await failureOf(await clientOf(json(missing, 404)));
    expect(error).toMatchObject({ name: 'ResponseError', statusCode: 404, body: missing });
    expect(refusalType(error)).toBe('index_not_found_exception');
    expect(refusalReason(error)).toBe('no such index [logs]');
    expect(describeError(error)).toBe('Elasticsearch refuses: no such index [logs]');
  });

  it('is an answer if its status is expected', async () => {
    const client = await clientOf(json(missing, 404));
    expect(await client.count({ index: 'logs' }, { ignore: [404] })).toEqual(missing);
    expect(await client.indices.exists({ index: 'logs' })).toBe(false);
  });

  it('is none if something else says the same', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html>');
    });
    await expect(client.count({ index: 'logs' }, { ignore: [404] })).rejects.toThrow('text/html');
  });

  it('of a wrong password is said as such', async () => {
    const error = await failureOf(
      await clientOf((_request, response) => {
        response.writeHead(401, { 'content-type': 'text/plain' }).end('Unauthorized');
      }),
    );
    expect(error).toMatchObject({ name: 'ResponseError', statusCode: 401 });
    expect(describeError(error)).toMatch(/^Elasticsearch does not accept the user name and pass/);
  });

  it('holds no password', async () => {
    cluster = await startLoopbackCluster(json(missing, 404));
    const auth = { username: 'ann', password: 'very secret' };
    connected = await connectOpenSearch({ node: cluster.url, auth, requestTimeout: 60_000 });
    const error = await failureOf(connected.client);
    const encoded = Buffer.from('ann:very secret').toString('base64');
    expect(cluster.arrived[0]?.headers.authorization).toBe(`Basic ${encoded}`);
    expect(JSON.stringify(error)).not.toContain(encoded);
  });
});

describe('a request to OpenSearch', () => {
  it('is tried again after the answer of a gateway, as often as it is said', async () => {
    let asked = 0;
    const client = await clientOf((request, response) => {
      asked += 1;
      json(asked < 3 ? {} : { count: 3 }, asked < 3 ? 503 : 200)(request, response);
    });
    expect((await client.count({})).count).toBe(3);
    asked = 0;
    expect(await failureOf(client, { maxRetries: 1 })).toMatchObject({ statusCode: 503 });
    expect(asked).toBe(2);
  });

  it('is tried again if the connection broke', async () => {
    let asked = 0;
    const client = await clientOf((request, response) => {
      asked += 1;
      if (asked === 1) response.destroy();
      else json({ count: 3 })(request, response);
    });
    expect((await client.count({})).count).toBe(3);
    asked = 0;
    const error = await failureOf(client);
    expect(error).toMatchObject({ name: 'ConnectionError', message: 'socket hang up' });
    expect(describeError(error)).toMatch(/^no connection to Elasticsearch \(socket hang up\)/);
  });

  it('says that nothing listens', async () => {
    const client = await clientOf(json({}));
    await cluster.close();
    expect(await failureOf(client)).toMatchObject({
      name: 'ConnectionError',
      message: expect.stringMatching(/^connect ECONNREFUSED 127\.0\.0\.1:/) as string,
    });
  });

  it('is not sent twice if no answer came in time: it may have been done', async () => {
    const client = await clientOf(() => undefined, 200);
    const sent = client.index({ index: 'logs', document: {} });
    await expect(sent).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(cluster.arrived).toHaveLength(1);
    expect(describeError(await sent.catch((error: unknown) => error))).toMatch(
      /^Elasticsearch did not answer in time/,
    );
  });

  it('stops waiting for the rest of an answer', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"count":');
    }, 200);
    expect(await failureOf(client)).toMatchObject({ name: 'ConnectionError' });
  });

  it('that breaks off within its answer is said to the caller alone', async () => {
    const heard = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"count":');
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    });
    expect(await failureOf(client)).toMatchObject({ name: 'ConnectionError' });
    expect(heard).not.toHaveBeenCalled();
    heard.mockRestore();
  });
});

describe('a request that is aborted', () => {
  const aborted = { name: 'RequestAbortedError' };

  it('before is not sent', async () => {
    const client = await clientOf(json({ count: 3 }));
    expect(await failureOf(client, { signal: AbortSignal.abort() })).toMatchObject(aborted);
    expect(cluster.arrived).toEqual([]);
  });

  it.each<[string, Answering]>([
    ['while it waits', () => undefined],
    [
      'within its answer',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"count":');
      },
    ],
    ['before it is tried again', (_request, response) => response.destroy()],
  ])('ends at once: %s', async (_when, answer) => {
    const stopping = new AbortController();
    const client = await clientOf((request, response) => {
      answer(request, response);
      setTimeout(() => stopping.abort(), 50);
    });
    const begun = performance.now();
    const { signal } = stopping;
    expect(await failureOf(client, { signal, maxRetries: 3 })).toMatchObject(aborted);
    expect(performance.now() - begun).toBeLessThan(900);
    expect(cluster.arrived).toHaveLength(1);
  });

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController();
    const removed = jest.spyOn(signal, 'removeEventListener');
    const added = jest.spyOn(signal, 'addEventListener');
    await (await clientOf(json({ count: 3 }))).count({}, { signal });
    expect([added.mock.calls.length, removed.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('an answer that is not one of OpenSearch', () => {
  it.each<[string, number, string, string, string]>([
    ['a login page', 200, 'text/html', '<html>', 'an answer of type "text/html"'],
    ['a page that says "not found"', 404, 'text/html', '<html>', 'an answer of type "text/html"'],
    ['an object of another shape', 200, 'application/json', '{}', 'an answer without "count"'],
    ['a refusal without a word', 403, 'application/json', '{}', 'a refusal without a reason'],
  ])('is said in a sentence: %s', async (_what, status, type, body, words) => {
    const client = await clientOf((_request, response) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    expect(describeError(await failureOf(client))).toContain(words);
  });

  it('is said in a sentence: JSON that was cut off', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"count":3');
    });
    expect(describeError(await failureOf(client))).toMatch(
      /^Elasticsearch's answer is not complete JSON/,
    );
  });
});
