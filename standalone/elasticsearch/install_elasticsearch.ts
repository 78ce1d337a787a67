import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedElasticsearchError } from './embedded_error';
import type { Jdk } from './find_java';
import { isNettyJar, mavenReason, parsePomVersion, pluginDescriptor } from './install_parts';
import { provideJdk, provideMaven } from './provide_tools';
import { runCommand } from './run_command';

/** An installed Elasticsearch, and the Java to run it with. */
export interface Installation {
  readonly home: string;
  readonly version: string;
  readonly java: string;
}

const SOURCES = ['Holders.java', 'Launcher.java'].map((name) => join(__dirname, 'launcher', name));
const POM = join(__dirname, 'pom.xml');
const UNFINISHED = '.unfinished';
const ABANDONED_MS = 60 * 60 * 1000;

function defaultInstallRoot(): string {
  return process.env['LOGWAVE_ES_INSTALL'] ?? resolve(__dirname, '../../.logwave/elasticsearch');
}

/** The folder's name says all that is in it, so that a newer launcher gets a folder of its own. */
async function describeInstallation(): Promise<{ name: string; version: string }> {
  const texts = await Promise.all([POM, ...SOURCES].map((file) => readFile(file, 'utf8')));
  const version = parsePomVersion(texts[0] ?? '');
  const hash = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 8);
  return { name: `${version}-${hash}`, version };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function copyJars(folder: string, jdk: Jdk, signal?: AbortSignal): Promise<void> {
  const env = jdk.home === undefined ? process.env : { ...process.env, JAVA_HOME: jdk.home };
  const args = ['-B', '-q', '-f', join(folder, 'pom.xml'), 'dependency:copy-dependencies'];
  // A folder of its own, so that two installations never share Maven's "target".
  await cp(POM, join(folder, 'pom.xml'));
  const outcome = await runCommand(
    'mvn',
    [...args, `-DoutputDirectory=${join(folder, 'lib')}`],
    { env },
    signal,
  );
  if (outcome?.code === 0) return;
  throw new EmbeddedElasticsearchError(
    `Maven could not download Elasticsearch (${mavenReason(outcome?.output ?? '')}): check the ` +
      'connection to Maven Central and run the same command again.',
  );
}

async function layOut(folder: string, version: string): Promise<void> {
  const module = join(folder, 'modules/transport-netty4');
  await mkdir(module, { recursive: true });
  await mkdir(join(folder, 'config'));
  const jars = await readdir(join(folder, 'lib'));
  for (const jar of jars.filter(isNettyJar)) {
    await rename(join(folder, 'lib', jar), join(module, jar));
  }
  await writeFile(join(module, 'plugin-descriptor.properties'), pluginDescriptor(version));
}

async function compileLauncher(folder: string, jdk: Jdk, signal?: AbortSignal): Promise<void> {
  const classPath = join(folder, 'lib', '*');
  const target = join(folder, 'launcher');
  const args = ['-proc:none', '-cp', classPath, '-d', target, ...SOURCES];
  const outcome = await runCommand(jdk.javac, args, {}, signal);
  if (outcome?.code === 0) return;
  throw new EmbeddedElasticsearchError(
    `${jdk.javac} could not compile the launcher of Elasticsearch: ${outcome?.output ?? 'not found'}`,
  );
}

/** What a killed installation left behind. */
async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.endsWith(UNFINISHED)) continue;
    const folder = join(root, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** Two may install at the same time: the first to finish wins, the other takes what is there. */
async function moveInto(folder: string, home: string): Promise<void> {
  try {
    await rename(folder, home);
  } catch (error) {
    if (!(await exists(home))) throw error;
  }
}

/**
 * Gets Elasticsearch from Maven Central (41 MB), once: later calls find it in its folder,
 * `.logwave/elasticsearch` in the project or what LOGWAVE_ES_INSTALL names.
 *
 * @throws EmbeddedElasticsearchError where Java or Maven is missing or the download fails
 */
export async function installElasticsearch(
  options: { readonly root?: string; readonly say?: (line: string) => void } = {},
  signal?: AbortSignal,
): Promise<Installation> {
  const { root = defaultInstallRoot(), say = () => undefined } = options;
  const jdk = await provideJdk(say, signal);
  const { name, version } = await describeInstallation();
  const home = join(root, name);
  const installation = { home, version, java: jdk.java };
  if (await exists(home)) return installation;
  await provideMaven(say, signal);
  say(`Getting Elasticsearch ${version} from Maven Central (41 MB, once).`);
  const unfinished = join(root, `${name}-${randomUUID()}${UNFINISHED}`);
  await mkdir(unfinished, { recursive: true });
  try {
    await copyJars(unfinished, jdk, signal);
    await layOut(unfinished, version);
    await compileLauncher(unfinished, jdk, signal);
    await moveInto(unfinished, home);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await removeAbandoned(root);
  }
  return installation;
}
