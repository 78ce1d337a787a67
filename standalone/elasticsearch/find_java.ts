import { access, constants, readdir, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { OLDEST_JAVA, parseJavaVersion } from './java_version';
import { runCommand } from './run_command';

/** A Java development kit: the programs, and the folder for JAVA_HOME if there is one. */
export interface Jdk {
  readonly java: string;
  readonly javac: string;
  readonly jar: string;
  readonly home: string | undefined;
}

/** Where to look for Java. */
export interface JavaPlaces {
  readonly env: NodeJS.ProcessEnv;
  /** A folder with a development kit in each of its folders. */
  readonly kits: string;
}

/** The places on this machine. */
export const javaPlaces = (): JavaPlaces => ({ env: process.env, kits: '/usr/lib/jvm' });

async function isThere(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

async function listFolders(folder: string): Promise<string[]> {
  if (!(await isThere(folder, constants.R_OK))) return [];
  return (await readdir(folder)).map((name) => join(folder, name));
}

/** Where Java may be, in the order of preference: JAVA_HOME, PATH, the usual folders of Linux. */
async function listBinFolders({ env, kits }: JavaPlaces): Promise<string[]> {
  const home = env['JAVA_HOME'] ?? '';
  const path = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = (await listFolders(kits)).map((folder) => join(folder, 'bin'));
  return [...new Set([...(home === '' ? [] : [join(home, 'bin')]), ...path, ...installed])];
}

async function jdkIn(folder: string, signal?: AbortSignal): Promise<Jdk | undefined> {
  const java = join(folder, 'java');
  const javac = join(folder, 'javac');
  if (!(await isThere(java, constants.X_OK)) || !(await isThere(javac, constants.X_OK))) {
    return undefined;
  }
  const printed = await runCommand(java, ['-version'], {}, signal);
  const version = parseJavaVersion(printed?.output ?? '');
  if (version === undefined || version < OLDEST_JAVA) return undefined;
  const home = dirname(dirname(await realpath(javac)));
  const isHome = await isThere(join(home, 'release'), constants.R_OK);
  return { java, javac, jar: join(folder, 'jar'), home: isHome ? home : undefined };
}

/** Finds a Java development kit that is new enough. */
export async function findJdk(places: JavaPlaces, signal?: AbortSignal): Promise<Jdk | undefined> {
  for (const folder of await listBinFolders(places)) {
    const jdk = await jdkIn(folder, signal);
    if (jdk !== undefined) return jdk;
  }
  return undefined;
}

/** Whether Maven is installed. */
export async function hasMaven(signal?: AbortSignal): Promise<boolean> {
  return (await runCommand('mvn', ['--version'], {}, signal)) !== undefined;
}
