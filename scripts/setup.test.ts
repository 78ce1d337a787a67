import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = dirname(__dirname);
const LOCK = { packages: { '': {}, 'node_modules/tsx': { version: '1.0.0', integrity: 'a' } } };
/** Installs a package tsx that does nothing, half a second after it has deleted the old one. */
const NPM = `
const { appendFileSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
appendFileSync('installs', 'one\\n');
rmSync('node_modules', { recursive: true, force: true });
setTimeout(() => {
  mkdirSync('node_modules/tsx', { recursive: true });
  writeFileSync('node_modules/tsx/cjs.js', '');
  writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(JSON.stringify(LOCK))});
}, 500);
`;

/** A command that sets its exit code as the real one does: after its first await. */
const COMMAND = `
console.log('it runs');
void (async () => {
  await null;
  process.exitCode = 3;
})();
`;

let clone: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text);
}

/** A clone whose command prints "it runs", whose npm is a script, and which has no packages. */
function makeClone(): void {
  clone = mkdtempSync(join(tmpdir(), 'logwave-clone-'));
  for (const path of ['bin/logwave', 'scripts/setup.mjs'])
    cpSync(join(ROOT, path), join(clone, path));
  write('package-lock.json', JSON.stringify(LOCK));
  write('standalone/cli/index.ts', COMMAND);
  write('npm-cli.js', NPM);
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

function run(): Promise<Ended> {
  const child = spawn(process.execPath, ['bin/logwave'], {
    cwd: clone,
    env: { ...process.env, npm_execpath: join(clone, 'npm-cli.js') },
  });
  let [out, said] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })));
}

function installs(): number {
  const file = join(clone, 'installs');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
}

describe('bin/logwave in a clone', () => {
  beforeEach(makeClone);
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  it('installs missing packages and runs, and later only runs', async () => {
    const first = await run();
    expect(first).toMatchObject({ code: 3, out: 'it runs\n' });
    expect(first.said).toMatch('Installing packages with npm');
    expect(await run()).toEqual({ code: 3, out: 'it runs\n', said: '' });
    expect(installs()).toBe(1);
  });

  it('installs packages of another version', async () => {
    await run();
    write('package-lock.json', JSON.stringify(LOCK).replace('1.0.0', '1.0.1'));
    expect((await run()).said).toMatch('Installing packages with npm');
    expect(installs()).toBe(2);
  });

  it('waits while another command installs them', async () => {
    const both = await Promise.all([run(), run()]);
    expect(both.map(({ code, out }) => `${code} ${out}`)).toEqual(['3 it runs\n', '3 it runs\n']);
    expect(both.map(({ said }) => said).join('')).toMatch(
      'Another command installs the packages; waiting for it.',
    );
    expect(installs()).toBe(1);
  });

  it('says in one sentence what to do if a package is gone', async () => {
    await run();
    appendFileSync(join(clone, 'standalone/cli/index.ts'), 'require("gone");');
    expect(await run()).toMatchObject({
      code: 1,
      said: "Cannot find module 'gone': install the packages again with npm ci.\n",
    });
  });
});
