import { relative } from 'node:path';
import type { OnResolveArgs, Plugin } from 'esbuild';

/** How an import of a chunk is written in a bundle, before the chunk has its name. */
const CHUNK = 'chunk:';
const IMPORT_OF_CHUNK = /\bimport\("chunk:([^"]+)"\)/g;

const PATH = /^\./;

/** Marks the question of where a chunk lies, which the next resolver answers. */
const ASKED = 'where it lies';

/**
 * Leaves `import('./file')` out of a bundle: what it names becomes a script of its own. Another
 * bundler that reads the same source finds a plain dynamic import.
 *
 * @param root the project's folder
 */
export function chunking(root: string): Plugin {
  return {
    name: 'chunking',
    setup: (build) => {
      build.onResolve({ filter: PATH }, async (args: OnResolveArgs) => {
        const { path, kind, resolveDir, importer } = args;
        if (kind !== 'dynamic-import' || args.pluginData === ASKED) return undefined;
        const found = await build.resolve(path, { kind, resolveDir, importer, pluginData: ASKED });
        if (found.errors.length > 0) return { errors: found.errors };
        return { path: CHUNK + relative(root, found.path), external: true };
      });
    },
  };
}

/** The files that a bundle imports as chunks, by their paths from the project's folder. */
export function chunksIn(code: string): string[] {
  return [...new Set([...code.matchAll(IMPORT_OF_CHUNK)].map(([, entry = '']) => entry))];
}

/** Lets a bundle load its chunks by `loadChunk`. @param names file names of the chunks by entry */
export function withChunkNames(code: string, names: ReadonlyMap<string, string>): string {
  return code.replace(IMPORT_OF_CHUNK, (_, entry: string) => {
    const name = names.get(entry);
    if (name === undefined) throw new Error(`the chunk of ${entry} was not built`);
    return `loadChunk(${JSON.stringify(name)})`;
  });
}
