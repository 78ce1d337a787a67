/** From fewer documents that should be in series, nothing follows. */
export const LEAST_EXPECTED = 3;
/** So much of what is missing in series came without the field instead. */
const LEAST_PART = 0.5;
/** In fewer hours, it may be a burst of other documents. */
export const LEAST_HOURS = 2;

/** Hours in which documents may have lost their field, and what is usual. Counts are by hour, 0 to 23. */
export interface SuspectedHours {
  /** Events that are in series. */
  readonly found: readonly number[];
  /** Documents that came without the field. */
  readonly without: readonly number[];
  /** Events in series in each hour of a mean day. */
  readonly expected: readonly number[];
  /** Documents that come without the field anyway. */
  readonly usualWithout: readonly number[];
  /** The first of the hours: the field may have vanished within it. */
  readonly from: number;
  /** How much of each hour is over: 0 to 1, up to 2 if the clock shows it twice, 0 if it skips it. */
  readonly over: readonly number[];
}

export function sumOf(hours: readonly number[]): number {
  return hours.reduce((sum, one) => sum + one, 0);
}

/** What documents without the field replace. */
interface Replaced {
  /** Events that are missing in series. */
  readonly missing: number;
  /** Documents without the field in their place. */
  readonly came: number;
  /** Hours in which these are at least half of those. */
  readonly hours: number;
}

/**
 * Whether about as many documents came without the field as are missing in series: in the hour within
 * which the field vanished, most may have come before. A burst has more, or comes beside hosts that
 * have about as many events as usual.
 */
function areAsMany(missing: number, excess: number): boolean {
  return (
    missing >= LEAST_EXPECTED && excess >= LEAST_PART * missing && missing >= LEAST_PART * excess
  );
}

function replacedIn({ found, without, expected, usualWithout, from, over }: SuspectedHours) {
  const sum = { missing: 0, came: 0, hours: 0 };
  let more = 0;
  for (const [hour, part] of over.entries()) {
    if (hour < from || part === 0) continue;
    const due = (expected[hour] ?? 0) * part;
    const missing = due - (found[hour] ?? 0);
    const excess = (without[hour] ?? 0) - (usualWithout[hour] ?? 0) * part;
    more += excess;
    if (missing <= 0) continue;
    // An hour in which most came as usual only has fewer events by chance.
    if (missing < due / 2 && !(hour === from && areAsMany(missing, excess))) continue;
    // More than one whole document for each that is missing are others.
    const came = Math.min(Math.max(0, excess), Math.ceil(missing));
    sum.missing += missing;
    sum.came += came;
    if (came > 0 && came >= LEAST_PART * missing) sum.hours += 1;
  }
  const replaced: Replaced = { ...sum, came: Math.min(sum.came, more) };
  return replaced;
}

/**
 * Whether the field vanished, and the series go on without it: documents without the field came
 * hour by hour in the place of those that are missing in series, at least half as many, in addition
 * to the usual ones. A burst of them in one hour replaces no more than what is missing in this hour.
 * If they were fewer, the series have fallen silent.
 */
export function isReplaced(hours: SuspectedHours): boolean {
  const { missing, came, hours: replaced } = replacedIn(hours);
  // In the first hours of a day, no more can be known.
  const least = Math.min(LEAST_HOURS, Math.max(1, Math.floor(sumOf(hours.over))));
  return missing >= LEAST_EXPECTED && came >= LEAST_PART * missing && replaced >= least;
}
