import {
  build as esbuild,
  type BuildFailure,
  type BuildOptions,
  type Message,
  type Plugin,
} from 'esbuild';
import { BuildError } from './build_error';

/** A bundle, and the files in it. */
export interface Bundle {
  readonly code: string;
  /** Ids of modules that are required at run time. */
  readonly required: readonly string[];
  /** Paths of files with code in the bundle, from the project's folder. */
  readonly inputs: readonly string[];
}

/** What happens to an import that is not a path: it is bundled, left to `require`, or refused. */
export type Decision =
  | { readonly do: 'bundle' }
  | { readonly do: 'require' }
  /** The reason is a sentence. */
  | { readonly do: 'refuse'; readonly reason: string };

const NO_PATH = /^[^./]/;

/** Lets `decide` handle each import that is not a path, including those in packages. */
export function deciding(decide: (id: string) => Decision): Plugin {
  return {
    name: 'deciding',
    setup: (build) => {
      build.onResolve({ filter: NO_PATH }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        const decision = decide(path);
        if (decision.do === 'require') return { path, external: true };
        return decision.do === 'refuse' ? { errors: [{ text: decision.reason }] } : undefined;
      });
    },
  };
}

function inWords({ text, location }: Message): string {
  return location === null ? text : `${location.file}:${location.line}: ${text}`;
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** esbuild's errors, each with its place; any other error unchanged. */
export function asBuildError(error: unknown): unknown {
  return isFailure(error) ? new BuildError(error.errors.map(inWords).join('\n')) : error;
}

/**
 * Bundles one entry into one CommonJS module.
 *
 * @param root the project's folder; `entry` is a path from there
 * @param decide handles each import that is not a path, including those in packages
 * @throws BuildError with every place that stops it
 */
export async function bundle(
  root: string,
  entry: string,
  options: BuildOptions,
  decide: (id: string) => Decision,
): Promise<Bundle> {
  try {
    const { outputFiles, metafile } = await esbuild({
      ...options,
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      format: 'cjs',
      write: false,
      outfile: 'bundle.js',
      metafile: true,
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [deciding(decide), ...(options.plugins ?? [])],
    });
    const [output] = Object.values(metafile.outputs);
    const inputs = Object.entries(output?.inputs ?? {});
    return {
      code: outputFiles[0]?.text ?? '',
      required: [...new Set(output?.imports.map(({ path }) => path))].sort(),
      inputs: inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])).sort(),
    };
  } catch (error) {
    throw asBuildError(error);
  }
}
