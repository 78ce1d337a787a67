import { execFile } from 'node:child_process';
import { once } from 'node:events';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { settingsSchema } from '../../../common/settings/settings';
import { localDay } from '../../../common/time/local_day';
import { countsSource } from '../../../test/fixtures/counts_source';
import { startLoopbackCluster } from '../../../test/fixtures/loopback_cluster';
import { makePackage, PACKED } from './package_files';

const ROOT = join(__dirname, '../../..');
const TEXTS = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE'];
const REFUSAL = { error: { type: 'x', reason: 'not today' }, status: 403 };
const run = promisify(execFile);

let folder: string;
let paths: string[];
const installed = (...parts: string[]) => join(folder, 'package', ...parts);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-package-'));
  const made = join(folder, 'made');
  await mkdir(made);
  for (const name of TEXTS) await cp(join(ROOT, name), join(made, name));
  // What would come along if the list of files were wrong.
  for (const name of ['common', 'test']) {
    await mkdir(join(made, name));
    await writeFile(join(made, name, 'index.ts'), '');
  }
  await makePackage(ROOT, join(made, PACKED), async (_root, page) => {
    await writeFile(join(page, 'page.json'), '{}');
    return ['node_modules/react/index.js'];
  });
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd: made });
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  paths = packed.files.map(({ path }) => path).sort();
  await run('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** How the program of the package ends, and what it wrote to the terminal. */
async function ended(args: readonly string[], env: NodeJS.ProcessEnv) {
  const running = run(process.execPath, [installed(PACKED, 'logwave.js'), ...args], {
    cwd: folder,
    env: { HOME: folder, LOGWAVE_DATA: join(folder, 'data'), ...env },
  });
  return running.then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }: { readonly code: number; readonly stderr: string }) => ({ code, stderr }),
  );
}

describe('the package', () => {
  it('holds the built program, its page and its texts, and no source', () => {
    expect(paths).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'build/npm/THIRD_PARTY.txt',
      'build/npm/day_thread.js',
      'build/npm/elasticsearch/launcher/Holders.java',
      'build/npm/elasticsearch/launcher/Launcher.java',
      'build/npm/elasticsearch/pom.xml',
      'build/npm/index.d.ts',
      'build/npm/index.js',
      'build/npm/logwave.js',
      'build/npm/opensearch.js',
      'build/npm/page/page.json',
      'build/npm/program.js',
      'package.json',
    ]);
  });

  it('needs no other package', async () => {
    const text = await readFile(installed('package.json'), 'utf8');
    expect(JSON.parse(text)).not.toHaveProperty('dependencies');
    expect(await readFile(installed(PACKED, 'THIRD_PARTY.txt'), 'utf8')).toContain('\nzod\n');
  });

  it('names no script that npm runs, or warns of, where the package is installed', async () => {
    const { scripts } = JSON.parse(await readFile(installed('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    // As npm's install-scripts lists them; `prepare` counts for a package that is a file.
    const run = ['preinstall', 'install', 'postinstall', 'prepare'];
    expect(Object.keys(scripts).filter((name) => run.includes(name))).toEqual([]);
  });

  it('starts "detect" outside of the checkout', async () => {
    const running = run(process.execPath, [installed(PACKED, 'logwave.js'), 'detect'], {
      cwd: folder,
    });
    const quiet = Array.from({ length: 24 }, () => 1);
    const train = Array.from({ length: 10 }, (_, at) => ({
      date: `2026-11-1${at}`,
      counts: quiet,
    }));
    const test = quiet.map((count, hour) => (hour === 5 ? 90 : count));
    running.child.stdin?.end(`${JSON.stringify({ id: 'a', date: '2026-11-20', test, train })}\n`);
    const { flags } = JSON.parse((await running).stdout) as { flags: { hour: number }[] };
    expect(flags.map(({ hour }) => hour)).toEqual([5]);
  });

  it('reaches an OpenSearch by a file of its own, which no other command reads', async () => {
    const server = await startLoopbackCluster(({ url }, response) => {
      const greeting = { tagline: 'The OpenSearch Project: https://opensearch.org/' };
      response.writeHead(url === '/' ? 200 : 403, { 'content-type': 'application/json' });
      response.end(JSON.stringify(url === '/' ? greeting : REFUSAL));
    });
    const args = ['query', '--es', server.url, '--terms', 'a'];
    const { code, stderr } = await ended(args, {});
    await server.close();
    expect([code, stderr]).toEqual([1, 'logwave: Elasticsearch refuses: not today\n']);
    const asked = server.arrived.map(({ url, headers }) => [url, headers['user-agent']]);
    expect(asked.at(-1)).toEqual([
      '/logstash*/_search?allow_partial_search_results=false',
      expect.stringContaining('opensearch-js/'),
    ]);
    const file = installed(PACKED, 'opensearch.js');
    await rename(file, `${file}-away`);
    expect(await ended(['detect', '--help'], {})).toMatchObject({ code: 0 });
    await rename(`${file}-away`, file);
  });

  it('has threads that assess days', async () => {
    const worker = new Worker(installed(PACKED, 'day_thread.js'));
    const answered = once(worker, 'message');
    const decided = { judgments: [], calendar: [] };
    const day = localDay('2026-11-20', 'UTC');
    const open_hours = new Set<number>();
    const source = { source: countsSource(), day, tested: null, open_hours, training: [], decided };
    const work = { kind: 'backtest', settings: settingsSchema.parse({}) };
    worker.postMessage({ number: 7, work, source, names: [], days: [] });
    const [answer] = (await answered) as unknown[];
    await worker.terminate();
    expect(answer).toEqual({ number: 7, result: { series: 0, candidates: [] } });
  });

  it('gives programs the same, with types that need no other file', async () => {
    const { detect } = (await import(installed(PACKED, 'index.js'))) as {
      detect: (given: object) => unknown;
    };
    const given = { id: 'a', date: '2026-11-20', test: Array<number>(24).fill(1), train: [] };
    expect(detect(given)).toMatchObject({ flags: [] });
    expect(() => detect({ ...given, test: [1] })).toThrow('test: at least 24 items');
    expect(await readFile(installed(PACKED, 'index.d.ts'), 'utf8')).toContain(
      'export declare function detect(given: Case, settings?: object): Detection;',
    );
  });

  it('says in a sentence that its page is not there', async () => {
    const page = installed(PACKED, 'page');
    await rename(page, `${page}-away`);
    const { code, stderr } = await ended(['demo'], {});
    await rename(`${page}-away`, page);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^logwave: .*page.*$/m);
    expect(stderr).not.toContain(' at ');
  });

  it('says in a sentence that Java or Maven is not there', async () => {
    const env = { PATH: folder, JAVA_HOME: '', LOGWAVE_ES_INSTALL: join(folder, 'es') };
    const { code, stderr } = await ended(['analyze'], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^logwave: The embedded Elasticsearch needs a JDK, .* and Maven: install both .*--es URL\.$/m,
    );
  });

  it('makes its sample logs of at most 300 kB', async () => {
    const folders = ['sample', 'demo'].map((name) => join(ROOT, 'standalone', name));
    const sizes = folders.map(async (at) => {
      const names = (await readdir(at)).filter((name) => !name.endsWith('.test.ts'));
      const files = names.map(async (name) => (await stat(join(at, name))).size);
      return (await Promise.all(files)).reduce((sum, size) => sum + size, 0);
    });
    const [sample = NaN, demo = NaN] = await Promise.all(sizes);
    expect(sample + demo).toBeLessThanOrEqual(300_000);
  });

  it('says on an old Node that it needs a newer one', async () => {
    const start = await readFile(installed(PACKED, 'logwave.js'), 'utf8');
    const old = {
      versions: { node: '18.18.2' },
      exit: () => {
        throw new Error('ended');
      },
    };
    const said: string[] = [];
    const oldConsole = { error: (line: string) => said.push(line) };
    const text = start.replace(/^#!.*/, '');
    expect(() => void runInNewContext(text, { process: old, console: oldConsole })).toThrow(
      'ended',
    );
    expect(said).toEqual([
      'logwave: this is Node 18.18.2, and Logwave needs 20.12 or newer: install a newer one.',
    ]);
  });
});
