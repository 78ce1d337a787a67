import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elasticsearchStatus, stopElasticsearch } from './control';
import { dataFolder } from './data_folder';

let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'logwave-stopped-'))));
afterEach(() => rm(root, { recursive: true }));

/** Leaves what a launcher would have left that is not there any more. */
async function leaveState(port: number): Promise<void> {
  const { run, state } = dataFolder(root);
  await mkdir(run, { recursive: true });
  await writeFile(state, JSON.stringify({ pid: process.pid, port, token: 'abc' }));
}

describe('stopping what is stopped', () => {
  it('is not an error, where nothing was ever started or what ran is gone', async () => {
    const stopped = { running: false, data: root };
    expect(await stopElasticsearch(root)).toEqual(stopped);
    await leaveState(9);
    expect(await stopElasticsearch(root)).toEqual(stopped);
    expect(await stopElasticsearch(root)).toEqual(stopped);
    expect(await elasticsearchStatus(root)).toEqual(stopped);
  });

  it('is not an error where something else has its port by now', async () => {
    const other = createServer((socket) => socket.resume().end('220 mail.example.org\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    await leaveState((other.address() as AddressInfo).port);
    expect(await stopElasticsearch(root)).toEqual({ running: false, data: root });
    await new Promise((resolve) => other.close(resolve));
  });
});
