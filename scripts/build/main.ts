/** `npm run build [-- --kibana-version 8.x.y] [-- --manifest-only]`: the zip for Kibana. */
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildError } from './build_error';
import { buildPlugin, type BuiltPlugin, type ScriptSize } from './build_plugin';
import { checkKibanaVersion, DEFAULT_KIBANA_VERSION } from './kibana_version';
import { readManifest } from './plugin_files';

const ROOT = join(__dirname, '..', '..');

/** What the browser loads at most, compressed; more is said, and still built. */
const AIMED_BYTES = { entry: 4_000, page: 120_000 };

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function scriptWords({ raw, sent }: ScriptSize, aim: number): string {
  const words = `${kilobytes(raw)}, sent as ${kilobytes(sent)}`;
  return sent > aim ? `${words}, more than the aim of ${kilobytes(aim)}` : words;
}

function report(built: BuiltPlugin): string {
  const { path, zip, server, entry, page } = built;
  return [
    `${relative(process.cwd(), path)}  ${kilobytes(zip)}`,
    `  on every page of Kibana  ${scriptWords(entry, AIMED_BYTES.entry)}`,
    `  on Logwave's own pages   ${scriptWords(page, AIMED_BYTES.page)}`,
    `  on the server            ${kilobytes(server)}`,
  ].join('\n');
}

/** For a tree inside a checkout of Kibana, whose own tools read `kibana.json`. */
async function writeManifest(): Promise<string> {
  const manifest = await readManifest(ROOT, 'kibana');
  await writeFile(join(ROOT, 'kibana.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return 'kibana.json';
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'kibana-version': { type: 'string', default: DEFAULT_KIBANA_VERSION },
      'manifest-only': { type: 'boolean', default: false },
    },
  });
  const version = checkKibanaVersion(values['kibana-version']);
  const words = values['manifest-only']
    ? await writeManifest()
    : report(await buildPlugin(ROOT, version, join(ROOT, 'build')));
  console.log(words);
}

main().catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
