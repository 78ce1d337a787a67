import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings/parse_settings';
import type { Settings, SettingsFile } from '../../common/settings/settings';
import { addDays, daysBefore, type Day } from '../../common/time/day';
import type { CountedDay } from '../../common/waveform/hours/source_day';
import type { CountingPorts } from '../../server/app/counting/counting_ports';
import { DEFAULT_SCOPE } from '../../server/app/basics/default_scope';
import { RunService } from '../../server/app/runs/run_service';
import { waitFor } from '../../server/app/basics/wait_for';
import { createAnalysisPorts } from '../../server/wiring/create_analysis_ports';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import { portsCounting } from '../fixtures/counts_fake_ports';
import { randomFrom, type Random } from '../generator/random';

export const HOST_SERIES = 1_000;
export const HOST_DAY: Day = '2026-11-18';
const ZONE = 'UTC';
const SOURCE = 'bench';
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** So many of the series have ten times their usual events in an hour. */
const UNUSUAL_EVERY = 20;
const UNUSUAL_HOUR = 15;

/** Nothing but the one source, which nobody counts: its numbers are drawn. */
const file: SettingsFile = {
  zone: ZONE,
  sources: [
    {
      id: SOURCE,
      name: 'Bench',
      index: 'bench-logs',
      subtype_fields: ['program'],
      tag: 'bench_outlier',
      wording: { code: 'program {subtype}', names: [] },
    },
  ],
};

export function settingsOfBench(): Settings {
  const parsed = parseSettings(file);
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const sources = parsed.settings.sources.filter(({ id }) => id === SOURCE);
  return { ...parsed.settings, sources };
}

/** Busy by day, quiet by night; from a few events a day to thousands. */
function meanOf(level: number, hour: number): number {
  return level * (1 + Math.sin(((hour - 6) / 24) * 2 * Math.PI)) + 0.2;
}

function drawHours(level: number, day: Day, series: number, random: Random): number[] {
  const isUnusual = day === HOST_DAY && series % UNUSUAL_EVERY === 0;
  return HOURS.map((hour) => {
    const factor = isUnusual && hour === UNUSUAL_HOUR ? 10 : 1;
    return random.negativeBinomial(meanOf(level, hour) * factor, 0.05);
  });
}

function drawDay(day: Day, howMany: number, random: Random): CountedDay {
  const series = new Map<string, readonly number[]>();
  for (let number = 0; number < howMany; number += 1) {
    const level = 0.5 * 1.007 ** (number % HOST_SERIES);
    series.set(`program-${number}`, drawHours(level, day, number, random));
  }
  const documents = [...series.values()].flat().reduce((sum, events) => sum + events, 0);
  const counts = { source: SOURCE, day, zone: ZONE, series, documents, without_subtype: 0 };
  return { state: 'known', origin: 'counted', counts };
}

function drawnCounting(howMany: number, trainingDays: number): CountingPorts {
  const random = randomFrom(1);
  const days = [HOST_DAY, ...daysBefore(HOST_DAY, trainingDays)];
  return portsCounting(days.map((day) => drawDay(day, howMany, random)));
}

/**
 * Analyzes a day of so many series whose counts are drawn, and stores its run, series and findings as
 * any other.
 */
export async function storeBenchDay(
  client: Client,
  signal: AbortSignal,
  howMany = HOST_SERIES,
): Promise<void> {
  await ensureIndices(client, signal);
  const settings = settingsOfBench();
  const now = (): Date => new Date(`${addDays(HOST_DAY, 1)}T06:00:00Z`);
  const options = { scope: DEFAULT_SCOPE, now, isTagging: false };
  const openCounting = () => drawnCounting(howMany, settings.training.days);
  const ports = { ...createAnalysisPorts(client, options), openCounting };
  const request = {
    day: HOST_DAY,
    scope: DEFAULT_SCOPE,
    settings,
    now: now(),
    attempt: randomUUID(),
    started_by: null,
    origin: 'command' as const,
  };
  const begun = await new RunService(now, waitFor).start(request, ports, signal);
  const run = await begun.done;
  if (run.series !== howMany) throw new Error(`the bench's day failed: ${run.error ?? ''}`);
}

/** The settings of the bench for the host: its zone tells which run is the day's. */
export const hostSettings = file;
