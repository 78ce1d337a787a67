import { execFile } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(__dirname, 'build_page_process.ts');

/**
 * Builds the page in a process of its own: what that needs of memory, as much as the host itself,
 * would never be given back.
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
