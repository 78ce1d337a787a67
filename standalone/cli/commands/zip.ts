import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { BuildError, stampZip } from '../../../scripts/build';
import { errorCode } from '../../elasticsearch';
import { print, printJson } from '../basics/output';
import { UserError } from '../basics/user_error';

const EXAMPLES = `
Kibana takes only a plugin that names its own version. The code is the same for all versions, so a
new patch of Kibana needs no new release of Logwave: stamp the zip that you have.

  logwave zip --kibana-version 9.5.5 logwave-9.5.4.zip`;

interface ZipOptions {
  readonly kibanaVersion: string;
  readonly out?: string;
  readonly json?: true;
}

/** The sentence of an error, with the file that it is about. */
function explained(error: unknown, file: string): unknown {
  if (error instanceof BuildError) return new UserError(`${file}: ${error.message}`);
  const code = errorCode(error);
  if (code !== undefined) {
    return new UserError(`${file} cannot be read or written (${code})`);
  }
  return error;
}

/** Writes the zip for another version. @returns its path */
export async function stampFile(file: string, options: ZipOptions): Promise<string> {
  const { kibanaVersion, out = dirname(file) } = options;
  try {
    const stamped = await stampZip(await readFile(file), kibanaVersion);
    const path = join(out, `logwave-${kibanaVersion}.zip`);
    await mkdir(out, { recursive: true });
    await writeFile(path, stamped);
    return path;
  } catch (error) {
    throw explained(error, file);
  }
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
