import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TSX = join('node_modules', '.bin', 'tsx');

describe('a bench whose output is cut off', () => {
  it.each([
    ['test/bench/index.ts', 'sample-days'],
    ['test/bench/feedback/index.ts', '--series 1 --incidents 1'],
  ])(
    'ends without an error: %s',
    async (file, args) => {
      // Without a reader from the start, the first line cannot be written.
      const { stderr } = await run('sh', ['-c', `(sleep 0.1; ${TSX} ${file} ${args}) | true`]);
      expect(stderr).toBe('');
    },
    60_000,
  );
});
