import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveClasses } from './archive_classes';
import { EmbeddedElasticsearchError } from './embedded_error';
import { javaPlaces, type Jdk } from './find_java';
import { isNettyJar, mavenReason, pluginDescriptor } from './install_parts';
import {
  defaultInstallRoot,
  describeInstallation,
  isThere,
  LAUNCHER_SOURCES,
  POM,
  type Installation,
} from './installation';
import { provideJdk, provideMaven } from './provide_tools';
import { runCommand } from './run_command';

const UNFINISHED = '.unfinished';
const ABANDONED_MS = 60 * 60 * 1000;

async function copyJars(folder: string, jdk: Jdk, signal?: AbortSignal): Promise<void> {
  const env = jdk.home === undefined ? process.env : { ...process.env, JAVA_HOME: jdk.home };
  // A separate folder, so that two installations never share Maven's "target".
  await cp(POM, join(folder, 'pom.xml'));
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${join(folder, 'lib')}`];
  const args = ['-B', '-q', '-f', join(folder, 'pom.xml'), ...goal];
  const outcome = await runCommand('mvn', args, { env }, signal);
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

async function buildLauncher(folder: string, jdk: Jdk, signal?: AbortSignal): Promise<void> {
  const classes = join(folder, 'launcher');
  const lib = join(folder, 'lib');
  const compile = ['-proc:none', '-cp', join(lib, '*'), '-d', classes, ...LAUNCHER_SOURCES];
  // A jar, since classes in a folder cannot be archived.
  const pack = ['--create', '--file', join(lib, 'launcher.jar'), '-C', classes, '.'];
  const steps = [
    [jdk.javac, compile],
    [jdk.jar, pack],
  ] as const;
  for (const [program, args] of steps) {
    const outcome = await runCommand(program, args, {}, signal);
    if (outcome?.code === 0) continue;
    throw new EmbeddedElasticsearchError(
      `${program} could not build the launcher of Elasticsearch: ${outcome?.output ?? 'not found'}`,
    );
  }
}

/** Left behind by a killed installation. */
async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.endsWith(UNFINISHED)) continue;
    const folder = join(root, name);
    const changed = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (Date.now() - changed > ABANDONED_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** Two may install at the same time: the first to finish wins, and the other uses its result. */
async function moveInto(folder: string, home: string): Promise<void> {
  try {
    await rename(folder, home);
  } catch (error) {
    if (!(await isThere(home))) throw error;
  }
}

async function build(
  root: string,
  installation: Installation,
  jdk: Jdk,
  signal?: AbortSignal,
): Promise<void> {
  const unfinished = join(root, `${randomUUID()}${UNFINISHED}`);
  await mkdir(unfinished, { recursive: true });
  try {
    await copyJars(unfinished, jdk, signal);
    await layOut(unfinished, installation.version);
    await buildLauncher(unfinished, jdk, signal);
    await moveInto(unfinished, installation.home);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await removeAbandoned(root);
  }
}

/**
 * Downloads Elasticsearch from Maven Central (41 MB), once. Later calls find it in its folder,
 * `.logwave/elasticsearch` in the project or the value of LOGWAVE_ES_INSTALL.
 *
 * @throws EmbeddedElasticsearchError if Java or Maven is missing or the download fails
 */
export async function installElasticsearch(
  options: { readonly root?: string; readonly say?: (line: string) => void } = {},
  signal?: AbortSignal,
): Promise<Installation> {
  const { root = defaultInstallRoot(), say = () => undefined } = options;
  const jdk = await provideJdk(javaPlaces(), say, signal);
  const { name, version } = await describeInstallation();
  const installation = { home: join(root, name), version, java: jdk.java };
  if (await isThere(installation.home)) return installation;
  await provideMaven(say, signal);
  say(`Downloading Elasticsearch ${version} from Maven Central (41 MB, once).`);
  await build(root, installation, jdk, signal);
  await archiveClasses(installation, say, signal);
  return installation;
}
