/** The frame of a drawing, and how much of it stays free above and below. */
export interface CountFrame {
  readonly height: number;
  readonly above: number;
  readonly below: number;
  /** The count that reaches the top. */
  readonly top: number;
  /** Whether heights are square roots: rows of very different size share one scale then. */
  readonly isRoot?: boolean;
}

/** Counts as heights, from zero on. */
export interface CountScale {
  /** Where a count lies, from the upper edge. */
  readonly y: (count: number) => number;
  /** The line of zero. */
  readonly base: number;
}

/** Makes the scale of counts; what is above the top stays at the top. */
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
