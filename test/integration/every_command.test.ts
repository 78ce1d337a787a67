import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { FLAGS } from '../../standalone/cli/cluster/cluster_options';
import { filesOf } from '../../standalone/cli/folder/folder_files';
import { writeFolder } from '../../standalone/cli/folder/folder_io';
import { createProgram } from '../../standalone/cli/program';
import { startFakeCluster, type FakeCluster } from '../fixtures/fake_cluster';

const OPENSEARCH = JSON.stringify({
  version: { distribution: 'opensearch', number: '1.3.20' },
  tagline: 'The OpenSearch Project: https://opensearch.org/',
});

const folder = mkdtempSync(join(tmpdir(), 'logwave-every-'));

/** What each command needs in addition to the cluster. */
const ARGUMENTS = new Map<string, readonly string[]>([
  ['demo', ['--once']],
  ['ingest', [__filename]],
  ['analyze', ['--day', '2015-04-01']],
  ['untag', ['--day', '2015-04-01']],
  ['replay', ['--run', 'default:2015-04-01:UTC']],
  ['diff', ['--day', '2015-04-01']],
  ['judge', ['none', '--day', '2015-04-01', '--source', 'syslog']],
  ['mute', ['--all', '--back']],
  ['export', [folder]],
  ['import', [folder]],
  ['serve', ['--port', '0', '--no-open']],
  ['query', ['-l']],
]);

const hasOption = (command: Command, flag: string): boolean =>
  command.options.some(({ long }) => long === flag);
const onCluster = createProgram()
  .commands.filter((command) => hasOption(command, '--es'))
  .map((command) => [command.name(), command] as const);

let cluster: FakeCluster;
beforeAll(async () => {
  await writeFolder(folder, filesOf({ settings: {}, marks: [], calendars: [] }));
  // As OpenSearch answers: without the header of the product, and 406 to its content type.
  cluster = await startFakeCluster((path) =>
    path === '/'
      ? { body: OPENSEARCH }
      : {
          status: 406,
          body: '{"error":"Content-Type header [application/vnd…] is not supported"}',
        },
  );
});
afterAll(async () => {
  await cluster.close();
  rmSync(folder, { recursive: true });
});

describe.each(onCluster)('logwave %s', (name, command) => {
  it('can be given a CA, a user and an API key', () => {
    for (const flag of Object.values(FLAGS))
      expect([flag, hasOption(command, flag)]).toEqual([flag, true]);
  });

  it('says that an OpenSearch is too old, and nothing of content types', async () => {
    const argv = ['node', 'logwave', name, ...(ARGUMENTS.get(name) ?? []), '--es', cluster.url];
    await expect(createProgram().parseAsync(argv)).rejects.toMatchObject({
      name: 'UserError',
      message: 'this is OpenSearch 1.3, and Logwave needs 2.4 or newer',
    });
  });
});

it('is about every command that works on a cluster', () => {
  expect(onCluster.length).toBeGreaterThan(8);
});
