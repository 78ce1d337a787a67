import type { Command } from 'commander';
import { onlySource, testFolder, type TestFolder } from '../../../test/fixtures/cli_settings';
import { runInProcess, type Said } from '../../../test/fixtures/command_in_process';
import {
  serveMemory,
  serveTest,
  textOf,
  type TestServer,
} from '../../../test/fixtures/memory_server';
import { FINDINGS_INDEX } from '../../../server/elastic/results';
import { MemoryCluster } from '../../memory';
import { registerMute } from './mute';
import { registerSilence } from './silence';

const opened: TestServer[] = [];
let folder: TestFolder;
let settings: string;

beforeEach(async () => {
  folder = await testFolder();
  settings = await folder.write('settings.json', onlySource('logs-*'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await folder.remove();
});

/** One document of web1, whose name is mapped as text. */
function clusterWithHost(): MemoryCluster {
  const cluster = new MemoryCluster();
  const keyword = { type: 'keyword' } as const;
  const index = cluster.make('logs-web', {
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        type: keyword,
        severity: keyword,
        host: { properties: { name: { type: 'text', fields: { keyword } } } },
      },
    },
  });
  const document = { type: 'syslog', severity: '5', host: { name: 'web1' } };
  index.put('1', { '@timestamp': '2026-03-02T10:00:00Z', ...document });
  return cluster;
}

async function runOn(
  server: TestServer,
  register: (program: Command) => void,
  args: readonly string[],
): Promise<Said> {
  const [name = '', ...options] = args;
  return runInProcess(register, [name, '--es', server.url, '--settings', settings, ...options]);
}

describe('a mark of a host', () => {
  it.each([
    ['--gone', 'web1'],
    ['--mute', 'web1', '--until', '2026-12-24'],
    ['--back', 'web1'],
  ])('is refused for a source that the settings do not have: %s', async (...mark) => {
    // No Elasticsearch answers there: a mark that is not refused before fails to connect.
    const args = ['silence', ...mark, '--source', 'sylsog', '--es', 'http://127.0.0.1:1'];
    await expect(runInProcess(registerSilence, args)).rejects.toMatchObject({
      message: 'there is no source sylsog in the settings',
      exitCode: 2,
    });
  });

  const MARKS: [string, (program: Command) => void, (host: string) => string[]][] = [
    ['--gone', registerSilence, (host) => ['silence', '--gone', host]],
    ['--mute', registerSilence, (host) => ['silence', '--mute', host, '--until', '2030-01-01']],
    ['--back', registerSilence, (host) => ['silence', '--back', host]],
    [
      'mute --host',
      registerMute,
      (host) => ['mute', '--host', host, '--until', '2030-01-01', '--reason', 'maintenance'],
    ],
  ];

  it.each(MARKS)(
    'says that no document names the host, and is kept: %s',
    async (_, register, of) => {
      const cluster = clusterWithHost();
      const server = await serveMemory(cluster);
      opened.push(server);
      const seen = await runOn(server, register, of('web1'));
      expect(seen.err).not.toContain('No document');
      const { out, err } = await runOn(server, register, of('wbe1'));
      expect(err).toContain(
        'No document of the sources names the host wbe1, so nothing changes until one does: check the name.',
      );
      expect(out).toContain('wbe1');
      const hosts = [...cluster.index('logwave-marks').documents.values()].map(
        ({ source }) => (source as { readonly host: string }).host,
      );
      expect(hosts.sort()).toEqual(['wbe1', 'web1']);
    },
  );

  it.each([
    ['silence --back', registerSilence, ['silence', '--back', 'old1']],
    ['mute --back', registerMute, ['mute', '--host', 'old1', '--back']],
  ] as const)('says nothing where a mark is taken back: %s', async (_, register, back) => {
    const server = await serveMemory(clusterWithHost());
    opened.push(server);
    const mute = ['mute', '--host', 'old1', '--until', '2030-01-01', '--reason', 'maintenance'];
    expect((await runOn(server, registerMute, mute)).err).toContain('No document');
    expect((await runOn(server, register, back)).err).not.toContain('No document');
  });

  /** Syslog and the web: both read the same indices, and each has a filter of its own. */
  const TWO = {
    zone: 'UTC',
    sources: [
      { id: 'syslog', index: 'logs-*', subtype_fields: ['severity'] },
      {
        ...{ id: 'web', name: 'web', index: 'logs-*', time_field: '@timestamp' },
        ...{ subtype_fields: ['severity'], tag: 'web_outlier', enabled: true },
        filter: [{ field: 'type', any_of: ['nginx'] }],
        wording: { code: 'web {subtype}', names: [] },
      },
      ...['ossec', 'suricata', 'postfix', 'syslog_program'].map((id) => ({ id, enabled: false })),
    ],
  };

  /** Sets marks of old1, one after the other: of which is it said that nobody has seen the host? */
  async function isUnseenAfter(marks: readonly (readonly string[])[]): Promise<boolean[]> {
    settings = await folder.write('two.json', TWO);
    const server = await serveMemory(clusterWithHost());
    opened.push(server);
    const said: boolean[] = [];
    for (const mark of marks) {
      const { err } = await runOn(server, registerSilence, ['silence', ...mark]);
      said.push(err.includes('names the host old1'));
    }
    return said;
  }

  const GONE = ['--gone', 'old1'];
  const BACK = ['--back', 'old1'];
  const OF_WEB = ['--source', 'web'];
  const OF_SYSLOG = ['--source', 'syslog'];

  it.each([
    ['of another source alone', [[...GONE, ...OF_WEB]], [...BACK, ...OF_SYSLOG], true],
    ['of that source', [[...GONE, ...OF_WEB]], [...BACK, ...OF_WEB], false],
    ['of one source, taken back of all', [[...GONE, ...OF_WEB]], BACK, false],
    ['of all sources, taken back of one', [GONE], [...BACK, ...OF_WEB], false],
    ['that was taken back', [GONE, BACK], BACK, true],
    [
      'that was taken back of this source',
      [GONE, [...BACK, ...OF_WEB]],
      [...BACK, ...OF_WEB],
      true,
    ],
    ['that was taken back of another source', [GONE, [...BACK, ...OF_WEB]], BACK, false],
    [
      'of a source that was taken back of all',
      [[...GONE, ...OF_WEB], BACK],
      [...BACK, ...OF_WEB],
      true,
    ],
    ['that was set again', [GONE, BACK, GONE], BACK, false],
  ])('is not known to be there to take back: a mark %s', async (_, before, back, isUnseen) => {
    expect((await isUnseenAfter([...before, back])).at(-1)).toBe(isUnseen);
  });

  it('says nothing where the mark of a series of the host is taken back', async () => {
    settings = await folder.write('two.json', TWO);
    const server = await serveMemory(clusterWithHost());
    opened.push(server);
    const about = ['mute', '--host', 'old1', '--source', 'web', '--subtype', '5'];
    const mute = [...about, '--until', '2030-01-01', '--reason', 'maintenance'];
    expect((await runOn(server, registerMute, mute)).err).toContain('No document');
    const other = ['mute', '--host', 'old1', '--source', 'web', '--subtype', '6', '--back'];
    expect((await runOn(server, registerMute, other)).err).toContain('No document');
    expect((await runOn(server, registerMute, [...about, '--back'])).err).toBe('');
  });

  it('says that only documents of other sources name the host', async () => {
    settings = await folder.write('two.json', TWO);
    const server = await serveMemory(clusterWithHost());
    opened.push(server);
    const { err } = await runOn(server, registerSilence, ['silence', '--gone', 'web1', ...OF_WEB]);
    expect(err).toContain('No document of web names the host web1');
    for (const about of [OF_SYSLOG, []]) {
      const said = await runOn(server, registerSilence, ['silence', '--gone', 'web1', ...about]);
      expect(said.err).toBe('');
    }
  });

  it('says of which sources it is not known that no document names the host', async () => {
    const away = TWO.sources.map((one) => ({
      ...one,
      ...(one.id === 'web' && { index: 'web-*' }),
    }));
    settings = await folder.write('away.json', { ...TWO, sources: away });
    const server = await serveMemory(clusterWithHost());
    opened.push(server);
    const { err } = await runOn(server, registerSilence, ['silence', '--gone', 'wbe1']);
    expect(err).toContain(
      'No document of the sources that could be read names the host wbe1: check the name. Not read: web.',
    );
    const ofUnread = ['silence', '--gone', 'wbe1', ...OF_WEB];
    expect((await runOn(server, registerSilence, ofUnread)).err).toBe('');
  });

  it('does not say so of a host whose logs have expired, but which was silent once', async () => {
    const cluster = clusterWithHost();
    const findings = { mappings: { properties: { host: { type: 'keyword' } } } } as const;
    cluster.make(FINDINGS_INDEX, findings).put('1', { host: 'old1' });
    const server = await serveMemory(cluster);
    opened.push(server);
    expect((await runOn(server, registerSilence, ['silence', '--gone', 'old1'])).err).toBe('');
  });

  it('says nothing where no log can be read: who marks needs no other right', async () => {
    const server = await serveMemory(new MemoryCluster());
    opened.push(server);
    expect((await runOn(server, registerSilence, ['silence', '--gone', 'web1'])).err).toBe('');
  });
});

describe('the list of what is silent', () => {
  it('ends with exit code 1 where a problem that may pass has hidden something', async () => {
    const whole = await serveMemory(clusterWithHost());
    const failing = await serveTest((request, response) => {
      void textOf(request).then(async (body) => {
        const { method = '', url = '', headers } = request;
        const isCount = url.includes('_search') && body.includes('date_histogram');
        const sent = method === 'GET' || method === 'HEAD' ? {} : { body };
        const type = headers['content-type'] ?? 'application/json';
        const answer = await fetch(`${whole.url}${url}`, {
          ...{ method, headers: { 'content-type': type }, ...sent },
        });
        const text = await answer.text();
        response.writeHead(answer.status, {
          'x-elastic-product': 'Elasticsearch',
          'content-type': 'application/json',
        });
        const failed = '"_shards":{"total":2,"successful":1,"skipped":0,"failed":1}';
        response.end(isCount ? text.replace(/"_shards":\{[^}]*\}/, failed) : text);
      });
    });
    opened.push(whole, failing);
    const args = ['silence', '--day', '2026-03-02'];
    expect((await runOn(whole, registerSilence, args)).out).toContain('Watched: ');
    await expect(runOn(failing, registerSilence, args)).rejects.toMatchObject({
      message: 'not all could be looked at because of a temporary problem: see above',
      exitCode: 1,
    });
  });
});
