/** A block that keeps an index, or the cluster, from accepting a request. */
export interface IndexBlock {
  /** Undefined if the whole cluster is blocked. */
  readonly index: string | undefined;
  readonly phrase: string;
  /** Elasticsearch has set it because a disk is nearly full. */
  readonly is_for_disk: boolean;
}

/** As in `index [logs-1] blocked by: [FORBIDDEN/8/index write (api)];`. */
const BLOCK = /(?:index \[([^\]]*)\] )?blocked by: \[([A-Z_]+)\/(\d+)\/([^\]]*)\]/;
/** For example that of a cluster without a master. It passes. */
const GOES_BY = 'SERVICE_UNAVAILABLE';
const DISK_FULL = '12';

const PHRASES: ReadonlyMap<string, string> = new Map([
  ['4', 'closed'],
  ['5', 'read-only'],
  ['8', 'read-only'],
  [DISK_FULL, 'read-only while a disk is nearly full'],
]);

/**
 * Reads a block from Elasticsearch's error text.
 *
 * @param reason that of a `cluster_block_exception`
 * @returns what the index is, as in "read-only"; undefined for a block that passes, and without one
 */
export function indexBlockIn(reason: string): IndexBlock | undefined {
  const [, index, level, number = '', words = ''] = BLOCK.exec(reason) ?? [];
  if (level === undefined || level === GOES_BY) return undefined;
  const phrase = PHRASES.get(number) ?? `blocked (${words})`;
  return { index, phrase, is_for_disk: number === DISK_FULL };
}
