import { createHash } from 'node:crypto';
import { transform } from 'esbuild';
import { bundle, type Bundle, type Decision } from './bundle';
import { chunking, chunksIn, withChunkNames } from './chunks';
import { originOf } from './shared_modules';
import { minifyStyles } from './minify_styles';
import { noAnswers } from './no_answers';
import { noJsonSchema } from './no_json_schema';
import { shakeZod } from './shake_zod';
import { wrapChunk, wrapEntry } from './wrap_browser_bundle';

/** What Kibana 8.12 itself asks of browsers. */
const TARGET = 'es2020';
const HASH_DIGITS = 16;

/** The scripts of the plugin in the browser. */
export interface BrowserScripts {
  /** Loaded on every page of Kibana, and what it requires of Kibana. */
  readonly entry: Pick<Bundle, 'code' | 'required'>;
  /** Loaded when they are needed: scripts by file name. */
  readonly chunks: ReadonlyMap<string, string>;
  /** Paths of files of which something is in a script, from the project's folder. */
  readonly inputs: readonly string[];
}

function decide(id: string): Decision {
  const origin = originOf(id);
  if (origin.from === 'nowhere') return { do: 'refuse', reason: origin.reason };
  return { do: origin.from === 'kibana' ? 'require' : 'bundle' };
}

function bundled(root: string, entry: string): Promise<Bundle> {
  return bundle(
    root,
    entry,
    {
      platform: 'browser',
      target: [TARGET],
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [chunking(root), minifyStyles, noAnswers, shakeZod, noJsonSchema],
    },
    decide,
  );
}

/** A file name that changes with the content, so that browsers may keep the file forever. */
function chunkName(pluginId: string, code: string): string {
  const hash = createHash('sha256').update(code).digest('hex').slice(0, HASH_DIGITS);
  return `${pluginId}.chunk.${hash}.js`;
}

/**
 * Bundles the page for Kibana's browser: an entry that Kibana loads on every page, and a chunk for
 * each dynamic import. They take shared modules from Kibana.
 *
 * @param entry exports `plugin`
 * @throws BuildError where a module is imported that Kibana does not share and that must not be
 *   bundled
 */
export async function bundleBrowser(
  root: string,
  entry: string,
  pluginId: string,
): Promise<BrowserScripts> {
  const chunks = new Map<string, string>();
  const inputs = new Set<string>();

  /** A bundle whose chunks are built and named; imports have no cycle, so this ends. */
  async function named(file: string): Promise<Pick<Bundle, 'code' | 'required'>> {
    const made = await bundled(root, file);
    for (const input of made.inputs) inputs.add(input);
    const names = new Map<string, string>();
    for (const chunk of chunksIn(made.code)) names.set(chunk, await chunkOf(chunk));
    return { code: withChunkNames(made.code, names), required: made.required };
  }

  async function chunkOf(file: string): Promise<string> {
    const { code, required } = await named(file);
    const name = chunkName(pluginId, code + required.join());
    chunks.set(name, wrapChunk(pluginId, name, code, required));
    return name;
  }

  const { code, required } = await named(entry);
  const wrapped = wrapEntry(pluginId, code, required);
  const minified = await transform(wrapped, { minify: true, target: TARGET });
  return { entry: { code: minified.code, required }, chunks, inputs: [...inputs].sort() };
}
