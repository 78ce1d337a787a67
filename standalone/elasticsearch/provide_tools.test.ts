import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fakePrograms, type FakePrograms } from '../../test/fixtures/fake_programs';
import { provideJdk, provideMaven } from './provide_tools';

const NEEDS =
  'The embedded Elasticsearch needs a JDK, version 17 or newer, and Maven: install both (on ' +
  'Debian: apt-get install default-jdk-headless maven), or name a cluster with --es URL.';

const path = process.env['PATH'];
let programs: FakePrograms;
let said: string[];
const say = (line: string): unknown => said.push(line);
const jdk = () => provideJdk({ env: {}, kits: join(programs.root, 'kits') }, say);

function beUser(id: number): void {
  jest.spyOn(process, 'getuid').mockReturnValue(id);
}

beforeEach(async () => {
  programs = await fakePrograms();
  // Only the scripts of a test can be called, least of all the true apt-get.
  process.env['PATH'] = programs.root;
  said = [];
});

afterEach(async () => {
  process.env['PATH'] = path;
  jest.restoreAllMocks();
  await programs.remove();
});

/** An apt-get that records its arguments, then does `work`. */
async function addAptGet(work = ''): Promise<() => Promise<string[]>> {
  const calls = join(programs.root, 'calls');
  await programs.add('apt-get', `echo "$@" >> ${calls}\n${work}`);
  return async () => (await readFile(calls, 'utf8')).trim().split('\n');
}

const JAVA_17 = `echo 'openjdk version "17.0.15"' >&2`;

/** Shell commands that put such a program in place. */
function installing(name: string, script: string): string {
  const file = join(programs.root, name);
  const text = `#!/bin/sh\\n${script.replaceAll(`'`, `'\\''`)}\\n`;
  return `/bin/mkdir -p $(/usr/bin/dirname ${file}); printf '${text}' > ${file}; /bin/chmod 755 ${file}`;
}

describe('provideJdk', () => {
  it('takes what is there', async () => {
    beUser(0);
    await programs.add('kits/a/bin/javac', '');
    const java = await programs.add('kits/a/bin/java', JAVA_17);
    expect((await jdk()).java).toBe(java);
    expect(said).toEqual([]);
  });

  it('says in one sentence what to install to who is not root', async () => {
    beUser(1000);
    await expect(jdk()).rejects.toThrow(NEEDS);
    await expect(jdk()).rejects.toMatchObject({ name: 'EmbeddedElasticsearchError' });
  });

  it('says the same to root if there is no apt-get', async () => {
    beUser(0);
    await expect(jdk()).rejects.toThrow(NEEDS);
  });

  it('gets root the newest kit that Debian offers', async () => {
    beUser(0);
    await programs.add('apt-cache', '[ "$2" = openjdk-17-jdk-headless ]');
    const install = ['java', 'javac'].map((name) => installing(`kits/17/bin/${name}`, JAVA_17));
    const calls = await addAptGet(`[ "$1" = install ] || exit 0\n${install.join('\n')}`);
    expect((await jdk()).java).toBe(join(programs.root, 'kits/17/bin/java'));
    expect(await calls()).toEqual([
      'update',
      'install -y --no-install-recommends openjdk-17-jdk-headless',
    ]);
    expect(said).toEqual([
      'Looking for Java and Maven with apt-get.',
      'Installing openjdk-17-jdk-headless with apt-get, once.',
    ]);
  });

  it('passes on why apt-get fails', async () => {
    beUser(0);
    await addAptGet('echo "E: no route to the mirror" >&2; exit 100');
    await expect(jdk()).rejects.toThrow(`apt-get update failed (no route to the mirror). ${NEEDS}`);
  });
});

describe('provideMaven', () => {
  it('takes what is there', async () => {
    await programs.add('mvn', '');
    await provideMaven(say);
    expect(said).toEqual([]);
  });

  it('says in one sentence what to install to who is not root', async () => {
    beUser(1000);
    await expect(provideMaven(say)).rejects.toThrow(NEEDS);
  });

  it('gets it for root on Debian', async () => {
    beUser(0);
    const calls = await addAptGet();
    await provideMaven(say);
    expect(await calls()).toEqual(['update', 'install -y --no-install-recommends maven']);
  });
});
