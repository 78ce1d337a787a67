import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { takeTurns } from './take_turns';

const { signal } = new AbortController();
let folder = '';
let lock = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-turns-'));
  lock = join(folder, 'deep', 'lock');
});
afterEach(() => rm(folder, { recursive: true }));

const nothing = (): void => undefined;

describe('takeTurns', () => {
  it('lets one after the other work, and informs a waiting one once', async () => {
    const done: string[] = [];
    const waits = jest.fn();
    const work = (name: string) => async (): Promise<void> => {
      done.push(`${name} begins`);
      await stat(lock);
      done.push(`${name} ends`);
    };
    await Promise.all(['a', 'b'].map((name) => takeTurns(lock, waits, work(name), signal)));
    const [first] = done;
    const order = first === 'a begins' ? ['a', 'b'] : ['b', 'a'];
    expect(done).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(waits).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a process that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await takeTurns(lock, nothing, () => Promise.resolve(), signal);
    await writeFile(lock, String(pid));
    await expect(takeTurns(lock, nothing, () => Promise.resolve('done'), signal)).resolves.toBe(
      'done',
    );
  });

  it('gives the turn up when the work fails', async () => {
    const failing = takeTurns(lock, nothing, () => Promise.reject(new Error('broken')), signal);
    await expect(failing).rejects.toThrow('broken');
    await expect(takeTurns(lock, nothing, () => Promise.resolve(1), signal)).resolves.toBe(1);
  });

  it('ends waiting when it is aborted', async () => {
    const controller = new AbortController();
    const inner = (): Promise<unknown> =>
      takeTurns(
        lock,
        () => controller.abort(),
        () => Promise.resolve(),
        controller.signal,
      );
    await expect(takeTurns(lock, nothing, inner, signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
