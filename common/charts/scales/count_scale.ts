/** The frame of a drawing, and how much of it stays free above and below. */
export interface CountFrame {
  readonly height: number;
  readonly above: number;
  readonly below: number;
  /** The count that reaches the top. */
  readonly top: number;
}

/** Counts as heights: linear, from zero on. */
export interface CountScale {
  /** Where a count lies, from the upper edge. */
  readonly y: (count: number) => number;
  /** The line of zero. */
  readonly base: number;
}

/** Makes the scale of counts; what is above the top stays at the top. */
export function countScale({ height, above, below, top }: CountFrame): CountScale {
  const base = height - below;
  const reach = base - above;
  return { base, y: (count) => base - (reach * Math.min(count, top)) / top };
}
