import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { readLog } from './read_log';

const PROJECT = resolve(__dirname, '../../..');

async function faultOf(path: string): Promise<unknown> {
  let read = 0;
  try {
    for await (const bytes of readLog(path, () => undefined, new AbortController().signal)) {
      read += bytes.length;
    }
    return read;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('what cannot be read as a log', () => {
  it('is named with its reason in words', async () => {
    const below = resolve(__filename, 'log');
    expect(await faultOf(below)).toBe(`${below}: there is no such file or folder`);
    expect(await faultOf(__dirname)).toBe(`${__dirname}: it is a folder`);
  });

  it('is a folder on standard input, which is not taken for an empty log', () => {
    const program = `
      require('tsx/cjs');
      const { readLog } = require('./standalone/ingest/reading/read_log.ts');
      const read = async () => {
        for await (const bytes of readLog('-', () => undefined, new AbortController().signal)) ;
      };
      read().then(
        () => process.exit(0),
        (error) => { process.stdout.write(error.message); process.exit(1); },
      );
    `;
    const folder = openSync(PROJECT, 'r');
    const { status, stdout } = spawnSync(process.execPath, ['-e', program], {
      cwd: PROJECT,
      stdio: [folder, 'pipe', 'inherit'],
    });
    closeSync(folder);
    expect([status, stdout.toString()]).toEqual([1, '-: it is a folder']);
  });
});
