/** `npm run build [-- --kibana-version X.Y.Z | --all | --for-checkout]`: zips for Kibana. */
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildError } from './build_error';
import { buildPlugin, stampAll, type BuiltPlugin, type ScriptSize } from './build_plugin';
import { lowerPackages } from './checkout/lower_packages';
import { checkKibanaVersion, DEFAULT_KIBANA_VERSION, knownVersions } from './kibana_versions';
import { readManifest } from './plugin_files';

const ROOT = join(__dirname, '..', '..');

/** The limit for what the browser loads, compressed. A larger page is reported, and still built. */
const AIMED_BYTES = { entry: 4_000, page: 110_000, later: 35_000 };

const shown = (path: string) => relative(process.cwd(), path);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function scriptWords({ raw, sent }: ScriptSize, aim: number): string {
  const words = `${kilobytes(raw)}, sent as ${kilobytes(sent)}`;
  return sent > aim ? `${words}, more than the aim of ${kilobytes(aim)}` : words;
}

function report(built: BuiltPlugin): string {
  const { path, zip, server, entry, page, later } = built;
  const opened = [...later].map(
    ([name, size]) => `  for ${name.padEnd(20)} ${scriptWords(size, AIMED_BYTES.later)}`,
  );
  return [
    `${shown(path)}  ${kilobytes(zip)}`,
    `  on every page of Kibana  ${scriptWords(entry, AIMED_BYTES.entry)}`,
    `  on Logwave's own pages   ${scriptWords(page, AIMED_BYTES.page)}`,
    ...opened,
    `  on the server            ${kilobytes(server)}`,
  ].join('\n');
}

/** For a folder inside a checkout of Kibana: what its own tools read. */
async function writeForCheckout(): Promise<string[]> {
  const manifest = await readManifest(ROOT, 'kibana');
  await writeFile(join(ROOT, 'kibana.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return ['kibana.json', ...(await lowerPackages(ROOT))];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'kibana-version': { type: 'string', default: DEFAULT_KIBANA_VERSION },
      all: { type: 'boolean', default: false },
      'for-checkout': { type: 'boolean', default: false },
    },
  });
  const version = checkKibanaVersion(values['kibana-version']);
  if (values['for-checkout']) {
    console.log((await writeForCheckout()).join('\n'));
    return;
  }
  const built = await buildPlugin(ROOT, version, join(ROOT, 'build'));
  console.log(report(built));
  if (!values.all) return;
  const others = await stampAll(built, knownVersions);
  console.log(`The same for other versions of Kibana:\n${others.map(shown).join('\n')}`);
}

main().catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
