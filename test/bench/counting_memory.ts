import { Client } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings/parse_settings';
import type { Source } from '../../common/sources/source';
import { daysBefore } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import type { CountedDay } from '../../common/waveform/hours/source_day';
import { countHours } from '../../server/app/counting/count_hours';
import { assessSource } from '../../server/app/assessing/assess_source';
import { NOTHING_DECIDED } from '../../server/app/deciding/decisions';
import { createCountingPorts } from '../../server/wiring/create_counting_ports';
import { countsSource } from '../fixtures/counts_source';

/** The message to the process, and its answer: one line of JSON each. */
export interface MemoryTask {
  readonly node: string;
  readonly index: string;
  readonly scope: string;
  readonly day: string;
  readonly days: number;
}
export interface MemoryAnswer {
  readonly start_bytes: number;
  readonly peak_bytes: number;
  readonly series: number;
  readonly known_days: number;
  readonly findings: number;
}

/** A source of which every document counts. */
export function manySeriesSource(index: string): Source {
  return countsSource({ index, filter: [] });
}

const BYTES_PER_KB = 1024;

function knownCounts(days: readonly CountedDay[]) {
  return days.flatMap((day) => (day.state === 'known' ? [day.counts] : []));
}

/** Counts and assesses one source, as an analysis does, and tells how much memory that took. */
async function measure({ node, index, scope, day, days }: MemoryTask): Promise<MemoryAnswer> {
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const client = new Client({ node });
  const { signal } = new AbortController();
  await client.search({ index, size: 0 }, { signal });
  const start = process.memoryUsage.rss();
  const source = manySeriesSource(index);
  const tested = localDay(day, 'UTC');
  const request = { source, tested, training: daysBefore(day, days), now: new Date() };
  const counted = await countHours(request, createCountingPorts(client, scope), signal);
  const training = knownCounts(counted.training);
  const [counts] = knownCounts([counted.tested]);
  const assessed = assessSource(
    {
      source,
      day: tested,
      tested: counts,
      open_hours: new Set(),
      training,
      decided: NOTHING_DECIDED,
    },
    parsed.settings,
    { scope, run_id: scope, settings_hash: '', seen_by: null },
  );
  await client.close();
  return {
    start_bytes: start,
    peak_bytes: process.resourceUsage().maxRSS * BYTES_PER_KB,
    series: assessed.series,
    known_days: training.length + (counts === undefined ? 0 : 1),
    findings: assessed.findings.length,
  };
}

async function main(): Promise<void> {
  const task = JSON.parse(process.argv[2] ?? '') as MemoryTask;
  process.stdout.write(`${JSON.stringify(await measure(task))}\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
