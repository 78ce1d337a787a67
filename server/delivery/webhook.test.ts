import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import {
  hostileMessage,
  NAMES,
  namedMessage,
  ordinaryMessage,
} from '../../test/fixtures/report_message';
import { TRUSTED_CA } from '../../test/fixtures/smtp_server';
import type { Channel, WebhookChannel } from './channel';
import { deliver } from './deliver';

const { signal } = new AbortController();
const SHORT = { connectMs: 200, answerMs: 200 };
const SECRET = '/services/T000/B000/s3cret';

interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const taken: Answer = (_, response) => response.end('ok');

async function serve(answer: Answer, isTls = false) {
  const heard: Heard[] = [];
  const pem = readFileSync(join(__dirname, '../../test/fixtures/certificates/server.pem'));
  const onRequest: Answer = (request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { method, url, headers } = request;
      heard.push({ method, url, authorization: headers.authorization, body });
      answer(request, response);
    });
  };
  const server = isTls
    ? createTlsServer({ key: pem, cert: pem }, onRequest)
    : createServer(onRequest);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { heard, server, host: `127.0.0.1:${port}` };
}

function hook(url: string, part: Partial<WebhookChannel> = {}): WebhookChannel {
  return { type: 'webhook', name: 'chat', url, template: 'plain', ...part };
}

async function faultOf(channel: Channel): Promise<Error> {
  const fault = await deliver(channel, ordinaryMessage(), signal, SHORT).catch(
    (error: Error) => error,
  );
  if (!(fault instanceof Error)) throw new Error('the message was sent');
  expect(fault.message).not.toContain('s3cret');
  return fault;
}

describe('a webhook', () => {
  it('gets the message as JSON, with the header of the channel', async () => {
    const { heard, host } = await serve(taken);
    const channel = hook(`http://${host}${SECRET}`, { authorization: 'Bearer s3cret' });
    expect(await deliver(channel, ordinaryMessage(), signal)).toEqual({ to: [host], words: null });
    expect(heard).toMatchObject([{ method: 'POST', url: SECRET, authorization: 'Bearer s3cret' }]);
    const body = JSON.parse(heard[0]?.body ?? '') as { subject: string; report: { day: string } };
    expect(body.report.day).toBe('2015-04-01');
  });

  it('that answers 500 is named with its answer, and without the address', async () => {
    const { host } = await serve((_, response) => {
      response.statusCode = 500;
      response.end(`no ${SECRET} with\u001B[2J\n  Bearer s3cret`);
    });
    const fault = await faultOf(
      hook(`http://${host}${SECRET}`, { authorization: 'Bearer s3cret' }),
    );
    expect(fault.message).toBe(`${host} answered 500: no … with\\u001B[2J ….`);
  });

  it('is not followed to another host, which hears nothing', async () => {
    const other = await serve(taken);
    const { host } = await serve((_, response) => {
      response.writeHead(307, { location: `http://${other.host}/elsewhere?token=s3cret` });
      response.end();
    });
    const { message } = await faultOf(hook(`http://${host}${SECRET}`, { authorization: 's3cret' }));
    expect(message).toBe(
      `${host} redirects to ${other.host}, which is not followed: set the final address.`,
    );
    expect(other.heard).toEqual([]);
  });

  it('that hangs may have taken it, one that refuses the connection has not', async () => {
    const { host, server } = await serve(() => undefined);
    expect(await faultOf(hook(`http://${host}/`))).toMatchObject({
      message: `${host} did not answer in time.`,
      mayHaveArrived: true,
    });
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    expect(await faultOf(hook(`http://${host}/`))).toMatchObject({
      message: `Nothing answers at ${host}.`,
      mayHaveArrived: false,
    });
  });

  it('needs a certificate that is trusted', async () => {
    const { host, heard } = await serve(taken, true);
    const { message } = await faultOf(hook(`https://${host}${SECRET}`));
    expect(message).toContain(`The certificate of ${host} is not trusted`);
    await deliver(hook(`https://${host}${SECRET}`, { ca: TRUSTED_CA }), ordinaryMessage(), signal);
    expect(heard).toHaveLength(1);
  });

  it('is reached through the proxy of HTTPS_PROXY', async () => {
    const { host, heard } = await serve(taken, true);
    const tunnels: (string | undefined)[] = [];
    const proxy = createServer();
    servers.push(proxy);
    proxy.on('connect', ({ url }: IncomingMessage, client: Socket) => {
      tunnels.push(url);
      const [to, port] = host.split(':');
      const target = connect(Number(port), to, () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(client).pipe(target);
      });
      target.on('error', () => client.destroy());
      client.on('error', () => target.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    process.env['HTTPS_PROXY'] = `http://127.0.0.1:${port}`;
    try {
      const channel = hook(`https://localhost:${host.split(':')[1]}/`, { ca: TRUSTED_CA });
      await deliver(channel, ordinaryMessage(), signal);
    } finally {
      delete process.env['HTTPS_PROXY'];
    }
    expect(tunnels).toHaveLength(1);
    expect(heard).toHaveLength(1);
  });
});

describe('a heartbeat', () => {
  it('is a GET that says nothing of the day', async () => {
    const { heard, host } = await serve(taken);
    await deliver(
      { type: 'heartbeat', name: 'alive', url: `http://${host}/ping` },
      ordinaryMessage(),
      signal,
    );
    expect(heard).toMatchObject([{ method: 'GET', url: '/ping', body: '' }]);
  });

  it('that is not answered may be sent again', async () => {
    const { host } = await serve(() => undefined);
    const fault = await faultOf({ type: 'heartbeat', name: 'alive', url: `http://${host}/ping` });
    expect(fault).toMatchObject({ mayHaveArrived: false });
  });
});

describe('the templates', () => {
  const bodyOf = async (template: WebhookChannel['template'], message = hostileMessage()) => {
    const { heard, host } = await serve(taken);
    await deliver(hook(`http://${host}/topic`, { template }), message, signal);
    return { ...heard[0], json: JSON.parse(heard[0]?.body ?? '') as unknown };
  };

  it.each(['plain', 'slack', 'teams', 'mattermost', 'ntfy'] as const)(
    '%s: has no log text, host or user where names are left out',
    async (template) => {
      // Mattermost gets the same text with its markup escaped.
      const textOf = async (hasNames: boolean) =>
        JSON.stringify((await bodyOf(template, namedMessage(hasNames))).json).replaceAll('\\', '');
      const [named, unnamed] = [await textOf(true), await textOf(false)];
      expect(NAMES.slice(0, 3).filter((name) => !named.includes(name))).toEqual([]);
      expect(NAMES.filter((name) => unnamed.includes(name))).toEqual([]);
    },
  );

  it('slack: texts are plain, and only our own link is markup', async () => {
    const { json } = await bodyOf('slack');
    const blocks = (json as { blocks: { text?: { type: string } }[] }).blocks;
    expect(blocks.map(({ text }) => text?.type)).not.toContain('mrkdwn');
    const linked = await bodyOf('slack', ordinaryMessage());
    expect(JSON.stringify(linked.json)).toContain('|Open this day in Logwave>');
  });

  it('teams: an Adaptive Card of text runs, which read no Markdown', async () => {
    const { json } = await bodyOf('teams', ordinaryMessage());
    const card = (
      json as { attachments: { contentType: string; content: { body: { type: string }[] } }[] }
    ).attachments[0];
    expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(new Set(card?.content.body.map(({ type }) => type))).toEqual(new Set(['RichTextBlock']));
  });

  it('mattermost: names from logs neither mention nor link', async () => {
    const subject = 'x @channel [a](http://evil.example) **b**';
    const { json } = await bodyOf('mattermost', ordinaryMessage({ subject }));
    const { text } = json as { text: string };
    expect(text).not.toContain('@channel');
    expect(text).toContain('\\[a\\]\\(http\\:');
  });

  it('ntfy: the topic is in the body, sent to the root, below 4 kB', async () => {
    const long = Array.from({ length: 100 }, () => 'ä'.repeat(200));
    const { json, url } = await bodyOf('ntfy', ordinaryMessage({ alarms: long }));
    expect(url).toBe('/');
    expect(json).toMatchObject({ topic: 'topic', priority: 4 });
    const { message } = json as { message: string };
    expect(Buffer.byteLength(message)).toBeLessThan(4_096);
  });
});
