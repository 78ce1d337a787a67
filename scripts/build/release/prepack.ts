/** `npm pack` runs it: makes the contents of the package. */
import { join } from 'node:path';
import { BuildError } from '../build_error';
import { makePackage } from './package_files';

makePackage(join(__dirname, '../../..')).catch((error: unknown) => {
  console.error(error instanceof BuildError ? error.message : error);
  process.exitCode = 1;
});
