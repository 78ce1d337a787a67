import { EmbeddedElasticsearchError } from './embedded_error';
import { findJdk, hasMaven, type JavaPlaces, type Jdk } from './find_java';
import { OLDEST_JAVA } from './java_version';
import { runCommand } from './run_command';

const JDK_PACKAGES = ['openjdk-21-jdk-headless', 'openjdk-17-jdk-headless', 'default-jdk-headless'];

const WHAT_TO_INSTALL =
  `The embedded Elasticsearch needs a JDK, version ${OLDEST_JAVA} or newer, and Maven: install ` +
  'both (on Debian: apt-get install default-jdk-headless maven), or name a cluster with --es URL.';

async function aptGet(args: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = await runCommand('apt-get', args, { env }, signal);
  if (result === undefined) return false;
  if (result.code === 0) return true;
  const reason = result.output.split('\n').find((line) => line.startsWith('E: '));
  throw new EmbeddedElasticsearchError(
    `apt-get ${args[0] ?? ''} failed (${reason?.slice(3) ?? `exit code ${result.code}`}). ${WHAT_TO_INSTALL}`,
  );
}

async function offeredJdk(signal?: AbortSignal): Promise<string> {
  for (const name of JDK_PACKAGES) {
    const offer = await runCommand('apt-cache', ['show', name], {}, signal);
    if (offer?.code === 0) return name;
  }
  throw new EmbeddedElasticsearchError(WHAT_TO_INSTALL);
}

async function installPackages(
  needs: { readonly jdk: boolean; readonly maven: boolean },
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (process.getuid?.() !== 0) throw new EmbeddedElasticsearchError(WHAT_TO_INSTALL);
  say('Looking for Java and Maven with apt-get.');
  if (!(await aptGet(['update'], signal))) throw new EmbeddedElasticsearchError(WHAT_TO_INSTALL);
  const packages = [
    ...(needs.jdk ? [await offeredJdk(signal)] : []),
    ...(needs.maven ? ['maven'] : []),
  ];
  say(`Installing ${packages.join(' and ')} with apt-get, once.`);
  await aptGet(['install', '-y', '--no-install-recommends', ...packages], signal);
}

/** Finds a JDK to run Elasticsearch with. On Debian, it is installed for root if there is none. */
export async function provideJdk(
  places: JavaPlaces,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<Jdk> {
  const found = await findJdk(places, signal);
  if (found !== undefined) return found;
  await installPackages({ jdk: true, maven: false }, say, signal);
  const installed = await findJdk(places, signal);
  if (installed === undefined) throw new EmbeddedElasticsearchError(WHAT_TO_INSTALL);
  return installed;
}

/** Makes sure that Maven is available. On Debian, it is installed for root. */
export async function provideMaven(
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (await hasMaven(signal)) return;
  await installPackages({ jdk: false, maven: true }, say, signal);
}
