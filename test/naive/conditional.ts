/** Solves A·x = b by Gauss's elimination with pivots, without any thought for speed. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column);
    const best = below.reduce((a, b) =>
      Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a,
    );
    rows[rows.indexOf(best)] = rows[column] ?? best;
    rows[column] = best;
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / (best[column] ?? 1);
      for (let at = column; at <= size; at += 1)
        row[at] = (row[at] ?? 0) - factor * (best[at] ?? 0);
    }
  }
  const solution = Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const known = rows[row] ?? [];
    let rest = known[size] ?? 0;
    for (let at = row + 1; at < size; at += 1) rest -= (known[at] ?? 0) * (solution[at] ?? 0);
    solution[row] = rest / (known[row] ?? 1);
  }
  return solution;
}

/** What some of several normal numbers are expected to be, and how they vary, once the others are known. */
export interface Conditional {
  readonly means: readonly number[];
  /** Row by row. */
  readonly covariance: readonly number[];
}

/**
 * Regression by its textbook formula: means Σ₁₂ Σ₂₂⁻¹ z₂, covariance Σ₁₁ − Σ₁₂ Σ₂₂⁻¹ Σ₂₁.
 *
 * @param correlation of two of the numbers, by their places
 * @param block places that are asked for
 */
export function naiveConditional(
  correlation: (a: number, b: number) => number,
  z: readonly number[],
  block: readonly number[],
): Conditional {
  const rest = z.map((_, place) => place).filter((place) => !block.includes(place));
  const among = rest.map((a) => rest.map((b) => correlation(a, b)));
  const weightsOf = (place: number): number[] =>
    solve(
      among,
      rest.map((other) => correlation(place, other)),
    );
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  return {
    means: block.map((place) =>
      dot(
        weightsOf(place),
        rest.map((other) => z[other] ?? 0),
      ),
    ),
    covariance: block.flatMap((a) =>
      block.map(
        (b) =>
          correlation(a, b) -
          dot(
            weightsOf(a),
            rest.map((other) => correlation(other, b)),
          ),
      ),
    ),
  };
}
