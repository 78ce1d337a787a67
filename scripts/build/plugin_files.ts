import { constants, brotliCompressSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openApiDocument, SERVERS_OF_FILE } from '../../common/api';
import { findingsDashboard, savedObjectsFile } from '../../common/dashboard';
import { bundleBrowser } from './bundle_browser';
import { bundleServer } from './bundle_server';
import { collectMessages } from './collect_messages';
import { thirdPartyLicenses } from './licenses';
import { makeManifest, type Manifest } from './manifest';
import { readTranslations, translationFile } from './translations';
import type { Files } from './zip_files';

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
});

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const readText = (root: string, name: string) => readFile(join(root, name), 'utf8');

/** The smallest possible: it is made once and sent often. */
function brotli(text: string): Uint8Array {
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = constants;
  return brotliCompressSync(text, { params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY } });
}

/** The fields of the package that matter to those who install it. */
async function readPackage(root: string): Promise<z.output<typeof packageSchema>> {
  return packageSchema.parse(JSON.parse(await readText(root, 'package.json')));
}

/** Makes `kibana.json` from the project's `kibana.jsonc`, for one version of Kibana. */
export async function readManifest(root: string, kibanaVersion: string): Promise<Manifest> {
  const { version } = await readPackage(root);
  const text = await readText(root, 'kibana.jsonc');
  return makeManifest(text, { kibana: kibanaVersion, plugin: version });
}

/** Translations with the list in which Kibana finds them. */
async function languageFiles(root: string, pluginId: string): Promise<[string, string][]> {
  const messages = await collectMessages(join(root, 'public'));
  const translations = await readTranslations(join(root, 'translations'), messages);
  const files = new Map([...translations, ['en.json', translationFile(messages)]]);
  const paths = [...files.keys()].sort().map((name) => `translations/${name}`);
  const list = { prefix: pluginId, paths: { [pluginId]: '.' }, translations: paths };
  return [
    ['.i18nrc.json', json(list)],
    ...[...files].map(([name, text]): [string, string] => [`translations/${name}`, text]),
  ];
}

/** A script for browsers, and its compressed copy that Kibana sends. */
function scriptFiles(name: string, code: string): [string, string | Uint8Array][] {
  const path = `target/public/${name}`;
  return [
    [path, code],
    [`${path}.br`, brotli(code)],
  ];
}

/**
 * Makes all files of the plugin as it is installed, by their path in the plugin's folder.
 *
 * @param root the project's folder
 * @throws BuildError saying what has to be fixed
 */
export async function pluginFiles(root: string, kibanaVersion: string): Promise<Files> {
  const manifest = await readManifest(root, kibanaVersion);
  const described = await readPackage(root);
  const { version } = described;
  const server = await bundleServer(root, 'server/index.ts');
  const browser = await bundleBrowser(root, 'public/index.ts', manifest.id);
  const scripts = new Map([[`${manifest.id}.plugin.js`, browser.entry.code], ...browser.chunks]);
  return new Map<string, string | Uint8Array>([
    ['kibana.json', json(manifest)],
    ['package.json', json(described)],
    ['LICENSE', await readText(root, 'LICENSE')],
    ['NOTICE', await readText(root, 'NOTICE')],
    ['THIRD_PARTY.txt', await thirdPartyLicenses(root, [...server.inputs, ...browser.inputs])],
    ['openapi.json', json(openApiDocument(version, SERVERS_OF_FILE))],
    ['findings_dashboard.ndjson', savedObjectsFile(findingsDashboard)],
    ['server/index.js', server.code],
    ...[...scripts].flatMap(([name, code]) => scriptFiles(name, code)),
    ...(await languageFiles(root, manifest.id)),
  ]);
}
