import { settingsWith } from '../../../test/fixtures/notifying';
import { readChannels } from '../../delivery';
import { sendTest } from './send_now';

const alive = { type: 'heartbeat', url: 'https://hc.example.org/ping' };
const { signal } = new AbortController();

/** What `logwave report --send` says where the channel cannot be used. */
function faultOf(name: string, configured: unknown): Promise<string> {
  const ledger = { version: 1 as const, deliveries: [], told: [] };
  const notifying = {
    channels: readChannels(configured),
    ledger: {
      read: () => Promise.resolve({ ledger, version: null }),
      write: () => Promise.resolve(undefined),
    },
    publicUrl: null,
    noLink: 'There is no link.',
    since: new Date(0),
  };
  const request = { notifying, settings: settingsWith(), name, now: new Date(0) };
  return sendTest(request, signal).then(
    () => 'sent',
    (error: unknown) => (error as Error).message,
  );
}

describe('a channel that is not there', () => {
  const wanted = 'is not used: it must be an object with a type: smtp, webhook, heartbeat.';

  it.each([
    ['none', undefined, 'No channel is configured.'],
    ['none in a map', {}, 'No channel is configured.'],
    ['one', { mail: alive }, 'The only one is mail.'],
    ['two', { mail: alive, pager: alive }, 'There are mail and pager.'],
    ['three', { mail: alive, pager: alive, ops: alive }, 'There are mail, pager and ops.'],
    ['a list', { channels: [] }, `No channel can be used. The channel "channels" ${wanted}`],
    ['a number', { mail: alive, x: 7 }, `The only one is mail. The channel "x" ${wanted}`],
    [
      'no type',
      { mail: {} },
      'No channel can be used. The channel "mail" is not used: type: allowed are smtp, webhook, heartbeat.',
    ],
  ])('is said, with those that are there: %s', async (_, configured, there) => {
    expect(await faultOf('chat', configured)).toBe(`There is no channel "chat". ${there}`);
  });

  it('is said with its fault where it is the one that was asked for', async () => {
    expect(await faultOf('channels', { channels: [] })).toBe(`The channel "channels" ${wanted}`);
  });
});
