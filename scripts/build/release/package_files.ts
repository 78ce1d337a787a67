import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { buildPageFor } from '../../../standalone/host';
import { thirdPartyLicenses } from '../licenses';
import type { Bundle } from '../bundle';
import { bundleProgram } from './bundle_program';
import { declarationsOf } from './declarations';
import { OWN_FILES } from './own_files';

/**
 * In the project's folder: what the package contains in addition to texts. `package.json` names it as
 * well.
 */
export const PACKED = 'build/npm';
const LIBRARY = 'standalone/library/index.ts';
/** What threads of the program run; it is looked for beside the program under its own name. */
const THREAD = 'day_thread';
/** What the embedded Elasticsearch is made of. */
const ELASTICSEARCH = ['pom.xml', 'launcher'];

/** Puts a page into a folder. @returns paths of files that went in, from the project's folder */
export type MakePage = (root: string, folder: string) => Promise<readonly string[]>;

const enginesSchema = z.object({
  engines: z.object({ node: z.string().regex(/^>=\d+\.\d+\.0$/) }),
});

/** In syntax that any Node understands, since an old one may read it. */
function starter(oldest: string): string {
  const [major = '', minor = ''] = oldest.replace('>=', '').split('.');
  return `#!/usr/bin/env node
'use strict';
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < ${major} || (major === ${major} && minor < ${minor})) {
  console.error(
    'logwave: this is Node ' + process.versions.node + ', and Logwave needs ${major}.${minor} or newer: install a newer one.',
  );
  process.exit(1);
}
require('./program.js');
`;
}

/**
 * Makes what the npm package contains other than texts: the command line and the library as one
 * module each, packages that few commands need as another, types, the page, and the parts of the embedded Elasticsearch.
 *
 * @param root the project's folder
 * @param folder emptied first
 * @throws BuildError saying what has to be fixed
 */
export async function makePackage(
  root: string,
  folder: string = join(root, PACKED),
  makePage: MakePage = buildPageFor,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'page'), { recursive: true });
  const text = await readFile(join(root, 'package.json'), 'utf8');
  const { engines } = enginesSchema.parse(JSON.parse(text));
  const program = await bundleProgram(root, 'standalone/cli/index.ts');
  const library = await bundleProgram(root, LIBRARY);
  const thread = await bundleProgram(root, `standalone/threads/${THREAD}.ts`);
  const apart = new Map<string, Bundle>();
  for (const [id, file] of OWN_FILES) {
    const entry = relative(root, createRequire(join(root, 'package.json')).resolve(id));
    apart.set(file, await bundleProgram(root, entry));
  }
  const ofPage = await makePage(root, join(folder, 'page'));
  const built = [program, library, thread, ...apart.values()];
  const inputs = [...built.flatMap((bundle) => bundle.inputs), ...ofPage];
  const files = new Map([
    ['logwave.js', starter(engines.node)],
    ['program.js', program.code],
    ['index.js', library.code],
    [`${THREAD}.js`, thread.code],
    ...[...apart].map(([file, { code }]) => [file, code] as const),
    ['index.d.ts', declarationsOf(root, LIBRARY)],
    ['THIRD_PARTY.txt', await thirdPartyLicenses(root, inputs)],
  ]);
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  for (const name of ELASTICSEARCH) {
    const [from, to] = ['standalone/elasticsearch', 'elasticsearch'].map((at) => join(at, name));
    await cp(join(root, from ?? ''), join(folder, to ?? ''), { recursive: true });
  }
}
