import knownMinors from '../../kibana_versions.json';
import type { Services } from '../wiring';

/**
 * How well the plugin is tested in a version of Kibana: it was run there, it is compatible by
 * documented facts about that minor version, or nothing is known.
 *
 * @param version all three numbers
 */
export function testedIn(version: string): Services['host']['tested'] {
  const row = knownMinors.find(({ minor }) => version.startsWith(`${minor}.`));
  if (row === undefined) return 'unknown';
  const wasRun: readonly string[] = row.run;
  return wasRun.includes(version) ? 'run' : 'facts';
}
