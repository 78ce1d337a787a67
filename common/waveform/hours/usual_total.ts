type Counts = readonly (number | null)[];

/** How exactly expected counts are stored. */
export const EXPECTED = { digits: 4, decimals: 2 };

/** The same number with few significant digits, which takes a third of the space. */
export function roundTo({ digits, decimals }: Readonly<typeof EXPECTED>, value: number): number {
  if (!Number.isFinite(value)) return value;
  // Most are counts that have few digits anyway. Adding 0 makes 0 of −0, as rounding does.
  if (Number.isInteger(value) && Math.abs(value) < 10 ** digits) return value + 0;
  const precise = Number(value.toPrecision(digits));
  // So large a number has no further decimals.
  if (Math.abs(value) >= 10 ** (digits - decimals - 1)) return precise;
  return Number(precise.toFixed(decimals));
}

/**
 * The usual number of events of a day, in the hours that are known of it. It is the sum of the hours
 * as they are stored, so that it is the same number before and after a day is stored.
 */
export function usualTotal(today: Counts, usual: Counts): number {
  const total = usual.reduce<number>((sum, count, hour) => {
    return (today[hour] ?? null) === null ? sum : sum + roundTo(EXPECTED, count ?? 0);
  }, 0);
  return Number(total.toFixed(EXPECTED.decimals));
}
