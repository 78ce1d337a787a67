import type { DataFolder } from './data_folder';
import { DOCUMENTS_NEED, NEW_INDEX_NEEDS } from './low_disk';

/** Elasticsearch's settings for one node on loopback, on free ports, with its data in `folder`. */
export function nodeSettings(folder: DataFolder): ReadonlyMap<string, string> {
  return new Map([
    ['cluster.name', 'logwave'],
    ['node.name', 'logwave'],
    ['path.data', folder.indices],
    ['path.logs', folder.logs],
    ['network.host', '127.0.0.1'],
    ['http.port', '0'],
    ['transport.port', '0'],
    ['discovery.type', 'single-node'],
    ['logger.level', 'warn'],
    // Years of daily indices have more shards than the default limit of 1,000 for one node.
    ['cluster.max_shards_per_node', '10000'],
    // By default, a disk that is 90 % full blocks new indices, however much space that leaves.
    ['cluster.routing.allocation.disk.watermark.low', '2gb'],
    ['cluster.routing.allocation.disk.watermark.high', `${NEW_INDEX_NEEDS}b`],
    ['cluster.routing.allocation.disk.watermark.flood_stage', `${DOCUMENTS_NEED}b`],
  ]);
}
