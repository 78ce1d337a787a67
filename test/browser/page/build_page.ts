import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';
import { asInstalled } from '../../../scripts/build';

const ROOT = resolve(__dirname, '../../..');
/** Where the page over its fixtures is, once it is built. */
export const PAGE_FOLDER = join(ROOT, 'build', 'fixture_page');

const ICON_FILE = /[\\/]@elastic[\\/]eui[\\/]es[\\/]components[\\/]icon[\\/]icon\.js$/;
const ICON_IMPORT = /import\([^)]*typeToPathMap\[iconType\]\)/;

/** Every icon has to be registered: one that EUI would fetch is an error, which the tests see. */
const noFetchedIcons: Plugin = {
  name: 'no-fetched-icons',
  setup(build) {
    build.onLoad({ filter: ICON_FILE }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const refusal = "Promise.reject(new Error('the icon ' + iconType + ' is not registered'))";
      return { contents: source.replace(ICON_IMPORT, refusal), loader: 'js' };
    });
  },
};

/** Bundles the page over its fixtures into `entry.js`, `light.css` and `dark.css`, and the fonts. */
export async function buildPage(): Promise<void> {
  await mkdir(PAGE_FOLDER, { recursive: true });
  await bundle({
    absWorkingDir: ROOT,
    entryPoints: {
      entry: 'test/browser/page/entry.ts',
      light: 'public/standalone/light.css',
      dark: 'public/standalone/dark.css',
    },
    outdir: PAGE_FOLDER,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    alias: asInstalled,
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    assetNames: '[name]',
    loader: { '.woff2': 'file' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    plugins: [noFetchedIcons],
    logLevel: 'error',
  });
}
