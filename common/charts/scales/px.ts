/** A coordinate with one decimal: finer is not seen, and paths stay short. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
