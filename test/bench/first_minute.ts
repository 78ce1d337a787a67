import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makePackage } from '../../scripts/build/release/package_files';
import { timeToPage } from '../../scripts/build/release/try_package';
import { provideEarlierBuild } from './earlier/earlier_build';

type Print = (line: string) => void;

const ROOT = resolve(__dirname, '../..');
/** The build beside which the first minute is measured: its demo has an Elasticsearch, and takes its logs in. */
const EARLIER = 'aac05a3';
const PAGE_ROUNDS = 3;
const START_ROUNDS = 9;
const AIM = { page: 1 / 10, seconds: 5, start: 1 / 2 };
const MS_PER_S = 1_000;

/** A program as it is started, with its script. */
interface Program {
  readonly name: string;
  readonly script: string;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Medians of what is measured of both programs in turns; those of the first round are left out. */
async function mediansOf(
  programs: readonly Program[],
  rounds: number,
  measure: (program: Program) => Promise<number>,
): Promise<number[]> {
  const measured = programs.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [place, program] of programs.entries()) {
      const value = await measure(program);
      if (round > 0) measured[place]?.push(value);
    }
  }
  return measured.map(median);
}

function start({ script }: Program, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'ignore', 'ignore'] });
}

/** Milliseconds until the demo shows its page, with a data folder that is empty. */
async function timeOfDemo({ script }: Program): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'logwave-bench-demo-'));
  try {
    const command = `LOGWAVE_DATA='${folder}/data' '${process.execPath}' '${script}' demo`;
    return await timeToPage(command, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const DAY = { date: '2026-11-20', counts: Array<number>(24).fill(5) };
const CASE = JSON.stringify({ id: 'a', date: DAY.date, test: DAY.counts, train: [] });

/** Milliseconds from the start of `detect` to its end, with one series. */
async function timeOfDetect(program: Program): Promise<number> {
  const began = performance.now();
  const child = start(program, ['detect']);
  child.stdin?.end(`${CASE}\n`);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program.name}: detect ended with ${code}`);
  return performance.now() - began;
}

/** Milliseconds from the start of `analyze` to its first request. */
async function timeOfAnalyze(program: Program): Promise<number> {
  const server = createServer((_request, response) => response.writeHead(503).end());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const began = performance.now();
  const child = start(program, ['analyze', '--es', address, '--day', DAY.date]);
  const ended = once(child, 'close');
  try {
    const early = ended.then(() => Promise.reject(new Error(`${program.name}: no request`)));
    await Promise.race([once(server, 'request'), early]);
    return performance.now() - began;
  } finally {
    child.kill('SIGKILL');
    await ended;
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

function shareWords(times: readonly number[], aim: number): string {
  const [earlier = NaN, present = NaN] = times;
  return `${(present / earlier).toFixed(3)} of the earlier (aim: at most ${aim})`;
}

/**
 * Measures what a stranger waits for, in turns with an earlier build: the page of the demo, and the
 * start of commands. This build is measured as its package.
 *
 * @param print takes one line at a time
 */
export async function benchFirstMinute(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'logwave-bench-package-'));
  try {
    const earlier = await provideEarlierBuild(EARLIER, (line) => console.error(line));
    await makePackage(ROOT, folder);
    const programs = [
      { name: EARLIER, script: join(earlier, 'bin/logwave') },
      { name: 'this build', script: join(folder, 'logwave.js') },
    ];
    const pages = await mediansOf(programs, PAGE_ROUNDS, timeOfDemo);
    const [before, now] = pages.map((ms) => (ms / MS_PER_S).toFixed(2));
    print(`The first minute, beside ${EARLIER}, medians in turns:`);
    print(`  page of the demo: ${before} s and ${now} s (aim: at most ${AIM.seconds})`);
    print(`    ${shareWords(pages, AIM.page)}`);
    for (const [name, measure] of [
      ['start of detect', timeOfDetect],
      ['start of analyze', timeOfAnalyze],
    ] as const) {
      const times = await mediansOf(programs, START_ROUNDS, measure);
      const [first, second] = times.map((ms) => ms.toFixed(0));
      print(`  ${name}: ${first} ms and ${second} ms, ${shareWords(times, AIM.start)}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
