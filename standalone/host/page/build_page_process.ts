import { buildPage } from './build_page';

/** A separate program: see `buildPageApart`. */
async function main([root, folder]: readonly string[]): Promise<void> {
  if (root === undefined || folder === undefined) throw new Error('name the project and a folder');
  await buildPage(root, folder);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
