import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { javaPlaces } from '../../standalone/elasticsearch/find_java';
import { mavenReason } from '../../standalone/elasticsearch/install_parts';
import { isThere } from '../../standalone/elasticsearch/installation';
import { provideJdk, provideMaven } from '../../standalone/elasticsearch/provide_tools';
import { runCommand } from '../../standalone/elasticsearch/run_command';

/**
 * Gets an OpenSearch from Maven Central, once for each version, and runs it with empty data until
 * Ctrl-C: `npx tsx test/opensearch/start.ts VERSION PORT [SETTING=VALUE …]`. OpenSearch 2 runs on Java 17,
 * and 3 on 21 or newer: JAVA_HOME chooses.
 */
const FOLDER = resolve(__dirname, '../../.logwave/opensearch');
const [version = '2.19.6', port = '9200', ...settings] = process.argv.slice(2);
const say = (line: string): void => console.error(line);

async function install(home: string): Promise<void> {
  await provideMaven(say);
  say(`Downloading OpenSearch ${version} from Maven Central, once.`);
  const unfinished = await mkdtemp(join(FOLDER, 'unfinished-'));
  await cp(join(__dirname, 'pom.xml'), join(unfinished, 'pom.xml'));
  const lib = join(unfinished, 'lib');
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${lib}`];
  const pom = ['-f', join(unfinished, 'pom.xml'), `-Dopensearch.version=${version}`];
  const outcome = await runCommand('mvn', ['-B', '-q', ...pom, ...goal]);
  if (outcome?.code !== 0) throw new Error(`Maven: ${mavenReason(outcome?.output ?? '')}`);
  await mkdir(join(unfinished, 'config'));
  await rename(unfinished, home);
}

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const home = join(FOLDER, version);
  const { java } = await provideJdk(javaPlaces(), say);
  if (!(await isThere(home))) await install(home);
  const data = await mkdtemp(join(tmpdir(), 'logwave-opensearch-'));
  const all = {
    'path.data': join(data, 'data'),
    'path.logs': join(data, 'logs'),
    'network.host': '127.0.0.1',
    'http.port': port,
    'discovery.type': 'single-node',
    'http.type': 'netty4',
    'transport.type': 'netty4',
  };
  const given = [...Object.entries(all).map((pair) => pair.join('=')), ...settings];
  const classes = ['-cp', join(home, 'lib', '*'), join(__dirname, 'Launcher.java')];
  const child = spawn(java, ['-Xmx512m', ...classes, home, ...given], { stdio: 'inherit' });
  say(`OpenSearch ${version} starts: OPENSEARCH_URL=http://127.0.0.1:${port}. Ctrl-C stops it.`);
  process.on('SIGINT', () => child.kill());
  process.on('SIGTERM', () => child.kill());
  child.on('exit', () => void rm(data, { recursive: true, force: true }));
}

void main();
