import { gOfCounts } from '../../../common/incidents';
import { greatest } from '../../../common/lists';

/** How often each value of a field was counted. */
export interface FieldCounts {
  readonly field: string;
  readonly counts: ReadonlyMap<string, number>;
  /** About how many values it has in all; 0 or absent if these are all of them. */
  readonly different?: number;
}

/** How many different values a field has on the tested day. */
export interface DifferentValues {
  readonly count: number;
  /** False if the count is an estimate. */
  readonly is_exact: boolean;
  /** Those of them that no training day has; null if not all were looked for. */
  readonly not_seen: number | null;
}

/** A field with its values, the tested day compared with a usual day. */
export interface TopField {
  readonly field: string;
  readonly different: DifferentValues;
  /** Some of them, and values of the training days. */
  readonly values: readonly {
    readonly value: string;
    readonly today: number;
    readonly usual: number;
  }[];
}

const NONE: ReadonlyMap<string, number> = new Map();

function addUp(parts: readonly FieldCounts[]): Map<string, Map<string, number>> {
  const sums = new Map<string, Map<string, number>>();
  for (const { field, counts } of parts) {
    const sum = sums.get(field) ?? new Map<string, number>();
    for (const [value, count] of counts) sum.set(value, (sum.get(value) ?? 0) + count);
    sums.set(field, sum);
  }
  return sums;
}

/** Of several groups of indices, the values that are counted are different for sure. */
function differentOf(
  parts: readonly FieldCounts[],
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): DifferentValues {
  const counted = [...now].filter(([, count]) => count > 0).map(([value]) => value);
  const estimate = greatest([0, ...parts.map(({ different = 0 }) => different)]);
  if (estimate > 0) {
    return { count: Math.max(estimate, counted.length), is_exact: false, not_seen: null };
  }
  const fresh = counted.filter((value) => (before.get(value) ?? 0) === 0);
  return { count: counted.length, is_exact: true, not_seen: fresh.length };
}

/** A value with how unlikely its change is by chance. */
interface Ranked {
  readonly value: string;
  readonly today: number;
  readonly usual: number;
  readonly g: number;
}

function byChance(a: Ranked | undefined, b: Ranked | undefined): number {
  return (b?.g ?? 0) - (a?.g ?? 0) || (b?.today ?? 0) - (a?.today ?? 0);
}

/**
 * With more values than these, each of one event, a field is an event number and says nothing about
 * the events.
 */
const MOST_SINGLE = 3;

/**
 * A field with one value in all events, or with another in each event, is described by one
 * sentence.
 */
function tellsSomething({ values }: Pick<TopField, 'values'>): boolean {
  if (values.length <= MOST_SINGLE) return values.length > 1;
  return values.some(({ today, usual }) => today > 1 || usual > 1);
}

/**
 * Compares the values of the tested day with those of the training days. The value whose rise or
 * fall is least likely by chance comes first (the G-test on two counts), and so does its field.
 * Without training days, the most frequent value does. Fields with one value, or with a different
 * one in each event, come last.
 *
 * @param days how many training days were counted; their sums are divided by it
 * @param most how many values of a field are returned
 */
export function mergeTopFields(
  today: readonly FieldCounts[],
  training: readonly FieldCounts[],
  days: number,
  most: number,
): TopField[] {
  const [now, before] = [addUp(today), addUp(training)];
  const fields = [...new Set([...now.keys(), ...before.keys()])].map((field) => {
    const values = new Set([
      ...(now.get(field)?.keys() ?? []),
      ...(before.get(field)?.keys() ?? []),
    ]);
    const compared = [...values].map((value): Ranked => {
      const counts = {
        today: now.get(field)?.get(value) ?? 0,
        training: before.get(field)?.get(value) ?? 0,
      };
      const usual = counts.training / Math.max(1, days);
      return { value, today: counts.today, usual, g: gOfCounts(counts, days) };
    });
    const different = differentOf(
      today.filter((part) => part.field === field),
      now.get(field) ?? NONE,
      before.get(field) ?? NONE,
    );
    return { field, different, values: compared.sort(byChance).slice(0, most) };
  });
  const rank = (field: Pick<TopField, 'values'>): number => (tellsSomething(field) ? 0 : 1);
  fields.sort((a, b) => rank(a) - rank(b) || byChance(a.values[0], b.values[0]));
  return fields.map(({ field, different, values }) => ({
    field,
    different,
    values: values.map(({ value, today: count, usual }) => ({ value, today: count, usual })),
  }));
}
