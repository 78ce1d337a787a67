import { Client } from '@elastic/elasticsearch';
import { PREVIEW_DAYS } from '../../common/api';
import { parseSettings } from '../../common/settings/parse_settings';
import type { Settings } from '../../common/settings/settings';
import { addDays, type Day } from '../../common/time/day';
import { DEFAULT_SCOPE } from '../../server/app/basics';
import { NO_DECISIONS } from '../../server/app/deciding/decisions';
import { previewSettings } from '../../server/app/again';
import { ensureIndices } from '../../server/elastic/results';
import { createCountingPorts } from '../../server/wiring';
import { createSampleCluster, keepSampleCounts } from '../../standalone/demo';
import { memoryConnection } from '../../standalone/memory';
import { median } from './median';

type Print = (line: string) => void;

const ZONE = 'Europe/Vienna';
const LAST_DAY: Day = '2026-11-20';
const TRAINING_DAYS = 31;
const ROUNDS = 5;
const AIM_MS = 1_000;

function settingsWith(parts: object): Settings {
  const parsed = parseSettings({ zone: ZONE, ...parts });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  return parsed.settings;
}

/** What is proposed: another limit assesses once, another method assesses twice. */
const PROPOSED: readonly (readonly [name: string, parts: object])[] = [
  ['another limit', { calibrated: { score_limit: 12 } }],
  ['another method', { method: 'talk' }],
  ['fewer training days', { training: { days: 21 } }],
];

/**
 * Measures how long the preview of settings takes for the series of the sample logs: kept counts are
 * read from a cluster in memory, and 31 days are assessed by both settings.
 *
 * @param print takes one line at a time
 */
export async function benchPreview(print: Print): Promise<void> {
  const { signal } = new AbortController();
  const chosen = {
    // Of its own last day a sample keeps no counts.
    lastDay: addDays(LAST_DAY, 1),
    days: PREVIEW_DAYS + TRAINING_DAYS + 1,
    seed: 1,
    zone: ZONE,
  };
  const Connection = memoryConnection(createSampleCluster(chosen));
  const client = new Client({ node: 'http://memory', Connection });
  const present = settingsWith({});
  await ensureIndices(client, signal);
  await keepSampleCounts(client, present, chosen, DEFAULT_SCOPE, signal);
  const ports = {
    ...createCountingPorts(client, DEFAULT_SCOPE),
    clock: () => performance.now(),
  };
  const days = PREVIEW_DAYS;
  for (const [name, parts] of PROPOSED) {
    const proposed = settingsWith(parts);
    const request = { present, proposed, decisions: NO_DECISIONS, to: LAST_DAY, days };
    const times: number[] = [];
    let series = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const preview = await previewSettings({ ...request, patience: Infinity }, ports, signal);
      times.push(performance.now() - began);
      series = Math.max(...preview.days.map((day) => day.series));
    }
    const took = `${median(times).toFixed(0).padStart(5)} ms (best ${Math.min(...times).toFixed(0)}; aim: under ${AIM_MS.toLocaleString('en-US')})`;
    print(`  preview of ${days} days, ${series} series, ${name.padEnd(20)} ${took}`);
  }
  await client.close();
}
