import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { BuildError, stampZip } from '../../../scripts/build';
import { readReason, writeReason } from '../../files';
import { print, printJson } from '../basics/output';
import { UserError } from '../basics/user_error';
import { writeWhole } from '../basics/write_whole';

const EXAMPLES = `
Kibana takes only a plugin that names its own version. The code is the same for all versions, so a
new patch of Kibana needs no new release of Logwave: stamp the zip that you have.

  logwave zip --kibana-version 9.5.5 logwave-9.5.4.zip`;

interface ZipOptions {
  readonly kibanaVersion: string;
  readonly out?: string;
  readonly json?: true;
}

/** @throws UserError */
async function readZip(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw new UserError(`cannot read ${file}: ${readReason(error)}`);
  });
}

/** @throws UserError */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UserError(`cannot write into ${folder}: ${writeReason(error)}`);
  });
}

/**
 * Writes the zip for another version.
 *
 * @returns its path
 * @throws UserError if the file is not a zip of Logwave, or one of the two cannot be read or written
 */
export async function stampFile(file: string, options: ZipOptions): Promise<string> {
  const { kibanaVersion, out = dirname(file) } = options;
  const stamped = await stampZip(await readZip(file), kibanaVersion).catch((error: unknown) => {
    if (error instanceof BuildError) throw new UserError(`${file}: ${error.message}`);
    throw error;
  });
  const path = join(out, `logwave-${kibanaVersion}.zip`);
  await makeFolder(out);
  await writeWhole(path, stamped, 'the zip');
  return path;
}

/** `logwave zip`: the plugin's zip for another version of Kibana. */
export function registerZip(program: Command): void {
  program
    .command('zip')
    .description('make the zip for another version of Kibana from the zip of one version')
    .argument('<file>', 'the zip of a release, such as logwave-8.12.2.zip')
    .requiredOption('--kibana-version <version>', 'the version of Kibana, all three numbers')
    .option('--out <folder>', 'where to write it (default: next to the file)')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ZipOptions) => {
      const path = await stampFile(file, options);
      if (options.json === true) printJson({ file: path });
      else print(path);
    });
}
