import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { superuserClient, type Credentials, type Environment } from './environment';

const UP_WITHIN_MS = 420_000;
const DOWN_WITHIN_MS = 30_000;
const LOOK_MS = 1_000;
const SHOWN_LOG = 3_000;

/** Kibana refuses to be run by root without an explicit option. */
const AS_ROOT = process.getuid?.() === 0 ? ['--allow-root'] : [];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Runs a program to its end; its output where it fails. @param input what it reads */
function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input = '',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output))));
  });
}

/** Lines of kibana.yml: everything that would call out, or needs what tests lack, is off. */
async function settingsLines(
  environment: Environment,
  port: number,
  data: string,
  more: readonly string[],
) {
  const lines = [
    'server.host: 127.0.0.1',
    `server.port: ${port}`,
    `path.data: ${data}`,
    `elasticsearch.hosts: ["${environment.elasticsearch_url}"]`,
    'telemetry.optIn: false',
    'newsfeed.enabled: false',
    'xpack.fleet.enabled: false',
    'xpack.reporting.enabled: false',
    'xpack.screenshotting.enabled: false',
    'xpack.encryptedSavedObjects.encryptionKey: only-for-tests-only-for-tests-32c',
    'xpack.security.encryptionKey: only-for-tests-only-for-tests-32c',
    ...more,
  ];
  if (environment.superuser === undefined) return lines;
  const password = randomBytes(12).toString('hex');
  const client = superuserClient(environment);
  await client.security.changePassword({ username: 'kibana_system', password });
  return [
    ...lines,
    'elasticsearch.username: kibana_system',
    `elasticsearch.password: "${password}"`,
  ];
}

/** A real Kibana with its own settings and data, in a folder for the time of the test. */
export class RealKibana {
  private process: ChildProcess | undefined;
  private readonly env: NodeJS.ProcessEnv;

  private constructor(
    private readonly environment: Environment,
    private readonly folder: string,
    readonly url: string,
  ) {
    this.env = { ...process.env, KBN_PATH_CONF: join(folder, 'config') };
  }

  /**
   * Writes the settings; nothing runs yet.
   *
   * @param more lines of kibana.yml
   * @param secrets what is kept in Kibana's keystore, by name
   */
  static async prepare(
    environment: Environment,
    more: readonly string[],
    secrets: ReadonlyMap<string, string>,
  ): Promise<RealKibana> {
    const folder = await mkdtemp(join(tmpdir(), 'logwave-kibana-'));
    const port = await freePort();
    await mkdir(join(folder, 'config'));
    await mkdir(join(folder, 'data'));
    const lines = await settingsLines(environment, port, join(folder, 'data'), more);
    await writeFile(join(folder, 'config', 'kibana.yml'), `${lines.join('\n')}\n`);
    const options = await readFile(join(environment.kibana_home, 'config', 'node.options'), 'utf8');
    await writeFile(join(folder, 'config', 'node.options'), options);
    const kibana = new RealKibana(environment, folder, `http://127.0.0.1:${port}`);
    await kibana.keepSecrets(secrets);
    return kibana;
  }

  /** Puts the plugin in, in place of one that is there. */
  async install(zip: string): Promise<void> {
    await this.remove().catch(() => undefined);
    await this.plugin('install', `file://${zip}`);
  }

  async remove(): Promise<void> {
    await this.plugin('remove', 'logwave');
  }

  /**
   * Takes settings of the plugin out of the configuration and the keystore: a Kibana without the
   * plugin refuses to start with settings that it does not know.
   */
  async forgetSettings(): Promise<void> {
    const file = join(this.folder, 'config', 'kibana.yml');
    const lines = (await readFile(file, 'utf8')).split('\n');
    const others = lines.filter((line) => !/^(logwave| )/.test(line));
    await writeFile(file, others.join('\n'));
    await rm(join(this.folder, 'config', 'kibana.keystore'), { force: true });
  }

  /** Starts Kibana and waits until it can be used. */
  async start(): Promise<void> {
    const log = await open(this.logFile, 'a');
    const child = spawn(join(this.environment.kibana_home, 'bin', 'kibana'), AS_ROOT, {
      env: this.env,
      stdio: ['ignore', log.fd, log.fd],
    });
    this.process = child;
    await log.close();
    const until = Date.now() + UP_WITHIN_MS;
    while (!(await this.isUp())) {
      if (child.exitCode !== null || Date.now() > until) {
        throw new Error(`Kibana did not come up: ${(await this.log()).slice(-SHOWN_LOG)}`);
      }
      await wait(LOOK_MS);
    }
  }

  async stop(): Promise<void> {
    const child = this.process;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    const last = new AbortController();
    const late = wait(DOWN_WITHIN_MS, undefined, { signal: last.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
    await ended;
    last.abort();
    await late;
  }

  log(): Promise<string> {
    return readFile(this.logFile, 'utf8');
  }

  /** Stops it and leaves nothing behind. */
  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async keepSecrets(secrets: ReadonlyMap<string, string>): Promise<void> {
    const program = join(this.environment.kibana_home, 'bin', 'kibana-keystore');
    if (secrets.size > 0) await run(program, ['create'], this.env);
    for (const [name, value] of secrets)
      await run(program, ['add', '--stdin', name], this.env, value);
  }

  private get logFile(): string {
    return join(this.folder, 'kibana.log');
  }

  private plugin(...args: string[]): Promise<void> {
    return run(join(this.environment.kibana_home, 'bin', 'kibana-plugin'), args, this.env);
  }

  private async isUp(): Promise<boolean> {
    const { superuser } = this.environment;
    try {
      const headers = superuser === undefined ? {} : authorization(superuser);
      return (await fetch(`${this.url}/api/status`, { headers })).status === 200;
    } catch {
      // It does not listen yet.
      return false;
    }
  }
}

/** The header of a user with a password. */
export function authorization({ username, password }: Credentials): { authorization: string } {
  const encoded = Buffer.from(`${username}:${password}`).toString('base64');
  return { authorization: `Basic ${encoded}` };
}
