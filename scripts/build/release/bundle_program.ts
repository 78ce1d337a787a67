import { builtinModules } from 'node:module';
import { bundle, type Bundle } from '../bundle';
import { shakeZod } from '../shake_zod';
import { leftOut } from './left_out';
import { ownFiles } from './own_files';

const NODE_MODULES = new Set(builtinModules);

/**
 * Bundles a program of the package with all that it imports into one CommonJS module, so that
 * nothing is compiled or resolved when it starts, and npm installs one package. Only what few
 * commands need stays outside: see `own_files.ts`.
 *
 * It is not minified, so that stack traces in messages are readable.
 *
 * @param entry a path from the project's folder
 * @throws BuildError with every place that stops it
 */
export function bundleProgram(root: string, entry: string): Promise<Bundle> {
  return bundle(
    root,
    entry,
    {
      platform: 'node',
      target: ['node20.12'],
      define: { LOGWAVE_PACKED: 'true' },
      // What stays outside is a file of CommonJS, as the program is.
      supported: { 'dynamic-import': false },
      plugins: [ownFiles, leftOut, shakeZod],
    },
    (id) => ({ do: id.startsWith('node:') || NODE_MODULES.has(id) ? 'require' : 'bundle' }),
  );
}
