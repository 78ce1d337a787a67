/** Setup with nothing but Node and npm: these scripts run before any package is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 12];
const LOCK_POLL_MS = 500;
const SHOWN_LINES = 15;
const QUIET_LINE = /^npm (warn|notice)|^(npm error)?\s*$/i;

/** An error that the user can fix: shown as one sentence, without a stack. */
class SetupError extends Error {}

const say = (line) => console.error(line);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `Logwave needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${process.versions.node}: install a newer one.`,
  );
}

function readPackages(file) {
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages));
}

/**
 * Whether the installed packages are those of the lock file. npm writes a lock file of what it
 * installed as its last step, so a half-done installation has none.
 */
export function arePackagesCurrent(root) {
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  return [...readPackages(join(root, 'package-lock.json'))].every(([path, wanted]) => {
    const found = installed.get(path);
    // Packages for other machines are optional, and are correctly missing.
    if (found === undefined) return path === '' || wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** The npm that called this script, or else the one on the path. */
function npmCommand() {
  const script = process.env.npm_execpath ?? '';
  return script.endsWith('npm-cli.js') ? [process.execPath, [script]] : ['npm', []];
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Takes the lock unless a living process has it. */
function tryLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  // An empty lock was created this very moment. Its owner's number is about to be written.
  if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
  return false;
}

/**
 * Two setups in one folder take turns, since `npm ci` deletes the packages before it installs them.
 */
async function withLock(root, work) {
  const folder = join(root, '.logwave');
  const lock = join(folder, 'setup.lock');
  mkdirSync(folder, { recursive: true });
  if (!tryLock(lock)) {
    say('Another command installs the packages; waiting for it.');
    while (!tryLock(lock)) await delay(LOCK_POLL_MS);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function installPackages(root) {
  if (arePackagesCurrent(root)) return;
  say('Installing packages with npm; this takes a minute, once.');
  const [command, args] = npmCommand();
  // A user's setting for production packages alone must not leave out what the tests need.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error, stdout, stderr } = spawnSync(command, [...args, ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return;
  if (error !== undefined) {
    throw new SetupError(`npm could not be started (${error.message}): install it with Node.`);
  }
  const lines = `${stderr}\n${stdout}`.split('\n').filter((line) => !QUIET_LINE.test(line));
  say(lines.slice(0, SHOWN_LINES).join('\n'));
  throw new SetupError(
    'npm could not install the packages: see the lines above, then run the same command again.',
  );
}

/** Makes sure that the packages of the lock file are installed. */
export async function setUpPackages(root = ROOT) {
  checkNode();
  if (arePackagesCurrent(root)) return;
  await withLock(root, () => installPackages(root));
}

/** Makes sure that the embedded Elasticsearch is installed. It needs the packages. */
export async function setUpElasticsearch() {
  const require = createRequire(import.meta.url);
  require('tsx/cjs');
  const {
    EmbeddedElasticsearchError,
    installElasticsearch,
  } = require('../standalone/elasticsearch');
  try {
    await installElasticsearch({ say });
  } catch (error) {
    if (error instanceof EmbeddedElasticsearchError) throw new SetupError(error.message);
    throw error;
  }
}

/** Runs a program of the project with Node in this terminal; returns its exit code. */
export async function runNode(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  // Ctrl-C reaches the program as well: it cleans up and ends, and then this script ends.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** What to say of an error: one sentence where the user can do something about it. */
function wordsOf(error) {
  if (error instanceof SetupError) return error.message;
  if (error.code !== 'MODULE_NOT_FOUND') return String(error.stack ?? error);
  return `${error.message.split('\n', 1)[0]}: install the packages again with npm ci.`;
}

/**
 * Runs a script. The exit code that it returns becomes the process's. A script that returns none
 * sets the process's own, perhaps later.
 */
export async function runScript(script) {
  try {
    const exitCode = await script();
    if (exitCode !== undefined) process.exitCode = exitCode;
  } catch (error) {
    say(wordsOf(error));
    process.exitCode = 1;
  }
}
