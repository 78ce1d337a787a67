import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

const ROOMS = `
| room | what belongs there |
|---|---|
| \`common/time/\` | days |
| \`server/app/\` | use cases |
`;

/** A small house that is in order. */
const HOUSE = {
  'docs/developing.md': ROOMS,
  'tsconfig.json': '{}',
  'common/time/index.ts': `export { dayOf } from './day';\n`,
  'common/time/day.ts': `export const dayOf = (text: string) => text.slice(0, 10);\n`,
  'server/app/index.ts': `export { analyze } from './analyze';\n`,
  'server/app/analyze.ts': `import { dayOf } from '../../common/time';\nexport const analyze = (text: string) => dayOf(text);\n`,
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-rooms-'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the check says of a house with these files in place of its own, and its exit code. */
async function check(changed: Record<string, string>): Promise<{ code: number; said: string }> {
  for (const [path, text] of Object.entries({ ...HOUSE, ...changed })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const args = ['scripts/rooms/index.mjs', '--root', folder];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: ROOT }, (error, out, said) =>
      done({ code: error === null ? 0 : Number(error.code), said: out + said }),
    );
  });
}

describe('the check of the rooms', () => {
  it('finds no fault with a house that is in order', async () => {
    expect(await check({})).toEqual({ code: 0, said: '2 rooms, 4 modules: no fault\n' });
  });

  it('refuses an import past the index of a room', async () => {
    const analyze = `import { dayOf } from '../../common/time/day';\nexport const analyze = dayOf;\n`;
    const { code, said } = await check({ 'server/app/analyze.ts': analyze });
    expect([code, said]).toEqual([
      1,
      'index:common/time: server/app/analyze.ts → common/time/day.ts\n',
    ]);
  });

  it.each([
    ['a type', `import type { Day } from '../../common/time/day';\nexport type Analyzed = Day;\n`],
    [
      'a type among values',
      `import { type Day } from '../../common/time/day';\nexport type Analyzed = Day;\n`,
    ],
    ['a type that is passed on', `export type { Day } from '../../common/time/day';\n`],
  ])('refuses %s that is imported past the index', async (_, analyze) => {
    const { code, said } = await check({
      'common/time/day.ts': `export type Day = string;\nexport const dayOf = (text: Day) => text;\n`,
      'server/app/index.ts': `export * from './analyze';\n`,
      'server/app/analyze.ts': analyze,
    });
    expect([code, said]).toEqual([
      1,
      'index:common/time: server/app/analyze.ts → common/time/day.ts\n',
    ]);
  });

  it('refuses a cycle of types', async () => {
    const { code, said } = await check({
      'common/time/day.ts': `import type { Hour } from './hour';\nexport const dayOf = (text: string) => text;\nexport type Day = Hour[];\n`,
      'common/time/hour.ts': `import type { Day } from './day';\nexport type Hour = Day | number;\n`,
    });
    expect(code).toBe(1);
    expect(said).toMatch(/^no-cycle: common\/time\/(day|hour)\.ts → /m);
  });

  it('refuses an import that points up', async () => {
    const { code, said } = await check({
      'common/time/day.ts': `import { analyze } from '../../server/app';\nexport const dayOf = analyze;\n`,
      'server/app/analyze.ts': 'export const analyze = (text: string) => text;\n',
    });
    expect([code, said]).toEqual([1, 'down:common: common/time/day.ts → server/app/index.ts\n']);
  });

  it('refuses a folder without a room, a room without an index and a crowded folder', async () => {
    const crowd = Object.fromEntries(
      Array.from({ length: 25 }, (_, place) => [`server/app/f${place}.ts`, 'export {};\n']),
    );
    const { code, said } = await check({
      ...crowd,
      'docs/developing.md': `${ROOMS}| \`public/\` | the page |\n`,
      'public/page.ts': 'export {};\n',
      'standalone/cli/program.ts': 'export {};\n',
    });
    expect(code).toBe(1);
    expect(said.split('\n').sort()).toEqual([
      '',
      'public has no index.ts that names what is public',
      'server/app holds 27 files, more than 25',
      'standalone/cli belongs to no room',
    ]);
  });
});
