import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { hostileMessage, ordinaryMessage } from '../../test/fixtures/report_message';
import { startMailServer, TRUSTED_CA, type MailServer } from '../../test/fixtures/smtp_server';
import type { SmtpChannel } from './channel';
import { deliver } from './deliver';

const { signal } = new AbortController();
const SHORT = { connectMs: 200, answerMs: 200 };
const PASSWORD = 's3cret-word';

let server: MailServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

function channelAt(port: number, part: Partial<SmtpChannel> = {}): SmtpChannel {
  return {
    type: 'smtp',
    name: 'mail',
    host: '127.0.0.1',
    port,
    security: 'starttls',
    user: 'ana',
    password: PASSWORD,
    from: 'Logwave <logwave@example.org>',
    to: ['ana@example.org', 'Ben Ode <ben@example.org>'],
    ca: TRUSTED_CA,
    ...part,
  };
}

async function faultOf(channel: SmtpChannel, timeouts?: typeof SHORT): Promise<Error> {
  const message = ordinaryMessage();
  try {
    await deliver(channel, message, signal, timeouts);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('the mail was sent');
}

describe('a mail', () => {
  it('goes to all recipients over STARTTLS, as text, tables and the attached report', async () => {
    server = await startMailServer();
    const { to, words } = await deliver(channelAt(server.port), ordinaryMessage(), signal);
    expect([to, words]).toEqual([['ana@example.org', 'ben@example.org'], null]);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: 'logwave@example.org', isEncrypted: true });
    expect(mail?.to).toEqual(['ana@example.org', 'ben@example.org']);
    expect(mail?.raw).toMatch(/^Subject: Logwave, Wednesday 1 April 2015: 1 silent, 4 unusual\r$/m);
    const kinds = [...(mail?.raw ?? '').matchAll(/^Content-Type: ([a-z/]+)/gm)].map(
      ([, kind]) => kind,
    );
    expect(kinds).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/html',
    ]);
    expect(mail?.raw).toContain('filename=logwave-2015-04-01.html');
  });

  it('goes over TLS from the first byte', async () => {
    server = await startMailServer({ secure: true });
    await deliver(channelAt(server.port, { security: 'tls' }), ordinaryMessage(), signal);
    expect(server.mails).toHaveLength(1);
  });

  it('carries names of logs that mean harm, but no header of theirs', async () => {
    server = await startMailServer();
    const subject = 'Logwave\r\nBcc: eve@example.org';
    await deliver(channelAt(server.port), { ...hostileMessage(), subject }, signal);
    expect(server.mails[0]?.to).toEqual(['ana@example.org', 'ben@example.org']);
    expect(server.mails[0]?.raw).not.toMatch(/^Bcc:/m);
  });

  it('is not sent where the certificate is not trusted, and the sentence says what to set', async () => {
    server = await startMailServer({}, 'stranger');
    const { message } = await faultOf(channelAt(server.port));
    expect(message).toMatch(
      /^The certificate of 127\.0\.0\.1 is not trusted \(.+\): set the CA that signed it as "ca" of the channel mail\.$/,
    );
    await server.stop();
    server = await startMailServer({ secure: true });
    const noCa = await faultOf(channelAt(server.port, { security: 'tls', ca: undefined }));
    expect(noCa.message).toContain('is not trusted');
    expect(server.mails).toEqual([]);
  });

  it('is not sent with a certificate of another host', async () => {
    server = await startMailServer({}, 'other');
    expect((await faultOf(channelAt(server.port))).message).toContain('is not trusted');
    expect(server.mails).toEqual([]);
  });

  it('is not sent in the open where the server offers no encryption', async () => {
    server = await startMailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    const { message } = await faultOf(channelAt(server.port));
    expect(message).toContain('offers no encryption that works');
    expect(server.mails).toEqual([]);
  });

  it('says that user and password are refused, and repeats neither', async () => {
    server = await startMailServer();
    const { message } = await faultOf(channelAt(server.port, { password: 'wr0ng-word' }));
    expect(message).toBe(
      `127.0.0.1:${server.port} does not accept the user and password of the channel mail.`,
    );
  });

  it('says that nothing answers', async () => {
    const closed = await startMailServer();
    await closed.stop();
    const { message } = await faultOf(channelAt(closed.port));
    expect(message).toBe(`Nothing answers at 127.0.0.1:${closed.port}.`);
  });

  it('says that there is no such host', async () => {
    const { message } = await faultOf(channelAt(25, { host: 'mail.invalid' }));
    expect(message).toBe('There is no host mail.invalid, or its name cannot be looked up now.');
  });

  it('gives up a server that takes the connection and says nothing', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const fault = await faultOf(channelAt(port), SHORT);
    expect(fault).toMatchObject({
      message: `127.0.0.1:${port} did not answer in time.`,
      mayHaveArrived: false,
    });
    sockets.forEach((socket) => socket.destroy());
    silent.close();
  });

  it('may have arrived where the server hangs after the text', async () => {
    server = await startMailServer({ onData: (stream) => void stream.resume() });
    const fault = await faultOf(channelAt(server.port), SHORT);
    expect(fault).toMatchObject({ mayHaveArrived: true });
  });

  it('leaves out the file where the server refuses the size with 552', async () => {
    const one = await startMailServer();
    await deliver(channelAt(one.port), ordinaryMessage(), signal);
    const whole = one.mails[0]?.raw.length ?? 0;
    await one.stop();
    for (const hideSize of [false, true]) {
      // Without SIZE in its greeting the server only says so at the end.
      server = await startMailServer({ size: whole - 1_000, hideSize });
      await deliver(channelAt(server.port), ordinaryMessage(), signal);
      const [mail] = server.mails;
      expect(mail?.raw).toContain('The report as a file is left out');
      expect(mail?.raw).not.toContain('filename=');
      await server.stop();
    }
  });

  it('says that even the mail without the file is too large', async () => {
    server = await startMailServer({ size: 500 });
    const { message } = await faultOf(channelAt(server.port));
    expect(message).toContain('refuses mail of this size');
  });

  it('arrives at the others where one recipient is refused, and names that one', async () => {
    server = await startMailServer({
      onRcptTo({ address }, _session, done) {
        if (address === 'ben@example.org') done(new Error(`No such user, ${PASSWORD}`));
        else done();
      },
    });
    const delivered = await deliver(channelAt(server.port), ordinaryMessage(), signal);
    expect(delivered).toEqual({
      to: ['ana@example.org'],
      words: 'The server refused ben@example.org.',
    });
  });

  it('quotes a refusal of the server without the password', async () => {
    server = await startMailServer({
      onMailFrom: (_address, _session, done) =>
        done(Object.assign(new Error(`not with\u001B[2J ${PASSWORD}`), { responseCode: 550 })),
    });
    const { message } = await faultOf(channelAt(server.port));
    expect(message).toContain('refuses the mail: 550 not with [2J …');
    expect(message).not.toContain(PASSWORD);
  });
});
