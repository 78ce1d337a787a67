import { basename } from 'node:path';
import { build as esbuild, type BuildOptions } from 'esbuild';
import { asBuildError, deciding, type Decision } from './bundle';

/** A part of a bundle that is run once; its code is an ECMAScript module. */
export interface SplitModule {
  readonly code: string;
  /** Names of modules that are run before it. */
  readonly statics: readonly string[];
  /** Names of modules that it loads when they are needed. */
  readonly dynamics: readonly string[];
  /** Ids of modules that are required at run time. */
  readonly required: readonly string[];
  /**
   * The file that was imported dynamically, from the project's folder; undefined for shared code.
   */
  readonly opened: string | undefined;
}

/** A bundle in which each file is in exactly one module. */
export interface SplitBundle {
  /** Name of the module that is run first. */
  readonly entry: string;
  /** By name. An import of one by another is written `./NAME`. */
  readonly modules: ReadonlyMap<string, SplitModule>;
  /** Paths of files with code in a module, from the project's folder. */
  readonly inputs: readonly string[];
}

/**
 * Bundles one entry into modules: one for the entry and for each dynamic import, and more for what
 * they share, so that nothing is in two of them.
 *
 * @param root the project's folder; `entry` is a path from there
 * @param decide handles each import that is not a path, including those in packages
 * @throws BuildError with every place that stops it
 */
export async function splitBundle(
  root: string,
  entry: string,
  options: BuildOptions,
  decide: (id: string) => Decision,
): Promise<SplitBundle> {
  try {
    const { outputFiles, metafile } = await esbuild({
      ...options,
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      splitting: true,
      write: false,
      outdir: 'out',
      metafile: true,
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [deciding(decide), ...(options.plugins ?? [])],
    });
    const codes = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
    const outputs = Object.entries(metafile.outputs);
    const modules = outputs.map(([path, { imports, entryPoint }]): [string, SplitModule] => {
      const name = basename(path);
      const named = (isMeant: (one: (typeof imports)[number]) => boolean) =>
        [...new Set(imports.filter(isMeant).map((one) => one.path))].sort();
      const inside = (kind: string) =>
        named((one) => one.external !== true && one.kind === kind).map((one) => basename(one));
      return [
        name,
        {
          code: codes.get(name) ?? '',
          statics: inside('import-statement'),
          dynamics: inside('dynamic-import'),
          required: named(({ external }) => external === true),
          opened: entryPoint === entry ? undefined : entryPoint,
        },
      ];
    });
    const inputs = outputs.flatMap(([, one]) => Object.entries(one.inputs));
    const first = outputs.find(([, { entryPoint }]) => entryPoint === entry);
    return {
      entry: basename(first?.[0] ?? ''),
      modules: new Map(modules),
      inputs: inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])).sort(),
    };
  } catch (error) {
    throw asBuildError(error);
  }
}
