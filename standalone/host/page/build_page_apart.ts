import { execFile } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(__dirname, 'build_page_process.ts');

/**
 * Builds the page in a separate process: its memory, as much as that of the host itself, would
 * never be freed.
 *
 * @throws what it reported
 */
export async function buildPageApart(root: string, folder: string): Promise<void> {
  const args = ['--require', 'tsx/cjs', PROGRAM, root, folder];
  await new Promise<void>((built, fail) => {
    execFile(process.execPath, args, { cwd: root }, (error, _out, complaints) => {
      if (error === null) built();
      else fail(new Error(complaints === '' ? error.message : complaints));
    });
  });
}
