import { randomUUID } from 'node:crypto';
import { DEFAULT_SCOPE } from '../app/basics';
import type { Settings } from '../../common/settings';
import type { Day } from '../../common/time';
import type { RunOrigin, RunPorts, RunRequest } from '../app/runs';
import { createAnalysisPorts } from './create_analysis_ports';
import { describeError } from './describe_error';
import type { Caller } from './caller';
import type { Services } from './services';

/**
 * The services for a run of the caller. The run continues in the caller's name after the answer.
 */
export function analysisPorts(
  { client }: Pick<Caller, 'client'>,
  { now, log }: Pick<Services, 'now' | 'log'>,
  isTagging: boolean,
): RunPorts {
  const ports = createAnalysisPorts(client, {
    scope: DEFAULT_SCOPE,
    now,
    isTagging,
    isWatching: true,
  });
  const { keepSilences } = ports;
  return {
    ...ports,
    keepSilences: async (run, settings, hosts, signal) => {
      if (keepSilences === undefined) throw new Error('the ports do not look at silence');
      try {
        return await keepSilences(run, settings, hosts, signal);
      } catch (error) {
        if (!signal.aborted) log.warn(`looking for silence failed: ${describeError(error)}`);
        throw error;
      }
    },
    onFailed: ({ day }, error) => log.error(`analyzing ${day} failed: ${describeError(error)}`),
  };
}

/** A new attempt at a day. */
export function runRequest(
  day: Day,
  settings: Settings,
  { name }: Pick<Caller, 'name'>,
  origin: RunOrigin,
  now: Date,
): RunRequest {
  const asked = { settings, started_by: name, origin, is_replacing: origin === 'user' };
  return { day, scope: DEFAULT_SCOPE, now, attempt: randomUUID(), ...asked };
}
