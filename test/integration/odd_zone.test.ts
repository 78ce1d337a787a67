import { send } from '../contract/send';
import { onlySource, testFolder, type TestFolder } from '../fixtures/cli_settings';
import { runProgramOf, type Ended } from '../fixtures/run_command';
import { startServing } from '../fixtures/start_serving';
import { testClient, testUrl as url } from '../fixtures/test_cluster';

// Each start of a command takes seconds where the machine is busy.
jest.setTimeout(120_000);

const client = testClient();
const INDEX = 'odd-zone-logs';
/** No other suite analyzes this day. */
const DAY = '2013-05-08';
/** They name no zone. */
const settings = { ...onlySource(INDEX), zone: undefined };
const SENTENCE = /^TZ is .*: Logwave uses UTC if no other zone is set\. .*$/gm;

let folder: TestFolder;

beforeAll(async () => {
  folder = await testFolder();
  const keyword = { type: 'keyword' } as const;
  const properties = { '@timestamp': { type: 'date' as const }, severity: keyword, type: keyword };
  await client.indices.create({ index: INDEX, mappings: { properties } });
  const document = { '@timestamp': `${DAY}T23:30:00Z`, type: 'syslog', severity: '6' };
  await client.index({ index: INDEX, document, refresh: true });
  await folder.write('settings.json', settings);
});
afterAll(async () => {
  await client.indices.delete({ index: INDEX, ignore_unavailable: true });
  await client.close();
  await folder.remove();
});

/** A command as it ends where TZ is that. */
async function logwave(tz: string, ...args: readonly string[]): Promise<Ended> {
  return runProgramOf(['bin/logwave', ...args], '', { TZ: tz });
}

describe('where TZ names no zone', () => {
  it.each(['', ':/etc/localtime', 'UTC+3'])(
    'analyzes days of UTC, and says so once on standard error: TZ is "%s"',
    async (tz) => {
      const options = ['--es', url, '--settings', folder.path('settings.json'), '--day', DAY];
      const { code, out, err } = await logwave(tz, 'analyze', ...options, '--json');
      expect(code).toBe(0);
      const { run } = JSON.parse(out) as { readonly run: object };
      expect(run).toMatchObject({ run_id: `default:${DAY}:UTC`, zone: 'UTC', documents: 1 });
      expect(err.match(SENTENCE)).toHaveLength(1);
    },
  );

  it('writes sample logs of UTC, and says nothing where a zone is given', async () => {
    // One folder each: from 23:00 UTC on, yesterday in Vienna is another day.
    const sampleIn = (name: string) => ['sample', folder.path(name), '--days', '1'];
    const { code, err } = await logwave('UTC+3', ...sampleIn('utc'));
    expect([code, err.match(SENTENCE)?.length]).toEqual([0, 1]);
    const given = await logwave('UTC+3', ...sampleIn('vienna'), '--zone', 'Europe/Vienna');
    expect([given.code, given.err]).toEqual([0, '']);
  });

  it('has UTC as the default of every command with a zone', async () => {
    for (const command of ['demo', 'ingest', 'sample']) {
      const { code, out } = await logwave('', command, '--help');
      expect([command, code]).toEqual([command, 0]);
      expect(out.replace(/\s+/g, ' ')).toContain('(default: "UTC")');
    }
  });

  it('serves, and says so once', async () => {
    const serving = await startServing('http://127.0.0.1:9', { TZ: ':/etc/localtime' });
    expect((await send(serving.url, '/')).status).toBe(200);
    expect(await serving.stop()).toBe(0);
    expect(serving.said().match(SENTENCE)).toHaveLength(1);
  });
});

describe('where a zone is written in another case', () => {
  it('is one zone, and one run', async () => {
    const file = await folder.write('utc.json', { ...settings, zone: 'utc' });
    const options = ['--es', url, '--settings', file, '--day', DAY, '--json'];
    const zones = [[], ['--zone', 'Etc/UTC'], ['--zone', 'UTC']];
    for (const zone of zones) {
      const { out, err } = await logwave('utc', 'analyze', ...options, ...zone);
      expect(JSON.parse(out)).toMatchObject({ run: { run_id: `default:${DAY}:UTC` } });
      expect(err).not.toMatch(SENTENCE);
    }
  });
});
