import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { place } from '../place';
import { parsePomVersion } from './install_parts';
import { allOver } from '../../server/app/basics';

/** An installed Elasticsearch, and the Java to run it with. */
export interface Installation {
  readonly home: string;
  readonly version: string;
  readonly java: string;
}

/** What an installation is made of. */
export const POM = join(place.elasticsearch, 'pom.xml');
export const LAUNCHER_SOURCES = ['Holders.java', 'Launcher.java'].map((name) =>
  join(place.elasticsearch, 'launcher', name),
);

/** Whether there is a file or folder of that name. */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * `.logwave/elasticsearch` in the checkout or the home folder, or the value of LOGWAVE_ES_INSTALL.
 */
export function defaultInstallRoot(): string {
  return resolve(process.env['LOGWAVE_ES_INSTALL'] ?? join(place.state, 'elasticsearch'));
}

/** The folder's name identifies its contents, so that a newer launcher gets a folder of its own. */
export async function describeInstallation(): Promise<{
  readonly name: string;
  readonly version: string;
}> {
  const files = [POM, ...LAUNCHER_SOURCES];
  const texts = await allOver(files.map((file) => readFile(file, 'utf8')));
  const version = parsePomVersion(texts[0] ?? '');
  const hash = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 8);
  return { name: `${version}-${hash}`, version };
}

/** Where Java's archive of the loaded classes is stored, which halves the start. */
export function classArchive(home: string): string {
  return join(home, 'classes.jsa');
}
