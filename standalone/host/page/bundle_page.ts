import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { build as bundle, type Metafile, type Plugin } from 'esbuild';
import { asInstalled, noJsonSchema, shakeZod } from '../../../scripts/build';
import { hashOf, type PageManifest } from './page_manifest';
import { allOver } from '../../../server/app/basics';

const ENTRY = 'public/standalone/index.ts';
/** Runs before everything else, in whichever file it ends up. */
const BEFORE = 'public/standalone/before.ts';
const LIGHT = 'public/standalone/light.css';
const DARK = 'public/standalone/dark.css';

const ICON_FILE = /[\\/]@elastic[\\/]eui[\\/]es[\\/]components[\\/]icon[\\/]icon\.js$/;
const ICON_IMPORT = "'./assets/' + typeToPathMap[iconType])";

/** EUI fetches each icon by a name without its ending, which only webpack understands. */
const euiIcons: Plugin = {
  name: 'eui-icons',
  setup(build) {
    build.onLoad({ filter: ICON_FILE }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(ICON_IMPORT)) {
        return { errors: [{ text: 'EUI loads its icons in a way that the build does not know' }] };
      }
      return {
        contents: source.replace(ICON_IMPORT, `${ICON_IMPORT.slice(0, -1)} + '.js')`),
        loader: 'js',
      };
    });
  },
};

function outputOf({ outputs }: Metafile, entry: string): [string, Metafile['outputs'][string]] {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (found === undefined) throw new Error(`the build of the page left out ${entry}`);
  return found;
}

function isOwn(input: string): boolean {
  return !input.includes('node_modules') && !input.includes(':');
}

async function inputsOf({ inputs }: Metafile, root: string): Promise<[string, string][]> {
  const own = Object.keys(inputs).filter(isOwn).sort();
  return allOver(
    own.map(async (path): Promise<[string, string]> => [
      path,
      (await hashOf(resolve(root, path))) ?? '',
    ]),
  );
}

/** Which packages and which kind of build a page would be made from now. */
export async function buildKey(root: string): Promise<string> {
  const hashes = await allOver([
    hashOf(resolve(root, 'package-lock.json')),
    hashOf(resolve(root, 'tsconfig.json')),
    hashOf(__filename),
  ]);
  return hashes.join(' ');
}

/** A page, and the paths of all files that went into it, from the project's folder. */
export interface BundledPage {
  readonly manifest: PageManifest;
  readonly inputs: readonly string[];
}

/**
 * Bundles the page for browsers: one script with what every view needs, and small ones for icons
 * and pages that are opened later. Every file has the hash of its content in its name.
 *
 * @param root the project's folder
 * @param folder where the files are written
 * @throws what esbuild reports
 */
export async function bundlePage(root: string, folder: string): Promise<BundledPage> {
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: { main: ENTRY, light: LIGHT, dark: DARK },
    inject: [BEFORE],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    alias: asInstalled,
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    plugins: [euiIcons, shakeZod, noJsonSchema],
    logLevel: 'silent',
  });
  const [script, { cssBundle }] = outputOf(metafile, ENTRY);
  const names = Object.keys(metafile.outputs).map((file) => relative(folder, resolve(root, file)));
  const manifest = {
    key: await buildKey(root),
    inputs: await inputsOf(metafile, root),
    script: basename(script),
    styles: {
      all: cssBundle === undefined ? [] : [basename(cssBundle)],
      light: basename(outputOf(metafile, LIGHT)[0]),
      dark: basename(outputOf(metafile, DARK)[0]),
    },
    files: names.sort(),
  };
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs: parts }) =>
    Object.entries(parts).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
  );
  return { manifest, inputs };
}
