/** A text and the height at which it should be. */
export interface HeightWish {
  readonly y: number;
  /** The height that it needs. */
  readonly height: number;
}

/**
 * Moves labels apart vertically, each as little as possible, within a frame.
 *
 * @param wishes by their height, the uppermost first; `y` is the middle of each
 * @param bottom the lowest edge of the last one
 * @returns the middle of each
 */
export function spreadLabels(wishes: readonly HeightWish[], bottom: number): number[] {
  const placed: number[] = [];
  let free = -Infinity;
  for (const { y, height } of wishes) {
    const at = Math.max(y, free + height / 2);
    placed.push(at);
    free = at + height / 2;
  }
  let limit = bottom;
  for (let index = wishes.length - 1; index >= 0; index -= 1) {
    const half = (wishes[index]?.height ?? 0) / 2;
    placed[index] = Math.min(placed[index] ?? 0, limit - half);
    limit = (placed[index] ?? 0) - half;
  }
  return placed;
}
