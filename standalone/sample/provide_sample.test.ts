import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { provideSample, removeOtherSamples } from './provide_sample';

const options = { lastDay: '2026-11-18', days: 1, seed: 1, zone: 'UTC' };
const { signal } = new AbortController();
let root = '';

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'logwave-provide-')), 'sample');
});
afterEach(() => rm(join(root, '..'), { recursive: true }));

describe('provideSample', () => {
  it('writes a sample once, in a folder that its options name', async () => {
    const first = await provideSample(root, options, signal);
    expect(first).toMatchObject({ isNew: true });
    expect(first.documents).toBeGreaterThan(4000);
    expect(await provideSample(root, options, signal)).toEqual({ ...first, isNew: false });
    const other = await provideSample(root, { ...options, seed: 2 }, signal);
    expect(other.folder).not.toBe(first.folder);
    expect((await readdir(join(first.folder, 'syslog'))).sort()).toEqual([
      'hosts-2026-11-18.log',
      'messages-2026-11-18',
      'webapp-2026-11-18.log',
    ]);
  });

  it('does not mix what two write at the same time', async () => {
    const [a, b] = await Promise.all([
      provideSample(root, options, signal),
      provideSample(root, options, signal),
    ]);
    expect(a).toEqual(b);
    const name = basename(a.folder);
    expect((await readdir(root)).sort()).toEqual([name, `${name}.json`]);
  });

  it('leaves nothing behind if it is stopped, and writes it whole the next time', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(provideSample(root, options, stopped)).rejects.toThrow();
    expect(await readdir(root)).toEqual([]);
    await expect(provideSample(root, options, signal)).resolves.toMatchObject({ isNew: true });
  });
});

describe('removeOtherSamples', () => {
  it('removes other samples and unfinished ones, and nothing that is not ours', async () => {
    const old = await provideSample(root, { ...options, lastDay: '2026-11-17' }, signal);
    const present = await provideSample(root, options, signal);
    await mkdir(join(root, `${basename(old.folder)}.123.unfinished`));
    await writeFile(join(root, 'notes.txt'), 'mine');
    await removeOtherSamples(root, present);
    const name = basename(present.folder);
    expect((await readdir(root)).sort()).toEqual([name, `${name}.json`, 'notes.txt']);
    await expect(readFile(join(root, 'notes.txt'), 'utf8')).resolves.toBe('mine');
  });
});
