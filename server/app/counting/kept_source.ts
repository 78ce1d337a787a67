import type { Source } from '../../../common/sources';
import type { Day } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import type { CountingPorts, KeptDays } from './counting_ports';

/** The ports for reading kept counts. No log is searched. */
export type KeptPorts = Pick<CountingPorts, 'missingRights' | 'readKept'>;

/** The same of one series: what is kept of all others comes as one. */
export interface KeptSeriesPorts extends Pick<CountingPorts, 'missingRights'> {
  /** @param key of the series; null if only the whole source is wanted */
  readKeptSeries(
    source: Source,
    zone: string,
    key: string | null,
    days: readonly Day[],
    signal: AbortSignal,
  ): Promise<KeptDays>;
}

/** Counts that earlier runs have kept of a source, and why there are none that may be used. */
export interface KeptSource {
  readonly days: ReadonlyMap<Day, SourceDay>;
  /** In a sentence; null if there is no obstacle. */
  readonly problem: string | null;
}

/**
 * Reads the kept counts of a source on some days. As in counting, they are not used if a privilege
 * is missing: they may contain more than this user may read.
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
