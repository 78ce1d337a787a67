import type { Client } from '../elastic/client';
import type { ExplainingPorts } from '../app/explaining';
import { fetchPairCounts, valueCounter } from '../elastic/explaining';
import { fetchIncidents } from '../elastic/results';

/** The ports for explaining findings, in the name of one client's user, for one analysis. */
export function createExplainingPorts(client: Client): ExplainingPorts {
  return {
    earlierIncidents: (runId, signal) => fetchIncidents(client, runId, signal),
    countPairs: (pairs, signal) => fetchPairCounts(client, pairs, signal),
    countValues: valueCounter(client),
  };
}
