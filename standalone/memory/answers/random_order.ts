import type { Stored } from '../stored';
import { jsonOf, UnknownRequest } from '../request';

/** Odd constants without a pattern in their bits: of the finalizer of MurmurHash3, by A. Appleby. */
const FIRST = 0x85_eb_ca_6b;
const SECOND = 0xc2_b2_ae_35;

function mixed(seed: number, ordinal: number): number {
  let bits = Math.imul(seed ^ Math.imul(ordinal + 1, FIRST), SECOND);
  bits = Math.imul(bits ^ (bits >>> 16), FIRST);
  bits = Math.imul(bits ^ (bits >>> 13), SECOND);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * Documents in the order of a query's `random_score`: the same for the same seed; unchanged if the
 * query has none.
 *
 * @throws UnknownRequest if the score has no seed, as no other order is the same each time
 */
export function inRandomOrder(documents: readonly Stored[], query: unknown): readonly Stored[] {
  const score = jsonOf(jsonOf(query)['function_score'])['random_score'];
  if (score === undefined) return documents;
  const seed = Number(jsonOf(score)['seed']);
  if (!Number.isInteger(seed)) throw new UnknownRequest('a random_score without a seed');
  const keyed = documents.map((document) => ({ document, key: mixed(seed, document.ordinal) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ document }) => document);
}
