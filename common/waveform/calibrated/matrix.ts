/**
 * Inverts a symmetric positive definite matrix by Gauss and Jordan, in place of a copy.
 *
 * @param matrix size × size numbers, row by row
 */
export function invert(matrix: Float64Array, size: number): Float64Array {
  const work = matrix.slice();
  for (let pivot = 0; pivot < size; pivot += 1) {
    const scale = 1 / (work[pivot * size + pivot] ?? 1);
    work[pivot * size + pivot] = 1;
    for (let column = 0; column < size; column += 1) {
      work[pivot * size + column] = (work[pivot * size + column] ?? 0) * scale;
    }
    for (let row = 0; row < size; row += 1) {
      const factor = work[row * size + pivot] ?? 0;
      if (row === pivot || factor === 0) continue;
      work[row * size + pivot] = 0;
      for (let column = 0; column < size; column += 1) {
        const at = row * size + column;
        work[at] = (work[at] ?? 0) - factor * (work[pivot * size + column] ?? 0);
      }
    }
  }
  return work;
}
