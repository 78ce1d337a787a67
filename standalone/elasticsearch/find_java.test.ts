import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fakePrograms, type FakePrograms } from '../../test/fixtures/fake_programs';
import { findJdk } from './find_java';

let programs: FakePrograms;

beforeEach(async () => {
  programs = await fakePrograms();
});

afterEach(() => programs.remove());

/** A kit whose java says that it is of that version. */
async function addKit(folder: string, version: string, parts = ['java', 'javac']): Promise<string> {
  for (const part of parts) {
    await programs.add(join(folder, 'bin', part), `echo 'openjdk version "${version}"' >&2`);
  }
  return join(programs.root, folder);
}

const find = (env: NodeJS.ProcessEnv) => findJdk({ env, kits: join(programs.root, 'kits') });

describe('findJdk', () => {
  it('prefers JAVA_HOME to the path, and the path to where Linux keeps its kits', async () => {
    const [home, onPath, kept] = [
      await addKit('home', '17.0.1'),
      await addKit('path', '21.0.1'),
      await addKit('kits/25', '25'),
    ];
    const PATH = `/nowhere:${onPath}/bin`;
    expect((await find({ JAVA_HOME: home, PATH }))?.java).toBe(`${home}/bin/java`);
    expect((await find({ JAVA_HOME: '', PATH }))?.java).toBe(`${onPath}/bin/java`);
    expect(await find({})).toEqual({
      java: `${kept}/bin/java`,
      javac: `${kept}/bin/javac`,
      jar: `${kept}/bin/jar`,
      home: undefined,
    });
  });

  it('passes over what is too old, has no compiler or does not run', async () => {
    await addKit('kits/1', '1.8.0_292');
    await addKit('kits/2', '21.0.1', ['java']);
    await programs.add('kits/3/bin/java', 'exit 1');
    await programs.add('kits/3/bin/javac', '');
    expect(await find({ PATH: '' })).toBeUndefined();
    const good = await addKit('kits/4', '17.0.15');
    expect((await find({ PATH: '' }))?.java).toBe(`${good}/bin/java`);
  });

  it('names the home of a whole kit', async () => {
    const home = await addKit('kits/17', '17.0.15');
    await writeFile(join(home, 'release'), '');
    expect((await find({}))?.home).toBe(home);
  });

  it('finds nothing if there is nothing', async () => {
    expect(await find({ PATH: programs.root })).toBeUndefined();
  });
});
