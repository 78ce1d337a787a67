/** A Chromium for the browser tests: an installed one, or Debian's package. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SKIPPED = 'the browser tests are skipped';

const say = (line) => console.error(line);

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** The Chromium that browser tests use: that of CHROMIUM, or one on the path. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named === undefined) return onPath(NAMES);
  return isProgram(named) ? named : undefined;
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath(['apt-get']);
}

function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
}

function install() {
  say("Installing Debian's chromium for the browser tests; this takes a minute, once.");
  aptGet(['update']);
  const { status, stderr } = aptGet(['install', '-y', '--no-install-recommends', 'chromium']);
  if (status === 0) return;
  say(stderr ?? '');
  say(`Chromium could not be installed (see above): ${SKIPPED}.`);
}

/** Provides a Chromium if possible, or says that browser tests will be skipped. */
export function setUpChromium() {
  if (findChromium() !== undefined) return;
  if (process.env.CHROMIUM !== undefined) {
    say(`CHROMIUM names no program: ${SKIPPED}.`);
  } else if (canInstall()) install();
  else say(`No Chromium: ${SKIPPED}; install one, or name one in CHROMIUM.`);
}
