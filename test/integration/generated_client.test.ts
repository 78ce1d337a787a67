import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { runSchema } from '../../common/api/schemas/run_schema';
import { send } from '../contract/send';
import { openStandaloneDoor, type StandaloneDoor } from '../contract/standalone_door';
import { testClient } from '../fixtures/test_cluster';

jest.setTimeout(120_000);

const client = testClient();
const SETTINGS = 'logwave-settings-generated';
const ROOT = resolve(__dirname, '../..');
const GENERATOR = join(ROOT, 'node_modules/openapi-typescript/bin/cli.js');
const run = promisify(execFile);
const PROGRAM = join(ROOT, 'test/fixtures/generated_client/program.txt');
/** Below the project, where the packages of the program are found. */
const FOLDER = join(ROOT, 'build/generated_client');

/** What the compiler says against a program. */
function faultsOf(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('a client that is generated from the description', () => {
  let opened: StandaloneDoor;
  beforeAll(async () => {
    opened = await openStandaloneDoor(client, SETTINGS);
    const { json } = await send(opened.url, '/api/logwave/openapi.json');
    await mkdir(FOLDER, { recursive: true });
    const description = join(FOLDER, 'openapi.json');
    await writeFile(description, JSON.stringify(json));
    await run(process.execPath, [GENERATOR, description, '-o', join(FOLDER, 'api_types.ts')]);
    await cp(PROGRAM, join(FOLDER, 'program.ts'));
  });
  afterAll(async () => {
    await opened.door.close();
    await client.indices.delete({ index: SETTINGS, ignore_unavailable: true });
    await client.close();
    await rm(FOLDER, { recursive: true });
  });

  it('has types under which a program that writes compiles', () => {
    expect(faultsOf(join(FOLDER, 'program.ts'))).toEqual([]);
  });

  it('does not compile where the header is forgotten, or a body is not as it must be', async () => {
    const wrong = `import createClient from 'openapi-fetch';
      import type { paths } from './api_types';
      const client = createClient<paths>({ baseUrl: '' });
      void client.POST('/api/logwave/runs', { body: { day: '2015-04-01' } });
      const params = { header: { 'kbn-xsrf': 'true' } };
      void client.POST('/api/logwave/runs', { params, body: { days: 1 } });`;
    const file = join(FOLDER, 'wrong.ts');
    await writeFile(file, wrong);
    const [header, body, ...others] = faultsOf(file);
    expect(header).toContain('params');
    expect(body).toContain('days');
    expect(others).toEqual([]);
  });

  it('writes, and reads what it has written', async () => {
    const { work } = jest.requireActual<{
      work: (url: string, day: string) => Promise<unknown>;
    }>(join(FOLDER, 'program.ts'));
    const done = runSchema.parse(await work(opened.url, '2018-02-03'));
    expect(done).toMatchObject({
      run_id: 'default:2018-02-03:Europe/Vienna',
      method: 'talk',
      error: null,
    });
    expect(opened.errors).toEqual([]);
  });
});
