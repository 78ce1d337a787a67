import type { Judgment } from '../../../common/marks';
import { subtypeKey } from '../basics';

const NOTHING: readonly Judgment[] = [];

/**
 * The judgments of the series of a source.
 *
 * @returns the judgments of a subtype; for null those about the whole source
 */
export function judgmentsOf(
  source: string,
  judgments: readonly Judgment[],
): (subtype: string | null) => readonly Judgment[] {
  const bySubtype = new Map<string | null, Judgment[]>();
  for (const judgment of judgments) {
    if (judgment.source !== source) continue;
    const key = judgment.subtype === null ? null : subtypeKey(judgment.subtype);
    const others = bySubtype.get(key);
    if (others === undefined) bySubtype.set(key, [judgment]);
    else others.push(judgment);
  }
  if (bySubtype.size === 0) return () => NOTHING;
  return (subtype) => bySubtype.get(subtype === null ? null : subtypeKey(subtype)) ?? NOTHING;
}
