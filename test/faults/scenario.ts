import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings/parse_settings';
import type { Settings } from '../../common/settings/settings';
import { daysBefore, type Day } from '../../common/time/day';
import type { Run } from '../../server/app/runs/run';
import { RunService } from '../../server/app/runs/run_service';
import { createAnalysisPorts } from '../../server/wiring/create_analysis_ports';

/** Three series over eight days, of which the last is tested: small, and with something to tag. */
export const DAY: Day = '2026-11-20';
const TRAINING_DAYS = 7;
export const SERIES = ['5', '6', '7'] as const;
const ANALYZED_AT = Date.parse('2026-11-21T06:00Z');
/** By then a run without a sign of life counts as failed. */
export const LATER_MS = 120_000;

interface LogLine {
  readonly index: string;
  readonly id: string;
  readonly source: Readonly<Record<string, unknown>>;
}

/** Events of a series in an hour: a few each hour, and far more at one hour of the tested day. */
function eventsIn(day: Day, series: number, hour: number): number {
  const isLoud = day === DAY && hour === 10 + series;
  const usual = hour % 6 === series ? 1 : 0;
  return isLoud ? 12 : usual;
}

/** The documents of the scenario; some have tags already, as a list, one value, or none. */
export function makeLogs(prefix: string): LogLine[] {
  const tags = [undefined, 'seen', ['seen', 'kept']];
  return [DAY, ...daysBefore(DAY, TRAINING_DAYS)].flatMap((day) =>
    SERIES.flatMap((severity, series) =>
      Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) =>
        Array.from({ length: eventsIn(day, series, hour) }, (_, place): LogLine => {
          const time = `${day}T${String(hour).padStart(2, '0')}:00:${String(place).padStart(2, '0')}Z`;
          const tag = tags[place % tags.length];
          const tagged = tag === undefined ? {} : { tags: tag };
          return {
            index: `${prefix}${day}`,
            id: `${severity}-${day}-${hour}-${place}`,
            source: { '@timestamp': time, type: 'syslog', severity, ...tagged },
          };
        }),
      ),
    ),
  );
}

/** The settings under which the scenario is analyzed. */
export function scenarioSettings(prefix: string): Settings {
  const parsed = parseSettings({
    zone: 'UTC',
    method: 'talk',
    training: { days: TRAINING_DAYS },
    sources: [{ id: 'syslog', index: `${prefix}*`, subtype_fields: ['severity'] }],
  });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const sources = parsed.settings.sources.filter(({ id }) => id === 'syslog');
  return { ...parsed.settings, sources };
}

/** No looks in between, so that the calls of a run are the same each time. */
const neverLook = (_milliseconds: number, over: AbortSignal): Promise<void> =>
  new Promise((_resolve, reject) =>
    over.addEventListener('abort', () => reject(new Error('over'))),
  );

/** An analysis in a process of its own, as it were: it can be killed. */
export interface Attempt {
  /** How the run ended; undefined if it did not even begin. */
  readonly done: Promise<Run | undefined>;
  /** What a killed process does: nothing more. */
  readonly kill: () => void;
}

/** Analyzes and tags the tested day. */
export function attempt(client: Client, prefix: string, scope: string, delayMs = 0): Attempt {
  const settings = scenarioSettings(prefix);
  const now = (): Date => new Date(ANALYZED_AT + delayMs);
  const service = new RunService(now, neverLook);
  const killed = new AbortController();
  const ports = createAnalysisPorts(client, { scope, now, isTagging: true });
  const request = {
    day: DAY,
    scope,
    settings,
    now: now(),
    attempt: randomUUID(),
    started_by: null,
    origin: 'command' as const,
  };
  const run = async (): Promise<Run | undefined> => {
    try {
      const begun = await service.start(request, ports, killed.signal);
      killed.signal.addEventListener('abort', () => service.stop(begun.run_id));
      if (killed.signal.aborted) service.stop(begun.run_id);
      return await begun.done;
    } catch (error) {
      if (killed.signal.aborted) return undefined;
      throw error;
    }
  };
  return { done: run(), kill: () => killed.abort() };
}
