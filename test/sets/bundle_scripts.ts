import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { asInstalled } from '../../scripts/build';
import { sharedModules } from '../../scripts/build/shared_modules';

const ROOT = resolve(__dirname, '../..');
/** The modules that the page takes from Kibana; `@kbn/i18n` is not in npm. */
const IMPORTED = [
  '@elastic/charts',
  '@elastic/eui',
  '@emotion/cache',
  '@emotion/react',
  'moment',
  'react',
  'react-dom',
  'react-router-dom',
];

const ICON_FILE = /[\\/]@elastic[\\/]eui[\\/]es[\\/]components[\\/]icon[\\/]icon\.js$/;

/** Older EUI fetches icons by a name without its ending, which only webpack understands. */
const icons: Plugin = {
  name: 'eui-icons',
  setup: (builder) => {
    builder.onLoad({ filter: ICON_FILE }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return {
        contents: code.replace('typeToPathMap[iconType])', "typeToPathMap[iconType] + '.js')"),
      };
    });
  },
};

async function script(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
  return outputFiles?.[0]?.text ?? '';
}

/** Bundling EUI takes half a minute, and two builds of the plugin are looked at with each set. */
const bundled = new Map<string, Promise<string>>();

/** `__kbnSharedDeps__` of the packages in a folder. */
export function sharedDepsScript(folder: string): Promise<string> {
  const known = bundled.get(folder) ?? bundleSharedDeps(folder);
  bundled.set(folder, known);
  return known;
}

function bundleSharedDeps(folder: string): Promise<string> {
  // As Kibana does: what is required says of itself whether it has a default export.
  const members = IMPORTED.map((id) => `${sharedModules.get(id)}: require('${id}')`);
  const contents = `window.__kbnSharedDeps__ = { ${members.join(', ')} };`;
  return script({ stdin: { contents, resolveDir: folder }, plugins: [icons] });
}

/** Style sheets that Kibana brings with its own; newer EUI has none any more. */
const STYLES = ['charts/dist/theme_light.css', 'eui/dist/eui_theme_light.css'];

/** The style sheets of the packages in a folder. */
export async function sharedStyles(folder: string): Promise<string> {
  const paths = STYLES.map((path) => join(folder, 'node_modules', '@elastic', path));
  const texts = paths.filter((path) => existsSync(path)).map((path) => readFile(path, 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

/** The fixture's host of a build of the project, as `window.fixtureHttp`. */
export function fixtureHostScript(sources = ROOT): Promise<string> {
  const contents = `
    import { scenarios } from './test/browser/page/scenarios';
    import { httpOf } from './test/fixtures/page_host';
    window.fixtureHttp = httpOf(scenarios.get('ordinary')().host);`;
  const stdin = { contents, resolveDir: sources };
  return script({ stdin, absWorkingDir: sources, alias: asInstalled });
}

/** What stands around the plugin in Kibana's page. */
export function kibanaShapedScript(): Promise<string> {
  return script({ entryPoints: [resolve(__dirname, 'kibana_shaped.ts')], absWorkingDir: ROOT });
}
