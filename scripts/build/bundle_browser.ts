import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { transform } from 'esbuild';
import type { Decision } from './bundle';
import { minifyStyles } from './minify_styles';
import { asInstalled } from './checkout/as_installed';
import { noAnswers } from './no_answers';
import { noJsonSchema } from './no_json_schema';
import { planScripts, type PlannedScript } from './plan_scripts';
import { shakeZod } from './shake_zod';
import { originOf } from './shared_modules';
import { splitBundle, type SplitBundle } from './split_bundle';
import { wrapChunk, wrapEntry, type NumberedModules } from './wrap_browser_bundle';

/** What Kibana 8.12 itself requires of browsers. */
const TARGET = 'es2020';
const HASH_DIGITS = 16;

/** How modules of a split bundle refer to each other. */
const OTHER = /\brequire\("\.\/([^"]+)"\)/g;
const OPENED = /\bimport\("\.\/([^"]+)"\)/g;

/** The scripts of the plugin in the browser. */
export interface BrowserScripts {
  /** Loaded on every page of Kibana. */
  readonly entry: {
    readonly code: string;
    /** Ids of the modules of Kibana that it, or a chunk, requires. */
    readonly required: readonly string[];
  };
  /** Loaded when they are needed: scripts by file name. */
  readonly chunks: ReadonlyMap<string, string>;
  /** Paths of files with code in a script, from the project's folder. */
  readonly inputs: readonly string[];
}

function decide(id: string): Decision {
  const origin = originOf(id);
  if (origin.from === 'nowhere') return { do: 'refuse', reason: origin.reason };
  return { do: origin.from === 'kibana' ? 'require' : 'bundle' };
}

const minified = async (code: string, format?: 'cjs'): Promise<string> =>
  (await transform(code, { minify: true, target: TARGET, ...(format && { format }) })).code;

/** "settings" of `pages/settings/index.ts`. */
function openingName(path = ''): string {
  const name = basename(path).replace(/\.tsx?$/, '');
  return name === 'index' ? basename(dirname(path)) : name;
}

/** The purpose of a script: "settings", or "month-settings" if several pages need it. */
function scriptLabel({ modules }: SplitBundle, { openings }: PlannedScript): string {
  return openings
    .map((one) => openingName(modules.get(one)?.opened))
    .sort()
    .join('-');
}

/**
 * A file name that changes with the content, so that browsers may cache the file forever.
 *
 * @param code as it would be under another name
 */
function chunkName(pluginId: string, label: string, code: string): string {
  const hash = createHash('sha256').update(code).digest('hex').slice(0, HASH_DIGITS);
  return `${pluginId}.chunk.${label}.${hash}.js`;
}

/**
 * Bundles the page for Kibana's browser: an entry that Kibana loads on every page, a chunk for each
 * dynamic import, and chunks for what only some of these need. They take shared modules from
 * Kibana.
 *
 * @param entry exports `plugin`
 * @throws BuildError if a module is imported that Kibana does not share and that must not be
 * bundled
 */
export async function bundleBrowser(
  root: string,
  entry: string,
  pluginId: string,
): Promise<BrowserScripts> {
  const split = await splitBundle(
    root,
    entry,
    {
      platform: 'browser',
      alias: asInstalled,
      target: [TARGET],
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [minifyStyles, noAnswers, shakeZod, noJsonSchema],
    },
    decide,
  );
  const plan = planScripts(split.entry, split.modules);
  const numbers = new Map([...split.modules.keys()].map((name, number) => [name, number]));
  const chunks = new Map<string, string>();
  const names = new Map<PlannedScript, string>();

  const numberOf = (name: string): number => {
    const number = numbers.get(name);
    if (number === undefined) throw new Error(`the module ${name} was not built`);
    return number;
  };

  /** A module in its final form: its names are numbers, and the chunks that it opens exist. */
  async function numbered(name: string): Promise<[number, string]> {
    const { code = '', dynamics = [] } = split.modules.get(name) ?? {};
    const opened = new Map<string, string[]>();
    for (const one of dynamics) opened.set(one, await chunksFor(one));
    const module = (await minified(code, 'cjs'))
      .replace(OTHER, (_, other: string) => `require(${numberOf(other)})`)
      .replace(OPENED, (_, other: string) => {
        return `openChunk(${numberOf(other)},${JSON.stringify(opened.get(other))})`;
      });
    return [numberOf(name), module];
  }

  const all = async (modules: readonly string[]): Promise<NumberedModules> =>
    new Map(await Promise.all(modules.map(numbered)));

  async function chunksFor(opened: string): Promise<string[]> {
    const needed = plan.scripts.filter(({ openings }) => openings.includes(opened));
    return Promise.all(needed.map(chunkOf));
  }

  async function chunkOf(script: PlannedScript): Promise<string> {
    const known = names.get(script);
    if (known !== undefined) return known;
    const modules = await all(script.modules);
    const wrapped = (as: string) => minified(wrapChunk(pluginId, as, modules));
    const name = chunkName(pluginId, scriptLabel(split, script), await wrapped(''));
    names.set(script, name);
    chunks.set(name, await wrapped(name));
    return name;
  }

  const required = [
    ...new Set([...split.modules.values()].flatMap((module) => module.required)),
  ].sort();
  const modules = await all(plan.entry);
  const code = await minified(wrapEntry(pluginId, numberOf(split.entry), modules, required));
  return {
    entry: { code, required },
    chunks: new Map([...chunks].sort(([a], [b]) => (a < b ? -1 : 1))),
    inputs: [...new Set(split.inputs)].sort(),
  };
}
