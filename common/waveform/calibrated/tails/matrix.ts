/** Levinson's recursion: the first row of the inverse is `first` ÷ `rest`. */
function predictor(lags: Float64Array): { readonly first: Float64Array; readonly rest: number } {
  const first = new Float64Array(lags.length);
  first[0] = 1;
  let rest = lags[0] ?? 1;
  for (let order = 1; order < lags.length; order += 1) {
    let sum = 0;
    for (let lag = 0; lag < order; lag += 1) sum += (first[lag] ?? 0) * (lags[order - lag] ?? 0);
    const reflection = -sum / rest;
    for (let [low, high] = [0, order]; low <= high; low += 1, high -= 1) {
      const [left, right] = [first[low] ?? 0, first[high] ?? 0];
      first[low] = left + reflection * right;
      first[high] = right + reflection * left;
    }
    rest *= 1 - reflection * reflection;
  }
  return { first, rest };
}

/**
 * Inverts a symmetric Toeplitz matrix, whose entries depend only on how far from the diagonal they
 * stand: Levinson's recursion for the first row, Trench's (1964) for the rest.
 *
 * @param lags size numbers: the entries at distance 0, 1, 2 …; the first is 1, the matrix positive definite
 * @returns size × size numbers, row by row
 */
export function invertToeplitz(lags: Float64Array): Float64Array {
  const size = lags.length;
  const { first, rest } = predictor(lags);
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    inverse[column] = (first[column] ?? 0) / rest;
    inverse[column * size] = (first[column] ?? 0) / rest;
  }
  for (let row = 1; row < size; row += 1) {
    const [own, mirrored] = [(first[row] ?? 0) / rest, (first[size - row] ?? 0) / rest];
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

/**
 * Inverts a block of `rows` rows, given the inverse of its first `rows` − 1, which stands right
 * before it (bordering).
 *
 * @param inverses where the rows × rows numbers are written, from `place` on
 * @param matrix symmetric, size × size numbers, row by row; the block stands from `from` on
 */
export function growInverse(
  inverses: Float64Array,
  place: number,
  rows: number,
  matrix: Float64Array,
  size: number,
  from: number,
): void {
  const known = rows - 1;
  const smaller = place - known * known;
  const last = place + known * rows;
  const border = (from + known) * size + from;
  let rest = matrix[border + known] ?? 1;
  for (let row = 0; row < known; row += 1) {
    let sum = 0;
    for (let column = 0; column < known; column += 1) {
      sum += (inverses[smaller + row * known + column] ?? 0) * (matrix[border + column] ?? 0);
    }
    inverses[last + row] = sum;
    rest -= sum * (matrix[border + row] ?? 0);
  }
  for (let row = 0; row < known; row += 1) {
    const share = (inverses[last + row] ?? 0) / rest;
    for (let column = 0; column < known; column += 1) {
      const other = inverses[last + column] ?? 0;
      inverses[place + row * rows + column] =
        (inverses[smaller + row * known + column] ?? 0) + share * other;
    }
    inverses[place + row * rows + known] = -share;
  }
  for (let row = 0; row < known; row += 1) {
    inverses[last + row] = inverses[place + row * rows + known] ?? 0;
  }
  inverses[last + known] = 1 / rest;
}
