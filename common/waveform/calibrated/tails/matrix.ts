const { sqrt } = Math;

/** Levinson's recursion: the first row of the inverse is `first` ÷ the result. */
function predict(lags: Float64Array, first: Float64Array): number {
  first.fill(0);
  first[0] = 1;
  let rest = lags[0] ?? 1;
  for (let order = 1; order < lags.length; order += 1) {
    let sum = 0;
    for (let lag = 0; lag < order; lag += 1) sum += (first[lag] ?? 0) * (lags[order - lag] ?? 0);
    const reflection = -sum / rest;
    for (let low = 0; low <= order - low; low += 1) {
      const high = order - low;
      const left = first[low] ?? 0;
      const right = first[high] ?? 0;
      first[low] = left + reflection * right;
      first[high] = right + reflection * left;
    }
    rest *= 1 - reflection * reflection;
  }
  return rest;
}

/**
 * Inverts a symmetric Toeplitz matrix, whose entries depend only on their distance from the
 * diagonal: Levinson's recursion for the first row, Trench's (1964) for the rest.
 *
 * @param lags size numbers: the entries at distance 0, 1, 2 …; the first is 1, the matrix positive
 * definite
 * @param inverse where size × size numbers are written, row by row
 * @param first room for size numbers
 */
export function invertToeplitz(
  lags: Float64Array,
  inverse: Float64Array = new Float64Array(lags.length ** 2),
  first: Float64Array = new Float64Array(lags.length),
): Float64Array {
  const size = lags.length;
  const rest = predict(lags, first);
  for (let column = 0; column < size; column += 1) {
    inverse[column] = (first[column] ?? 0) / rest;
    inverse[column * size] = (first[column] ?? 0) / rest;
  }
  for (let row = 1; row < size; row += 1) {
    const own = (first[row] ?? 0) / rest;
    const mirrored = (first[size - row] ?? 0) / rest;
    for (let column = row; column < size; column += 1) {
      const change = own * (first[column] ?? 0) - mirrored * (first[size - column] ?? 0);
      const value = (inverse[(row - 1) * size + column - 1] ?? 0) + change;
      inverse[row * size + column] = value;
      inverse[column * size + row] = value;
    }
  }
  return inverse;
}

/**
 * Makes one of several numbers independent of the others, given the inverse of their correlations
 * alone (Schur's complement): its row and column become those of the unit matrix.
 *
 * @param inverse size × size numbers, row by row; changed in place
 */
export function makeIndependent(inverse: Float64Array, size: number, place: number): void {
  const start = place * size;
  const own = inverse[start + place] ?? 1;
  for (let row = 0; row < size; row += 1) {
    const factor = row === place ? 0 : (inverse[start + row] ?? 0) / own;
    if (factor === 0) continue;
    for (let column = 0; column < size; column += 1) {
      const at = row * size + column;
      inverse[at] = (inverse[at] ?? 0) - factor * (inverse[start + column] ?? 0);
    }
  }
  for (let other = 0; other < size; other += 1) {
    inverse[other * size + place] = 0;
    inverse[place * size + other] = 0;
  }
  inverse[place * size + place] = 1;
}

/** How many numbers a root with this many rows takes. */
export function rootSize(rows: number): number {
  return (rows * (rows + 1)) / 2;
}

/**
 * Adds a row to the root of a block of a matrix: the lower triangle L with L · Lᵀ = block
 * (Cholesky), its diagonal inverted.
 *
 * @param roots row by row from `place` on, 1 + 2 + … numbers; the rows before the last one exist
 * @param rows of the block, including the one that is written
 * @param matrix symmetric, size × size numbers, row by row; the block starts at `from`
 */
export function growRoot(
  roots: Float64Array,
  place: number,
  rows: number,
  matrix: Float64Array,
  size: number,
  from: number,
): void {
  const last = rows - 1;
  const start = place + (last * rows) / 2;
  const border = (from + last) * size + from;
  let rest = matrix[border + last] ?? 1;
  for (let column = 0; column < last; column += 1) {
    const other = place + (column * (column + 1)) / 2;
    let value = matrix[border + column] ?? 0;
    for (let at = 0; at < column; at += 1) {
      value -= (roots[start + at] ?? 0) * (roots[other + at] ?? 0);
    }
    value *= roots[other + column] ?? 1;
    roots[start + column] = value;
    rest -= value * value;
  }
  roots[start + last] = 1 / sqrt(rest);
}
