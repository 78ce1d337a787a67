import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder, makeDataFolder } from './data_folder';
import { explainFolderError } from './explain_folder_error';

let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'logwave-folder-'))));
afterEach(() => rm(root, { recursive: true }));

describe('makeDataFolder', () => {
  it('makes all that is needed, of which the token is for the owner alone; twice changes nothing', async () => {
    const folder = dataFolder(join(root, 'some', 'where'));
    await makeDataFolder(folder);
    await makeDataFolder(folder);
    const { mode } = await stat(folder.run);
    expect((mode & 0o777).toString(8)).toBe('700');
    for (const path of [folder.indices, folder.temporary, folder.logs]) {
      expect((await stat(path)).isDirectory()).toBe(true);
    }
  });

  // Only Linux has a file system in which no user may make a folder.
  const itOnLinux = process.platform === 'linux' ? it : it.skip;

  itOnLinux('explains itself if nothing can be made, however deep the folder is', async () => {
    await writeFile(join(root, 'file'), '');
    for (const data of ['/proc/logwave/data', join(root, 'file', 'data')]) {
      const error: unknown = await makeDataFolder(dataFolder(data)).catch(
        (thrown: unknown) => thrown,
      );
      const { message } = explainFolderError(error, data) as Error;
      expect(message).toContain(`The data folder ${data} cannot be used: it`);
    }
  });
});
