import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInProcess } from '../../../test/fixtures/command_in_process';
import { describeError } from '../../../server/wiring/describe_error';
import { registerLook } from './look';

const PRODUCT = { 'x-elastic-product': 'Elasticsearch' };
const JSON_TYPE = { 'content-type': 'application/json' };
const GREETING = JSON.stringify({
  tagline: 'You Know, for Search',
  version: { number: '8.19.2' },
});

interface Served {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/** What `logwave look` says to a server that answers like this, and what it was asked. */
async function lookAtServer(answerTo: (path: string) => Served) {
  const asked: string[] = [];
  const server = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`);
    const { status, headers, body } = answerTo(url);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const args = ['look', '--es', address, '--day', '2015-04-01', '--zone', 'UTC', '--once'];
    await runInProcess(registerLook, args);
    return { said: '', asked };
  } catch (error) {
    return { said: describeError(error), asked };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('logwave look', () => {
  it('needs the address of a cluster', async () => {
    await expect(runInProcess(registerLook, ['look', '--once'])).rejects.toThrow(
      'name the cluster to look at with --es URL',
    );
  });

  it('says that something else than Elasticsearch answers', async () => {
    const { said } = await lookAtServer(() => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html>Welcome to nginx!</html>',
    }));
    expect(said).toBe(
      'what answers at that address is not Elasticsearch: check that the address is right',
    );
  });

  it('says that a proxy strips the header of Elasticsearch', async () => {
    const { said } = await lookAtServer(() => ({
      status: 200,
      headers: JSON_TYPE,
      body: GREETING,
    }));
    expect(said).toContain('a proxy has to pass this header on');
  });

  it('says which privilege a user lacks, and has sent nothing that writes', async () => {
    const reason =
      'action [indices:admin/resolve/index] is unauthorized for user [reader] on indices [*]';
    const error = { type: 'security_exception', reason, root_cause: [] };
    const { said, asked } = await lookAtServer((path) => ({
      status: path === '/' ? 200 : 403,
      headers: { ...PRODUCT, ...JSON_TYPE },
      body: path === '/' ? GREETING : JSON.stringify({ error, status: 403 }),
    }));
    expect(said).toContain('reader');
    expect(asked.every((request) => request.startsWith('GET '))).toBe(true);
  });
});
