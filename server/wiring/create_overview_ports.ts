import type { Client } from '../elastic/client';
import type { OverviewPorts } from '../app/runs';
import { fetchDocumentsOnce, fetchFittingSources, fetchStoredFields } from '../elastic/counting';
import { fetchSharedIndices } from '../elastic/indices';

/** The questions about a day that concern several sources, in the name of one client's user. */
export function createOverviewPorts(client: Client): OverviewPorts {
  return {
    documentsOnce: (sources, day, signal) => fetchDocumentsOnce(client, sources, day, signal),
    sharedIndices: (sources, signal) => fetchSharedIndices(client, sources, signal),
    fittingSources: (sources, day, signal) => fetchFittingSources(client, sources, day, signal),
    storedFields: (source, fields, day, signal) =>
      fetchStoredFields(client, source, fields, day, signal),
  };
}
