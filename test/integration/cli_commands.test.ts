import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createProgram } from '../../standalone/cli/program';
import { runProgram } from '../../standalone/cli/run_program';

// Each program takes a second to start, and more on a busy machine.
jest.setTimeout(60_000);

const PROJECT = resolve(__dirname, '../..');
const EXAMPLE = 'docs/method_example';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
}

/** `logwave …` in a process of its own, as in a shell. */
function start(args: readonly string[], changed: NodeJS.ProcessEnv = {}): Started {
  const env = { ...process.env, ...changed };
  delete env['ELASTICSEARCH_URL'];
  delete env['LOGWAVE_SETTINGS'];
  const child = spawn(process.execPath, ['bin/logwave', ...args], { cwd: PROJECT, env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, ended };
}

async function logwave(args: readonly string[], input = '', env = {}): Promise<Ended> {
  const { child, ended } = start(args, env);
  child.stdin.end(input);
  return ended;
}

/** The same in this process, where nothing depends on it. */
async function inProcess(...args: readonly string[]): Promise<Ended> {
  const said = { out: '', err: '' };
  const hear = (stream: keyof typeof said) => (text: unknown) => {
    said[stream] += String(text);
    return true;
  };
  jest.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  jest.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  await runProgram(createProgram(), ['node', 'logwave', ...args]);
  jest.restoreAllMocks();
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { code, ...said };
}

const flat = (count: number, other: Readonly<Record<number, number>> = {}): number[] =>
  Array.from({ length: 24 }, (_, hour) => other[hour] ?? count);

/** A Wednesday, and days before it, as a line of input. */
function caseLine(id: string, test: readonly number[], train: Record<string, number[]>): string {
  const trained = Object.entries(train).map(([date, counts]) => ({ date, counts }));
  return `${JSON.stringify({ id, date: '2015-04-01', test, train: trained })}\n`;
}

const NINES = { '2015-03-25': flat(9), '2015-03-18': flat(9) };
const about1: unknown = expect.closeTo(1, 9);

interface Result {
  readonly id: string;
  readonly flags: readonly unknown[];
}

const resultsIn = (out: string): Result[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Result);

describe('logwave', () => {
  const names = ['demo', 'ingest', 'analyze', 'untag', 'serve', 'detect', 'query', 'es'];

  it('lists its commands', async () => {
    const { code, out } = await logwave(['--help']);
    expect(code).toBe(0);
    const listed = [...out.matchAll(/^ {2}([a-z]+) (?:\[options\]| {2})/gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual(expect.arrayContaining(names));
  });

  it('describes each command, and takes --json for machines', () => {
    for (const command of createProgram().commands) {
      const leaves = command.commands.length === 0 ? [command] : command.commands;
      for (const leaf of leaves) {
        expect(leaf.description()).not.toBe('');
        expect(leaf.helpInformation()).toMatch(/^Usage: logwave /);
        expect(leaf.helpInformation()).toContain('--json');
      }
    }
  });

  it('shows the usage on an unknown option', async () => {
    const { code, out, err } = await logwave(['detect', '--nope']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: unknown option '--nope'\n[^]*Usage: logwave detect /);
  });

  it.each([
    ['help for a command', ['query', '--help'], 0],
    ['the version', ['--version'], 0],
    ['an unknown command', ['nope'], 2],
    ['no command', [], 2],
    ['a year in letters', ['ingest', 'x', '--year', 'MMXV'], 2],
  ])('ends as it should on %s', async (_name, args, expected) => {
    const { code, out, err } = await inProcess(...args);
    expect(code).toBe(expected);
    expect(expected === 0 ? out : err).toMatch(/Usage: logwave|^\d+\.\d+\.\d+\n$/);
  });

  it('says in one sentence that no Elasticsearch answers', async () => {
    const { code, out, err } = await inProcess('query', '--es', 'http://127.0.0.1:1', '-t', '*');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^logwave: no connection to Elasticsearch \([^\n]*\): [^\n]*\n$/);
  });

  it('says in one sentence what the embedded Elasticsearch lacks', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'logwave-nothing-'));
    const env = { PATH: empty, JAVA_HOME: '', LOGWAVE_ES_INSTALL: join(empty, 'es') };
    const { code, err } = await logwave(['es', 'start', '--data', join(empty, 'data')], '', env);
    await rm(empty, { recursive: true });
    expect(code).toBe(1);
    expect(err).toContain(
      'logwave: The embedded Elasticsearch needs a JDK, version 17 or newer, and Maven: install both',
    );
    expect(err).not.toContain('    at ');
  });

  it('does not take anything for a heap', async () => {
    process.env['LOGWAVE_ES_HEAP'] = 'much';
    const data = join(tmpdir(), 'logwave-never-made');
    const { code, err } = await inProcess('es', 'start', '--data', data);
    delete process.env['LOGWAVE_ES_HEAP'];
    expect(code).toBe(1);
    expect(err).toBe(
      'logwave: "much" is not a heap size for Elasticsearch: give 256m or more, as in 512m or 2g.\n',
    );
  });
});

describe('logwave detect', () => {
  it('answers in order before its input ends, names bad lines, and continues', async () => {
    const { child, ended } = start(['detect', '--method', 'talk']);
    child.stdin.write(caseLine('usual', flat(9), NINES));
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(first.toString()).toBe('{"id":"usual","flags":[]}\n');
    child.stdin.write(caseLine('high', flat(9, { 3: 20 }), NINES));
    child.stdin.write('no case\n');
    child.stdin.write(caseLine('short', [1, 2, 3], NINES));
    child.stdin.write(caseLine('negative', flat(-1), NINES));
    child.stdin.write('\n');
    child.stdin.write(caseLine('low', flat(9, { 13: 0 }), { '2015-03-25': flat(9.5) }));
    child.stdin.end(caseLine('never', flat(0, { 6: 1, 21: 2 }), { '2015-03-31': flat(3) }));
    const { code, out, err } = await ended;
    expect(code).toBe(1);
    expect(resultsIn(out)).toEqual([
      { id: 'usual', flags: [] },
      { id: 'high', flags: [{ hour: 3, score: about1, direction: 'high' }] },
      // One Wednesday alone is truncated to whole numbers: nothing else differs.
      { id: 'low', flags: [{ hour: 13, score: about1, direction: 'low' }] },
      {
        id: 'never',
        flags: [
          { hour: 6, score: 1, direction: 'high' },
          { hour: 21, score: 1, direction: 'high' },
        ],
      },
    ]);
    const said = err.trimEnd().split('\n');
    expect(said).toHaveLength(4);
    expect(said[0]).toMatch(/^logwave: line 3: .*not valid JSON/);
    expect(said[1]).toMatch(/^logwave: line 4: .*24/);
    expect(said[2]).toMatch(/^logwave: line 5: .*-1/);
    expect(said[3]).toBe('logwave: 3 bad lines; the others were assessed');
  });

  it('works out the example of the documentation', async () => {
    const input = await readFile(join(PROJECT, EXAMPLE, 'case.ndjson'), 'utf8');
    const settings = `${EXAMPLE}/settings.json`;
    const { code, out, err } = await logwave(
      ['detect', '--method', 'talk', '--settings', settings],
      input,
    );
    expect([code, err]).toEqual([0, '']);
    expect(resultsIn(out)).toEqual([
      {
        id: 'talk',
        flags: [
          { hour: 10, score: expect.closeTo(0.252585149809, 12) as number, direction: 'high' },
          { hour: 15, score: expect.closeTo(0.44736895924, 12) as number, direction: 'high' },
        ],
      },
    ]);
  });

  it('says that there is no case, or that standard input is a folder', async () => {
    for (const input of ['', '\n\n']) {
      expect(await logwave(['detect'], input)).toEqual({
        code: 1,
        out: '',
        err: 'logwave: standard input has no case: give one line of JSON for each\n',
      });
    }
    const folder = openSync(PROJECT, 'r');
    const args = ['bin/logwave', 'detect'];
    const stdio = [folder, 'pipe', 'pipe'] as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: PROJECT,
      stdio: [...stdio],
    });
    closeSync(folder);
    expect([status, stdout.toString()]).toEqual([1, '']);
    expect(stderr.toString()).toBe('logwave: standard input is a folder\n');
  });

  it('ends quietly with who reads its output', async () => {
    const { child, ended } = start(['detect', '--method', 'talk']);
    child.stdout.destroy();
    // More than fits into the pipe between the two.
    child.stdin.on('error', () => undefined);
    child.stdin.end(caseLine('usual', flat(9), NINES).repeat(5_000));
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});
