import { readChannels } from './read_channels';

const mail = { type: 'smtp', host: 'mail.example.org', from: 'a@example.org', to: 'b@example.org' };
const faultOf = (given: unknown, name = 'mail') => readChannels({ [name]: given })[0]?.fault;

describe('readChannels', () => {
  it('fills in what a mail server needs', () => {
    expect(readChannels({ mail })).toEqual([
      {
        name: 'mail',
        fault: null,
        channel: {
          type: 'smtp',
          name: 'mail',
          host: 'mail.example.org',
          port: 587,
          security: 'starttls',
          from: 'a@example.org',
          to: ['b@example.org'],
        },
      },
    ]);
    const [tls] = readChannels({ mail: { ...mail, security: 'tls', to: 'b@x.org, C <c@x.org>' } });
    expect(tls?.channel).toMatchObject({ port: 465, to: ['b@x.org', 'C <c@x.org>'] });
  });

  it('takes digits that the keystore read as a number', () => {
    const [one] = readChannels({ mail: { ...mail, user: 'ana', password: 12345678 } });
    expect(one?.channel).toMatchObject({ password: '12345678' });
    expect(faultOf({ ...mail, user: 'ana', password: 1e300 })).toContain(
      'password: is read as a number: write it in double quotes',
    );
  });

  it('disables only the channel that has a fault', () => {
    const read = readChannels({
      mail: { ...mail, to: 'nobody' },
      chat: { type: 'pigeon' },
      mail2: mail,
    });
    expect(read.map(({ channel }) => channel?.name ?? null)).toEqual([null, null, 'mail2']);
  });

  it.each([
    [{ ...mail, to: 'b@example.org\r\nBcc: eve@example.org' }, 'to[0]: is not a mail address'],
    [{ ...mail, from: 'Logwave\n <a@example.org>' }, 'from: is not a mail address'],
    [{ ...mail, to: [] }, 'to: must not be empty'],
    [{ ...mail, host: 'mail example' }, 'host: is not a host name'],
    [{ ...mail, port: 70000 }, 'port: at most 65535'],
    [{ ...mail, user: 'ana' }, 'user and password go together'],
    [{ ...mail, security: 'none', user: 'a', password: 'b' }, 'not sent without encryption'],
    [{ ...mail, hots: 1 }, 'no such setting: hots'],
    [{ host: 'x' }, 'type: allowed are smtp, webhook, heartbeat'],
    [7, 'must be an object with a type: smtp, webhook, heartbeat.'],
    [[], 'must be an object with a type: smtp, webhook, heartbeat.'],
    [null, 'must be an object with a type: smtp, webhook, heartbeat.'],
    [{}, 'type: allowed are smtp, webhook, heartbeat'],
    [{ type: 'webhook', url: 'file:///etc/passwd' }, 'url: must be an http or https address'],
    [{ type: 'webhook', url: 'https://u:s3cret@x.org/' }, 'without user and password'],
    [{ type: 'webhook', url: 'https://ntfy.example/', template: 'ntfy' }, 'end with the topic'],
    [{ type: 'webhook', url: 'https://x.org/', authorization: 'a\r\nb' }, 'one line of ASCII'],
  ])('says what is wrong with %j', (given, words) => {
    const fault = faultOf(given);
    expect(fault).toContain(`The channel "mail" is not used: `);
    expect(fault).toContain(words);
  });

  it('repeats no value in a fault, since any may be a secret', () => {
    const secret = 'hunter2-hunter2';
    for (const key of [
      'host',
      'port',
      'security',
      'user',
      'password',
      'from',
      'to',
      'ca',
      'type',
    ]) {
      for (const value of [`${secret}\n`, { [secret]: 1 }, [`${secret} x`]]) {
        expect(faultOf({ ...mail, [key]: value }) ?? '').not.toContain('hunter2');
      }
    }
  });

  it('takes small names only', () => {
    expect(faultOf(mail, 'Mail Ops')).toContain(
      'a name consists of lower-case letters, digits, _ and -',
    );
    expect(readChannels({ __proto__: null, constructor: mail })[0]?.channel?.name).toBe(
      'constructor',
    );
    expect(
      readChannels(JSON.parse('{"__proto__": {"type": "smtp"}}'))[0]?.channel ?? null,
    ).toBeNull();
  });

  it('says so where the whole is not a map', () => {
    expect(readChannels('mail')[0]?.fault).toBe('No channel is used: they must be a map by name.');
    expect(readChannels(undefined)).toEqual([]);
  });
});
