import type { Source } from '../../../common/sources';
import type { Day } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import type { CountingPorts } from './counting_ports';

/** What reading kept counts needs from the outside; no log is searched. */
export type KeptPorts = Pick<CountingPorts, 'missingRights' | 'readKept'>;

/** Counts that earlier runs have kept of a source, and why there are none that may be used. */
export interface KeptSource {
  readonly days: ReadonlyMap<Day, SourceDay>;
  /** In a sentence; null where nothing is in the way. */
  readonly problem: string | null;
}

/**
 * Reads what was kept of a source on some days. Kept counts are left alone where a privilege is
 * missing, as when counting: they may hold more than this user may read.
 *
 * @throws what the ports throw
 */
export async function readKeptSource(
  source: Source,
  zone: string,
  days: readonly Day[],
  ports: KeptPorts,
  signal: AbortSignal,
): Promise<KeptSource> {
  const missing = await ports.missingRights(source, signal);
  if (missing.length > 0) return { days: new Map(), problem: missing.join('; ') };
  return ports.readKept(source, zone, days, signal);
}
