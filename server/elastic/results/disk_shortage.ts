import type { estypes } from '@elastic/elasticsearch';

type Explanation = Pick<
  estypes.ClusterAllocationExplainResponse,
  'index' | 'can_allocate' | 'node_allocation_decisions'
>;

const DISK = 'disk_threshold';
/** As in `having less than the minimum required [1gb] free space, actual free: [899.9mb]`. */
const SIZES = /less than the minimum required \[([^\]]+)\] free space, actual free: \[([^\]]+)\]/;

/**
 * Why an index is not allocated if free disk space is missing: a phrase without a final period;
 * undefined if there is another reason.
 *
 * @param explanation the answer of Elasticsearch's allocation explain API for the primary of a
 * shard
 */
export function diskShortageIn(explanation: Explanation): string | undefined {
  const { index, can_allocate: verdict, node_allocation_decisions: nodes = [] } = explanation;
  if (verdict !== 'no') return undefined;
  const deciders = nodes.flatMap((node) => node.deciders ?? []);
  const disk = deciders.find(({ decider, decision }) => decider === DISK && decision === 'NO');
  if (disk === undefined) return undefined;
  const [, needed, free] = SIZES.exec(disk.explanation) ?? [];
  const why =
    needed === undefined || free === undefined
      ? disk.explanation
      : `its disk has ${free} free, and a new index takes ${needed} at least`;
  return `Elasticsearch has no room for the index "${index}": ${why}`;
}

/** What to do about an index that is read-only because a disk is nearly full. */
export const FREE_SPACE = 'free some space on that disk, then try again';

/** The same for an index that no longer accepts documents. */
export function floodedWords(index: string): string {
  return `Elasticsearch has made the index "${index}" read-only, as it does when its disk is nearly full`;
}
