import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { bundleProgram } from '../../scripts/build/release/bundle_program';
import { mapAhead } from '../../server/app/basics';
import { addressOf } from './address_of';
import type * as LookModule from './look_once';
import { LOOK_DAYS, LOOK_DOCUMENTS_A_DAY, LOOK_INDICES, makeLookLogs } from './look_logs';
import { recordSearches, sendAgain, type RecordedSearch } from './recorded_searches';

type Print = (line: string) => void;

const ROOT = resolve(__dirname, '../..');
const COMPILED = join(ROOT, '.logwave', 'builds', 'compiled');
const WARM_UPS = 5;
const ROUNDS = 21;
/** As an analysis does: two sources, and three days of each. */
const AT_A_TIME = 6;
const AIM = 1.3;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The look, compiled as the package is: what users run is not compiled while it runs. */
async function compiledLook(): Promise<typeof LookModule.lookOnce> {
  const { code } = await bundleProgram(ROOT, 'test/bench/look_once.ts');
  await mkdir(COMPILED, { recursive: true });
  const program = join(COMPILED, 'look_once.js');
  await writeFile(program, code);
  return (createRequire(__filename)(program) as typeof LookModule).lookOnce;
}

/** The searches, each question once: what is asked twice is a cost of the look. */
function distinct(searches: readonly RecordedSearch[]): RecordedSearch[] {
  return [...new Map(searches.map((search) => [JSON.stringify(search), search])).values()];
}

async function sendAll(client: Client, searches: readonly RecordedSearch[]): Promise<void> {
  const sent = mapAhead(searches, AT_A_TIME, (search) => sendAgain(client, search));
  for await (const answer of sent) void answer;
}

/** Milliseconds; nothing is answered from what Elasticsearch has kept of the last time. */
async function millisecondsOf(client: Client, work: () => Promise<unknown>): Promise<number> {
  await client.indices.clearCache({ index: [...LOOK_INDICES] });
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Measures `logwave look` beside the searches that it sends: each question once, sent again without
 * anything around it, as many at a time as a look sends at most, in turns.
 *
 * @param print takes one line at a time
 */
export async function benchLook(client: Client, print: Print): Promise<void> {
  const { signal } = new AbortController();
  const url = addressOf(client);
  // As the client of a look: answers are not searched for names that could do harm.
  const alike = new Client({ node: url, disablePrototypePoisoningProtection: true });
  try {
    await makeLookLogs(client, signal);
    const look = await compiledLook();
    const recorded = await recordSearches(url, look);
    const searches = distinct(recorded);
    const whole: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      whole.push(await millisecondsOf(client, () => look(url)));
      bare.push(await millisecondsOf(client, () => sendAll(alike, searches)));
    }
    const [ofLook, alone] = [whole, bare].map((times) => median(times.slice(WARM_UPS)));
    const ratios = whole.map((time, round) => time / (bare[round] ?? NaN));
    const ratio = median(ratios.slice(WARM_UPS)).toFixed(2);
    const documents = LOOK_DOCUMENTS_A_DAY.toLocaleString('en-US');
    print(`Looking at ${LOOK_DAYS} days of ${documents} documents:`);
    const sent = `${recorded.length} searches, ${searches.length} of them distinct`;
    print(`  its ${sent}, these alone, ${AT_A_TIME} at a time: ${alone?.toFixed(0)} ms`);
    print(`  look: ${ofLook?.toFixed(0)} ms, ${ratio} times these (aim: at most ${AIM})`);
  } finally {
    await alike.close();
    await client.indices.delete({ index: [...LOOK_INDICES], ignore_unavailable: true });
  }
}
