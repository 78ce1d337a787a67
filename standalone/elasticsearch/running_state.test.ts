import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRunningState } from './running_state';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-state-'));
  file = join(folder, 'running.json');
});

afterEach(() => rm(folder, { recursive: true }));

describe('readRunningState', () => {
  it('reads the state of a process that lives', async () => {
    const state = { pid: process.pid, port: 4711, token: 'abc' };
    await writeFile(file, JSON.stringify(state));
    expect(await readRunningState(file)).toEqual(state);
  });

  it.each([
    ['of a process that has gone', '{"pid":2147483646,"port":4711,"token":"abc"}'],
    ['that is half written', '{"pid":12'],
    ['that is none', '{"pid":"x"}'],
    ['that is empty', ''],
  ])('takes no notice of a state %s', async (_name, text) => {
    await writeFile(file, text);
    expect(await readRunningState(file)).toBeUndefined();
  });

  it('takes a missing file for no state', async () => {
    expect(await readRunningState(file)).toBeUndefined();
  });
});
