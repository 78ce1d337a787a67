import type { Client } from '../../server/elastic/client';
import type { Settings } from '../../common/settings';
import { countsOwner } from '../../server/app/counting';
import { hostSource } from '../../server/app/silence';
import { keepCounts } from '../../server/elastic/counting';
import { LOG_INDICES } from '../ingest';
import { countSample } from '../sample';
import { sampleDays, type SampleChosen } from './sample_cluster';

/** As for ingested logs: silence is assessed by host as well. */
const HOST_FIELD = 'host';

/**
 * Stores the counts of all days of a sample except the last, as runs of earlier mornings would have
 * done, so that analyzing the last day only counts that day.
 *
 * @throws Error if they cannot be stored
 */
export async function keepSampleCounts(
  client: Client,
  { sources }: Settings,
  chosen: SampleChosen,
  scope: string,
  signal: AbortSignal,
): Promise<void> {
  const enabled = sources.filter((source) => source.enabled && source.index === LOG_INDICES);
  const counted = [...enabled, ...enabled.map((source) => hostSource([source], HOST_FIELD))];
  const [, ...earlier] = sampleDays(chosen);
  const countedAt = new Date();
  for (const aged of earlier) {
    const days = countSample(counted, aged, chosen);
    for (const [place, source] of counted.entries()) {
      const counts = days[place];
      if (counts === undefined) continue;
      const owner = countsOwner(source, chosen.zone, scope);
      const problem = await keepCounts(client, owner, [counts], countedAt, signal);
      if (problem !== null) throw new Error(problem);
    }
  }
}
