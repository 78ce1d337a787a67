/** The frame of a drawing, and how much of it stays free at the top and bottom. */
export interface CountFrame {
  readonly height: number;
  readonly above: number;
  readonly below: number;
  /** The count that reaches the top. */
  readonly top: number;
  /** Whether heights are square roots, so that rows of very different size can share one scale. */
  readonly isRoot?: boolean;
}

/** Counts as heights, from zero. */
export interface CountScale {
  /** The position of a count, from the upper edge. */
  readonly y: (count: number) => number;
  /** The line of zero. */
  readonly base: number;
}

/** Makes the scale of counts. Higher counts than the top are drawn at the top. */
export function countScale(frame: CountFrame): CountScale {
  const { height, above, below, top, isRoot = false } = frame;
  const base = height - below;
  const reach = base - above;
  return {
    base,
    y: (count) => {
      const share = Math.min(count, top) / top;
      return base - reach * (isRoot ? Math.sqrt(share) : share);
    },
  };
}
