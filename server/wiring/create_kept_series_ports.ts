import type { Client } from '../elastic/client';
import { countsOwner, type ClosedPorts, type KeptSeriesPorts } from '../app/counting';
import { readKeptSeries } from '../elastic/counting';
import { createCountingPorts } from './create_counting_ports';

/** What was kept of single series, by one Elasticsearch client, for a scope. */
export function createKeptSeriesPorts(
  client: Client,
  scope: string,
): KeptSeriesPorts & ClosedPorts {
  return {
    ...createCountingPorts(client, scope),
    readKeptSeries: (source, zone, key, days, signal) =>
      readKeptSeries(client, countsOwner(source, zone, scope), key, days, signal),
  };
}
