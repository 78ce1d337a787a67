import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { weekdayOf } from '../../../common/time';
import type { TwoCounts } from '../../../common/incidents';
import type { Random } from '../../generator/random';

/** As many programs as the logs of one hour have. */
const PROGRAMS = 12;
const LEAST_DAYS = 3;
/** Larger hours take long to draw, and are easier. */
const MOST_EVENTS = 20_000;
const LEAST_EVENTS = 20;
/** After so many hours that cannot be used, the days are taken to have none. */
const MOST_DRAWN = 10_000;

const caseSchema = z.object({
  type: z.string(),
  subtype: z.string(),
  date: z.string(),
  test: z.array(z.number().nullable()).length(24),
  train: z.array(z.object({ date: z.string(), counts: z.array(z.number().nullable()).length(24) })),
});
type RealCase = z.output<typeof caseSchema>;

/** One hour of real days: its events by program, today and on the same weekday before. */
export interface RealHour {
  readonly days: number;
  readonly programs: ReadonlyMap<string, TwoCounts>;
}

/**
 * Days of series, one JSON a line, as `logwave detect` reads them.
 *
 * @param path of a file, also one that gzip has compressed
 */
export async function readCases(path: string): Promise<RealCase[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => caseSchema.parse(JSON.parse(line)));
}

function countsAt({ date, test, train }: RealCase, hour: number): TwoCounts & { days: number } {
  const weekday = weekdayOf(date);
  const alike = train.filter((one) => weekdayOf(one.date) === weekday);
  const basis = alike.length >= LEAST_DAYS ? alike : train;
  const known = basis.flatMap(({ counts }) => counts[hour] ?? []);
  return {
    days: known.length,
    today: test[hour] ?? 0,
    training: known.reduce((sum, count) => sum + count, 0),
  };
}

/**
 * Draws an hour of some series of one log type, each a program.
 *
 * @throws Error where hardly any hour can be used
 */
export function drawRealHour(cases: readonly RealCase[], random: Random): RealHour {
  for (let drawn = 0; drawn < MOST_DRAWN; drawn += 1) {
    const { type } = random.pick(cases);
    const ofType = cases.filter((one) => one.type === type);
    const hour = random.whole(0, 23);
    const counted = Array.from({ length: PROGRAMS }, () => countsAt(random.pick(ofType), hour));
    const days = Math.min(...counted.map((one) => one.days));
    if (days < LEAST_DAYS) continue;
    const programs = new Map(
      counted.map(({ today, training, days: own }, place): [string, TwoCounts] => [
        `program${place}`,
        { today, training: Math.round((training * days) / own) },
      ]),
    );
    const all = [...programs.values()];
    const events = all.reduce((sum, { today, training }) => sum + today + training, 0);
    if (events < LEAST_EVENTS || events > MOST_EVENTS) continue;
    if (all.every(({ today }) => today === 0)) continue;
    return { days, programs };
  }
  throw new Error(
    `no hour of the given days has ${LEAST_EVENTS} to ${MOST_EVENTS} events, and ${LEAST_DAYS} days before it`,
  );
}
