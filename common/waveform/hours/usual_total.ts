type Counts = readonly (number | null)[];

/** How exactly expected counts are stored. */
export const EXPECTED = { digits: 4, decimals: 2 };

/** The same number with few significant digits, which takes a third of the space. */
export function roundTo({ digits, decimals }: Readonly<typeof EXPECTED>, value: number): number {
  if (!Number.isFinite(value)) return value;
  return Number(Number(value.toPrecision(digits)).toFixed(decimals));
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
