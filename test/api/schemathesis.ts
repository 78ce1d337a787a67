import { join } from 'node:path';
import { installPythonTool, runInTerminal } from '../tools/python_tool';

const VERSION = '4.32.5';
const CONFIG = join(__dirname, 'schemathesis.toml');
const REQUEST_SECONDS = 60;

/** @throws where there is no Python 3.10 or newer, or its packages cannot be had */
export function installSchemathesis(folder: string): Promise<string> {
  return installPythonTool(folder, [`schemathesis==${VERSION}`]);
}

/** Which operations, and with what to call them. */
export interface Calls {
  readonly url: string;
  /** A file with the description. */
  readonly description: string;
  readonly args: readonly string[];
}

/** Calls an API by its description; gives the exit code, 0 where nothing was found. */
export function callBySchemathesis(
  python: string,
  { url, description, args }: Calls,
  folder: string,
): Promise<number> {
  const fixed = [
    ['--config-file', CONFIG],
    ['--no-color'],
    ['run', description, '--url', url],
    ['--phases', 'examples,coverage,fuzzing'],
    ['--request-timeout', String(REQUEST_SECONDS)],
    ['--generation-database', 'none', '--suppress-health-check', 'all', '--warnings', 'off'],
  ].flat();
  return runInTerminal(python, ['-m', 'schemathesis.cli', ...fixed, ...args], folder);
}
