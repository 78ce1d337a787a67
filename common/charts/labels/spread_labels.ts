/** A text that wants to stand at a height. */
export interface HeightWish {
  readonly y: number;
  /** How much height it takes. */
  readonly height: number;
}

/**
 * Moves texts apart that stand below one another, each as little as need be, within a frame.
 *
 * @param wishes by their height, the uppermost first; `y` is the middle of each
 * @param bottom where the last one has to end
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
