import knownMinors from '../../kibana_versions.json';
import type { Services } from '../wiring';

/**
 * How well the plugin is tested in a version of Kibana: we ran it there, hold it to what we read of
 * that minor version, or know nothing of it.
 *
 * @param version all three numbers
 */
export function testedIn(version: string): Services['host']['tested'] {
  const row = knownMinors.find(({ minor }) => version.startsWith(`${minor}.`));
  if (row === undefined) return 'unknown';
  const wasRun: readonly string[] = row.run;
  return wasRun.includes(version) ? 'run' : 'facts';
}
