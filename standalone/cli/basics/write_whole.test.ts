import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assertPlace, writeWhole } from './write_whole';

// A copy, since functions of Node's own module cannot be replaced.
jest.mock('node:fs/promises', () => ({
  __esModule: true,
  ...jest.requireActual<object>('node:fs/promises'),
}));

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'logwave-write-'))));
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const failWith = (code: string) =>
  Promise.reject(Object.assign(new Error(`${code}: raw, open 'x'`), { code }));
const write = (file: string, text = 'new') => writeWhole(file, text, 'the report');
const namesIn = (path = folder) => readdir(path);

describe('writeWhole', () => {
  it('writes a new file, and replaces one with its permissions', async () => {
    const file = join(folder, 'report.html');
    await write(file, 'old');
    expect(await readFile(file, 'utf8')).toBe('old');
    await files.chmod(file, 0o600);
    await write(file);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await namesIn()).toEqual(['report.html']);
  });

  it('writes through a link, which stays one', async () => {
    await mkdir(join(folder, 'www'));
    const target = join(folder, 'www', 'report.html');
    await writeFile(target, 'old');
    const link = join(folder, 'latest.html');
    await symlink(target, link);
    await write(link);
    expect(await readFile(target, 'utf8')).toBe('new');
    expect((await files.lstat(link)).isSymbolicLink()).toBe(true);
  });

  it('writes to a device, and does not replace it', async () => {
    await write('/dev/null');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
    expect((await namesIn('/dev')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    ['a folder', '.', 'it is a folder'],
    ['a file in a missing folder', 'none/report.html', 'there is no such folder'],
    ['a file below a file', 'file/report.html', 'there is a file where its path has a folder'],
    ['a name that is too long', 'x'.repeat(300), 'its name is too long'],
  ])('refuses %s in a sentence, before and after the work', async (_, name, reason) => {
    await writeFile(join(folder, 'file'), 'mine');
    const file = join(folder, name);
    const message = `cannot write the report ${file}: ${reason}`;
    await expect(assertPlace(file, 'the report')).rejects.toMatchObject({
      name: 'UserError',
      message,
    });
    await expect(write(file)).rejects.toMatchObject({ name: 'UserError', message });
    expect(await namesIn()).toEqual(['file']);
  });

  it('refuses an empty name', async () => {
    await expect(write('')).rejects.toMatchObject({
      message: 'the file name of the report is empty: name a file',
      exitCode: 2,
    });
  });

  it.each([
    ['EACCES', 'you are not allowed to write there'],
    ['EROFS', 'its disk is read-only'],
    ['ENOSPC', 'there is no space left on its disk'],
    ['EODD', 'the system reports EODD'],
  ])('leaves nothing where writing ends with %s', async (code, reason) => {
    const file = join(folder, 'report.html');
    await writeFile(file, 'old');
    const { writeFile: real } = jest.requireActual<typeof files>('node:fs/promises');
    jest.spyOn(files, 'writeFile').mockImplementation(async (path) => {
      await real(path, 'half');
      return failWith(code);
    });
    const message = `cannot write the report ${file}: ${reason}`;
    await expect(write(file)).rejects.toMatchObject({ message });
    jest.restoreAllMocks();
    jest.spyOn(files, 'rename').mockImplementation(() => failWith(code));
    await expect(write(file)).rejects.toMatchObject({ message });
    expect(await namesIn()).toEqual(['report.html']);
    expect(await readFile(file, 'utf8')).toBe('old');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing after %s', async (signal) => {
    const file = join(folder, 'report.html');
    const program = `
      require('tsx/cjs');
      const files = require('node:fs/promises');
      const { writeFile } = files;
      // A slow disk: the file is there, and its end is awaited.
      files.writeFile = async (path, text, { signal }) => {
        await writeFile(path, text);
        const waiting = setInterval(() => undefined, 1000);
        process.stdout.write('written');
        await new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason)));
        clearInterval(waiting);
      };
      const { writeWhole } = require('./standalone/cli/basics/write_whole.ts');
      writeWhole(${JSON.stringify(file)}, 'half', 'the report').catch((error) => {
        process.stderr.write(error.message);
        process.exit(1);
      });
    `;
    const cwd = resolve(__dirname, '../../..');
    const child = spawn(process.execPath, ['-e', program], { cwd });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    await once(child.stdout, 'data');
    expect(await namesIn()).toEqual([expect.stringMatching(/^report\.html\.\d+\.part$/)]);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toContain('stopped: run the same command again to finish');
    expect(await namesIn()).toEqual([]);
  });
});
