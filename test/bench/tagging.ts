import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { tagFindings } from '../../server/app/tagging/tag_findings';
import { createTaggingPorts } from '../../server/wiring/create_tagging_ports';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import { JOURNAL_INDEX } from '../../server/elastic/results/journal_mapping';
import { searchPages } from '../../server/elastic/asking/search_pages';
import {
  makeTaggingLogs,
  TAGGING_DAY,
  TAGGING_INDEX,
  taggingFindings,
  taggingSource,
  type TaggingTask,
} from './tagging_logs';

type Print = (line: string) => void;

const ROUNDS = 5;
const UPDATES_PER_BULK = 1_000;
const NAME_WIDTH = 50;
const TASKS: readonly TaggingTask[] = [
  { name: 'many documents of few series', series: 2, documents: 15_000, hours: [10, 15] },
  { name: 'few documents of many series', series: 300, documents: 40, hours: [6, 21] },
];

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

interface KnownDocument {
  readonly id: string;
  readonly seq_no: number;
  readonly primary_term: number;
  readonly tags: readonly string[];
}

/** What the rival need not find out: each document, its version and its tags. */
async function readAll(client: Client, signal: AbortSignal): Promise<KnownDocument[]> {
  const known: KnownDocument[] = [];
  const request = {
    index: TAGGING_INDEX,
    query: { match_all: {} },
    size: 10_000,
    source: ['tags'],
    ignore_unavailable: false,
  };
  for await (const hits of searchPages<{ tags: string[] }>(client, request, signal)) {
    for (const { _id: id = '', _seq_no: seqNo = 0, _primary_term: term = 0, _source } of hits) {
      known.push({ id, seq_no: seqNo, primary_term: term, tags: _source?.tags ?? [] });
    }
  }
  return known;
}

/** A bare `_bulk` of the same updates, one request after the other: no reading, no journal. */
async function updateBare(client: Client, documents: readonly KnownDocument[]): Promise<void> {
  for (let from = 0; from < documents.length; from += UPDATES_PER_BULK) {
    const operations = documents
      .slice(from, from + UPDATES_PER_BULK)
      .flatMap(({ id, seq_no: seqNo, primary_term: term, tags }) => [
        { update: { _id: id, if_seq_no: seqNo, if_primary_term: term } },
        { doc: { tags: [...tags, taggingSource.tag] } },
      ]);
    const { errors } = await client.bulk({ index: TAGGING_INDEX, operations });
    if (errors) throw new Error('the bare bulk was not taken as a whole');
  }
}

async function tagThroughUs(client: Client, task: TaggingTask, signal: AbortSignal): Promise<void> {
  const scope = 'bench';
  const run = {
    scope,
    run_id: `bench:${task.name}`,
    attempt: 'bench',
    day: TAGGING_DAY,
    zone: 'UTC',
  };
  const findings = taggingFindings(task);
  const sources = [taggingSource];
  const request = {
    run,
    findings,
    sources,
    judged_sources: new Set([taggingSource.id]),
    call: randomUUID(),
  };
  const ports = { ...createTaggingPorts(client), now: () => new Date() };
  const { updated } = await tagFindings(request, ports, signal);
  if (updated !== task.series * task.documents) {
    throw new Error(`the bench tagged ${updated} documents only`);
  }
}

async function forgetJournal(client: Client, task: TaggingTask): Promise<void> {
  await client.indices.refresh({ index: JOURNAL_INDEX });
  const { hits } = await client.search({
    index: JOURNAL_INDEX,
    size: 10_000,
    _source: false,
    query: { term: { run_id: `bench:${task.name}` } },
  });
  const operations = hits.hits.map(({ _id: id }) => ({ delete: { _id: id ?? '' } }));
  if (operations.length > 0) await client.bulk({ index: JOURNAL_INDEX, operations });
}

async function benchTask(
  client: Client,
  task: TaggingTask,
  print: Print,
  signal: AbortSignal,
): Promise<void> {
  const total = task.series * task.documents;
  const [bare, ours, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await makeTaggingLogs(client, task);
    const documents = await readAll(client, signal);
    const bareTime = await secondsOf(() => updateBare(client, documents));
    await makeTaggingLogs(client, task);
    const ourTime = await secondsOf(() => tagThroughUs(client, task, signal));
    await forgetJournal(client, task);
    // The first round warms up.
    if (round === 0) continue;
    bare.push(total / bareTime);
    ours.push(total / ourTime);
    ratios.push(bareTime / ourTime);
  }
  const line = (name: string, rate: number, remark = ''): void =>
    print(`  ${name.padEnd(NAME_WIDTH)}${rate.toFixed(0).padStart(7)} /s  ${remark}`.trimEnd());
  const ratio = median(ratios).toFixed(2);
  print(`Tagging ${total.toLocaleString('en-US')} documents, ${task.name}:`);
  line('a bare _bulk of the same updates', median(bare));
  line('us, with reading and journal', median(ours), `${ratio} of its rate (aim: at least 0.8)`);
}

/**
 * Measures tagging side by side with a bare `_bulk` of the same updates. Makes its own logs and
 * removes them again.
 *
 * @param print takes one line at a time
 */
export async function benchTagging(client: Client, print: Print): Promise<void> {
  const { signal } = new AbortController();
  await ensureIndices(client, signal);
  try {
    for (const task of TASKS) await benchTask(client, task, print, signal);
  } finally {
    await client.indices.delete({ index: TAGGING_INDEX, ignore_unavailable: true });
  }
}
