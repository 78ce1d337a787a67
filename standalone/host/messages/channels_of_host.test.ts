import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelsOfHost } from './channels_of_host';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-channels-'));
  file = join(folder, 'notify.json');
});
afterEach(() => rm(folder, { recursive: true }));

async function keep(text: string, mode = 0o600): Promise<void> {
  await writeFile(file, text);
  await chmod(file, mode);
}

const mail = { type: 'smtp', host: 'mail.example.org', from: 'a@example.org', to: 'b@example.org' };

describe('the channels of a host', () => {
  it('come from a file that only its owner may read, with secrets from the environment', async () => {
    await keep(JSON.stringify({ mail: { ...mail, user: 'ana' } }));
    const [one] = await channelsOfHost({
      LOGWAVE_NOTIFY_FILE: file,
      LOGWAVE_NOTIFY_MAIL_PASSWORD: '0123',
      LOGWAVE_NOTIFY_MAIL_PORT: '2525',
      LOGWAVE_NOTIFYX: 'of somebody else',
    });
    expect(one?.channel).toMatchObject({ name: 'mail', password: '0123', port: 2525 });
  });

  it('come from the environment alone', async () => {
    const [one] = await channelsOfHost({
      LOGWAVE_NOTIFY_TEAM_CHAT_TYPE: 'webhook',
      LOGWAVE_NOTIFY_TEAM_CHAT_URL: 'https://chat.example/hook',
    });
    expect(one?.channel).toMatchObject({ name: 'team_chat', type: 'webhook' });
  });

  it('are refused where others may read the file', async () => {
    await keep(JSON.stringify({ mail }), 0o640);
    await expect(channelsOfHost({}, file)).rejects.toThrow(`run chmod 600 ${file}`);
  });

  it('are refused where the file is not a map, without a word of what it holds', async () => {
    for (const text of ['{"mail": {"password": "hunter2"', '["hunter2"]', 'hunter2']) {
      await keep(text);
      await expect(channelsOfHost({}, file)).rejects.toThrow(
        `${file} must be JSON: a map of channels by name`,
      );
    }
    const missing = join(folder, 'missing');
    await expect(channelsOfHost({}, missing)).rejects.toThrow(
      `cannot read the channels file ${missing}: there is no such file`,
    );
    await expect(channelsOfHost({}, folder)).rejects.toThrow(
      `cannot read the channels file ${folder}: it is a folder`,
    );
  });

  it.each([[[]], [7], [null], ['smtp'], [true]])(
    'have a fault where the file has %j in the place of one, whatever variables set',
    async (value) => {
      await keep(JSON.stringify({ mail: value }));
      const [one] = await channelsOfHost({ LOGWAVE_NOTIFY_MAIL_TYPE: 'smtp' }, file);
      expect(one?.fault).toBe(
        'The channel "mail" is not used: it must be an object with a type: smtp, webhook, heartbeat.',
      );
    },
  );

  it('have a fault where a variable sets nothing that there is', async () => {
    const [one] = await channelsOfHost({ LOGWAVE_NOTIFY_MAIL_PASWORD: 'hunter2' });
    expect(one?.fault).toContain('The channel "mail_pasword" is not used');
    expect(one?.fault).not.toContain('hunter2');
  });
});
