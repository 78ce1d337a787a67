/** `npm run test:api [-- Schemathesis' arguments]`: calls every operation by its description. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getOpenApi } from '../../common/api/setup/get_open_api';
import { uninstall } from '../../common/api/setup/uninstall';
import { callBySchemathesis, installSchemathesis } from './schemathesis';
import { setStage } from './stage';
import { documentForTool } from './tool_document';

const TOOLS = resolve(__dirname, '../../.logwave');
/** The same calls each time, unless another seed is given. */
const SEED = ['--seed', '1'];

const errors: string[] = [];

/** Everything that the host says; its errors are faults. */
function hear(line: string): void {
  process.stderr.write(`${line}\n`);
  if (line.startsWith('Error:')) errors.push(line);
}

async function describe(url: string, folder: string): Promise<string> {
  const answer = await fetch(url + getOpenApi.path);
  const description = join(folder, 'openapi.json');
  await writeFile(description, JSON.stringify(documentForTool(await answer.json())));
  return description;
}

async function main(given: readonly string[]): Promise<number> {
  const python = await installSchemathesis(TOOLS);
  const folder = await mkdtemp(join(tmpdir(), 'logwave-api-calls-'));
  const stage = await setStage(hear);
  try {
    const { url } = stage;
    const description = await describe(url, folder);
    const call = (args: readonly string[]) =>
      callBySchemathesis(python, { url, description, args: [...SEED, ...given, ...args] }, folder);
    // What removes everything comes last.
    const codes = [
      await call(['--exclude-operation-id', uninstall.id]),
      await call(['--include-operation-id', uninstall.id]),
    ];
    return errors.length === 0 && codes.every((code) => code === 0) ? 0 : 1;
  } finally {
    await stage.close();
    await rm(folder, { recursive: true });
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${words}\n`);
    process.exitCode = 1;
  },
);
