import { connect, type AddressInfo } from 'node:net';
import { server as hapiServer } from '@hapi/hapi';
import { answerUnread, timedListener } from './timed_listener';

const HEAD = ['POST /things HTTP/1.1', 'host: here', 'content-type: application/json'];

/** All that comes back for what is sent, until the connection ends. */
async function answerTo(sent: string): Promise<string> {
  const limits = { headers: 100, request: 100, interval: 20 };
  const host = hapiServer({ listener: timedListener(limits), autoListen: false, debug: false });
  answerUnread(host.listener);
  host.route({ method: 'post', path: '/things', handler: () => ({}) });
  await host.initialize();
  await new Promise<void>((resolve) => host.listener.listen(0, '127.0.0.1', resolve));
  const { port } = host.listener.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
  socket.write(sent);
  await new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => host.listener.close(resolve));
  return answer;
}

describe('a listener with little time', () => {
  it.each([
    ['a body that does not come', [...HEAD, 'content-length: 100', '', '{']],
    ['a body in chunks without end', [...HEAD, 'transfer-encoding: chunked', '', '1', '{', '']],
    ['headers without end', HEAD],
  ])('ends %s with 408 and a sentence', async (_what, lines) => {
    const answer = await answerTo(lines.join('\r\n'));
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('connection: close');
    const [, body = ''] = answer.split('\r\n\r\n');
    expect(JSON.parse(body)).toEqual({
      statusCode: 408,
      error: 'Request Timeout',
      message: 'the request took too long to arrive: send it again',
    });
  });

  it('refuses an address that is too long with 431 and a sentence', async () => {
    const answer = await answerTo(`GET /${'x'.repeat(140_000)} HTTP/1.1\r\nhost: here\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
    const [, body = ''] = answer.split('\r\n\r\n');
    expect(JSON.parse(body)).toEqual({
      statusCode: 431,
      error: 'Request Header Fields Too Large',
      message: 'address and headers are too long: they may have 128 KiB together',
    });
  });

  it('takes an address with the longest subtype', async () => {
    const subtype = encodeURIComponent('\u65e5'.repeat(8_191));
    const head = `GET /things?subtype=${subtype} HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n`;
    expect(await answerTo(head)).toMatch(/^HTTP\/1\.1 404 Not Found/);
  });

  it('leaves what is not HTTP at all to hapi', async () => {
    expect(await answerTo('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request/);
  });
});
