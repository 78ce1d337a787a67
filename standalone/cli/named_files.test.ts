import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgram } from './program';
import { runProgram } from './run_program';

/** Nothing listens there: what is wrong with a file is said before it is asked. */
const CLUSTER = ['--es', 'http://127.0.0.1:1'];
const SECURE = ['--es', 'https://127.0.0.1:1'];
const RAW = /\bE[A-Z]{3,}\b|\n {4}at |Error:/;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-named-'));
  await mkdir(join(folder, 'folder'));
  await writeFile(join(folder, 'empty'), '', { mode: 0o600 });
  await writeFile(join(folder, 'plain'), 'something else\n', { mode: 0o600 });
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  /** Without the name of the temporary folder. */
  readonly err: string;
}

/** Runs a command in which `@/` is the temporary folder. */
async function logwave(args: readonly string[]): Promise<Ended> {
  const said = { out: '', err: '' };
  const hear = (stream: keyof typeof said) => (text: unknown) => {
    said[stream] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(hear('err')),
  ];
  const typed = args.map((arg) => arg.replace(/^@\//, `${folder}/`));
  try {
    await runProgram(createProgram(), ['node', 'logwave', ...typed]);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { code, out: said.out, err: said.err.replaceAll(`${folder}/`, '@/') };
}

type Case = readonly [args: readonly string[], words: string];

const settings = (file: string): string[] => ['report', '--settings', file, ...CLUSTER];
const notify = (file: string): string[] => ['report', '--send', 'm', '--notify', file, ...CLUSTER];
const serve = (file: string): string[] => ['serve', '--notify', file, '--port', '0', ...CLUSTER];
const calendar = (file: string): string[] => [
  'calendar',
  'add',
  file,
  '--means',
  'like-sunday',
  ...CLUSTER,
];
const zip = (file: string, ...more: string[]): string[] => [
  'zip',
  file,
  '--kibana-version',
  '9.5.4',
  ...more,
];
const output = (file: string): string[] => ['report', '--output', file, ...CLUSTER];
const records = (file: string): string[] => ['analyze', '--tag', '--records', file, ...CLUSTER];
const importFrom = (file: string, ...more: string[]): string[] => [
  'import',
  file,
  ...more,
  ...CLUSTER,
];
const exportOf = (file: string): string[] => ['export', '@/new', '--settings', file, ...CLUSTER];
const ca = (file: string): string[] => ['report', '--ca', file, ...SECURE];
const password = (file: string): string[] => [
  'report',
  '--user',
  'ana',
  '--password-file',
  file,
  ...CLUSTER,
];
const apiKey = (file: string): string[] => ['report', '--api-key-file', file, ...CLUSTER];
const sample = (file: string): string[] => ['sample', file, '--days', '32'];
const data = (file: string): string[] => ['es', 'status', '--data', file];

const READ: readonly Case[] = [
  [['ingest', '@/none', ...CLUSTER], '@/none: there is no such file or folder'],
  [
    ['ingest', '@/none', '@/plain/none', ...CLUSTER],
    '@/none: there is no such file or folder; @/plain/none: there is no such file or folder',
  ],
  [settings('@/none'), 'cannot read the settings file @/none: there is no such file'],
  [settings('@/plain/none'), 'cannot read the settings file @/plain/none: there is no such file'],
  [settings('@/folder'), 'cannot read the settings file @/folder: it is a folder'],
  [settings('@/empty'), 'the settings file @/empty is not JSON: it ends too early'],
  [['detect', '--settings', '@/folder'], 'cannot read the settings file @/folder: it is a folder'],
  [notify('@/none'), 'cannot read the channels file @/none: there is no such file'],
  [notify('@/plain/none'), 'cannot read the channels file @/plain/none: there is no such file'],
  [notify('@/folder'), 'cannot read the channels file @/folder: it is a folder'],
  [notify('@/empty'), '@/empty must be JSON: a map of channels by name'],
  [notify('@/plain'), '@/plain must be JSON: a map of channels by name'],
  [serve('@/none'), 'cannot read the channels file @/none: there is no such file'],
  [serve('@/folder'), 'cannot read the channels file @/folder: it is a folder'],
  [serve('@/empty'), '@/empty must be JSON: a map of channels by name'],
  [calendar('@/none'), 'cannot read @/none: there is no such file'],
  [calendar('@/plain/none'), 'cannot read @/plain/none: there is no such file'],
  [calendar('@/folder'), 'cannot read @/folder: it is a folder'],
  [zip('@/none'), 'cannot read @/none: there is no such file'],
  [zip('@/plain/none'), 'cannot read @/plain/none: there is no such file'],
  [zip('@/folder'), 'cannot read @/folder: it is a folder'],
  [zip('@/empty'), '@/empty: This is not a zip of Logwave'],
  [ca('@/none'), 'the CA cannot be read from @/none: there is no such file'],
  [ca('@/folder'), 'the CA cannot be read from @/folder: it is a folder'],
  [ca('@/empty'), '@/empty holds no PEM certificate'],
  [password('@/none'), 'a password cannot be read from @/none: there is no such file'],
  [password('@/folder'), 'a password cannot be read from @/folder: it is a folder'],
  [password('@/empty'), '@/empty does not hold a password: it must be one line'],
  [apiKey('@/none'), 'an API key cannot be read from @/none: there is no such file'],
  [apiKey('@/folder'), 'an API key cannot be read from @/folder: it is a folder'],
  [apiKey('@/empty'), '@/empty does not hold an API key: it must be one line'],
  [importFrom('@/none'), 'there is no folder @/none'],
  [importFrom('@/plain'), '@/plain is a file: name a folder'],
  [importFrom('@/folder'), '@/folder: settings.json is missing'],
  [exportOf('@/none'), 'there is no file @/none'],
  [exportOf('@/plain/none'), 'cannot read @/plain/none: there is no such file'],
  [exportOf('@/folder'), 'cannot read @/folder: it is a folder'],
  [exportOf('@/empty'), 'the settings file @/empty has faults:'],
];

const WRITTEN: readonly Case[] = [
  [output('@/folder'), 'cannot write the report @/folder: it is a folder'],
  [output('@/none/x.html'), 'cannot write the report @/none/x.html: there is no such folder'],
  [
    output('@/plain/x.html'),
    'cannot write the report @/plain/x.html: there is a file where its path has a folder',
  ],
  [output(''), 'the file name of the report is empty: name a file'],
  [records('@/folder'), 'cannot write the records file @/folder: it is a folder'],
  [records('@/none/x'), 'cannot write the records file @/none/x: there is no such folder'],
  [
    records('@/plain/x'),
    'cannot write the records file @/plain/x: there is a file where its path has a folder',
  ],
  [
    importFrom('@/folder', '--settings', '@/folder'),
    'cannot write the settings file @/folder: it is a folder',
  ],
  [
    importFrom('@/folder', '--settings', '@/none/x'),
    'cannot write the settings file @/none/x: there is no such folder',
  ],
  [importFrom(''), 'the name of the folder is empty: name a folder'],
  [['export', '', ...CLUSTER], 'the name of the folder is empty: name a folder'],
  [sample('@/plain'), '@/plain is a file: name a folder'],
  [sample('@/plain/x'), 'cannot write into @/plain/x: there is a file where its path has a folder'],
  [sample(''), 'the name of the folder is empty: name a folder'],
  [data('@/plain'), 'The data folder @/plain cannot be used: it is a file.'],
  [data('@/plain/x'), 'The data folder @/plain/x cannot be used: it is a file.'],
];

const titled = (cases: readonly Case[]) =>
  cases.map(([args, words]) => [args.join(' '), args, words] as const);

describe('a file that a command cannot read', () => {
  it.each(titled(READ))('is refused in a sentence: logwave %s', async (_, args, words) => {
    const { code, out, err } = await logwave(args);
    expect(err).toContain(`logwave: ${words}`);
    expect(err).not.toMatch(RAW);
    expect([code > 0, out]).toEqual([true, '']);
  });
});

describe('a file that a command cannot write', () => {
  it.each(titled(WRITTEN))('is refused in a sentence: logwave %s', async (_, args, words) => {
    const { code, out, err } = await logwave(args);
    expect(err).toContain(`logwave: ${words}`);
    expect(err).not.toMatch(RAW);
    expect([code > 0, out]).toEqual([true, '']);
    expect((await readdir(folder)).sort()).toEqual(['empty', 'folder', 'plain']);
  });
});

describe('the address for links', () => {
  const words = 'the address of --public-url (or LOGWAVE_PUBLIC_URL) must not';
  const asked = (url: string): string[][] => [
    ['report', '--public-url', url, ...CLUSTER],
    ['serve', '--port', '0', '--public-url', url, ...CLUSTER],
  ];

  afterEach(() => delete process.env['LOGWAVE_PUBLIC_URL']);

  it.each([...asked('https://ana:hunter2@host'), ...asked('https://host/x?token=hunter2#f')])(
    'is refused where it holds a secret or a query, and not repeated: logwave %s %s %s %s',
    async (...args) => {
      const { code, out, err } = await logwave(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(words);
      expect(err).not.toContain('hunter2');
    },
  );

  it.each(['report', 'serve'])(
    'is refused in the environment as well: logwave %s',
    async (name) => {
      process.env['LOGWAVE_PUBLIC_URL'] = 'https://ana:hunter2@host';
      const { code, err } = await logwave([name, ...CLUSTER]);
      expect(code).toBe(2);
      expect(err).toContain(words);
      expect(err).not.toContain('hunter2');
    },
  );
});
