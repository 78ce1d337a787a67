import type { Client } from '../client';
import type { IndexGroup } from '../../app/counting';
import type { SampledLines } from '../../app/showing';
import { IncompleteAnswer, patiently, searchGap } from '../asking';
import { totalOf } from './fetch_documents_summary';
import { flattenFields } from './flatten_fields';
import { getDocumentsQuery, type WantedDocuments } from './get_documents_query';

/** How many lines are read of each side. */
const SAMPLE = 500;
/** The same lines each time, while the indices stay the same. */
const SEED = 1;
const TEXTS = ['message', 'event.original'];

function messageOf(document: unknown): string | undefined {
  const fields = new Map(flattenFields(document));
  return TEXTS.flatMap((name) => fields.get(name) ?? [])[0];
}

/**
 * Reads a random sample of the messages of a series in some ranges of time. Documents without a
 * message give no line.
 *
 * @param groups the indices of the source
 * @throws IncompleteAnswer, and the client's errors
 */
export async function fetchSampledLines(
  client: Client,
  wanted: WantedDocuments,
  groups: readonly IndexGroup[],
  signal: AbortSignal,
): Promise<SampledLines> {
  const usable = groups.filter(({ unusable }) => unusable === null);
  if (usable.length === 0 || wanted.ranges.length === 0) return { lines: [], events: 0 };
  const request = {
    index: usable.map(({ index }) => index).join(','),
    ignore_unavailable: true,
    size: SAMPLE,
    track_total_hits: true,
    _source: TEXTS,
    query: {
      function_score: {
        query: getDocumentsQuery(wanted, usable),
        random_score: { seed: SEED, field: '_seq_no' },
        boost_mode: 'replace' as const,
      },
    },
  };
  const answer = await patiently(() => client.search<unknown>(request, { signal }), signal);
  const gap = searchGap(answer);
  if (gap !== null) throw new IncompleteAnswer(gap);
  const lines = answer.hits.hits.flatMap(({ _source: document }) => messageOf(document) ?? []);
  return { lines, events: totalOf(answer.hits) };
}
