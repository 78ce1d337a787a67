import { growRoot, invertToeplitz, makeIndependent, rootSize } from './matrix';

const SIZE = 8;
const lags = Float64Array.from({ length: SIZE }, (_, gap) =>
  gap === 0 ? 1 : 0.15 + 0.5 * 0.6 ** gap,
);

type Entry = (row: number, column: number) => number;

const entryOf =
  (matrix: Float64Array, size: number): Entry =>
  (row, column) =>
    matrix[row * size + column] ?? NaN;

const correlation: Entry = (row, column) => lags[Math.abs(row - column)] ?? NaN;

/** How far a product is from the unit matrix, worked out entry by entry. */
function distanceFromUnit(a: Entry, b: Entry, size: number): number {
  let distance = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let sum = row === column ? -1 : 0;
      for (let at = 0; at < size; at += 1) sum += a(row, at) * b(at, column);
      distance = Math.max(distance, Math.abs(sum));
    }
  }
  return distance;
}

describe('the inverse of a Toeplitz matrix', () => {
  it('times the matrix is the unit matrix', () => {
    const inverse = entryOf(invertToeplitz(lags), SIZE);
    expect(distanceFromUnit(correlation, inverse, SIZE)).toBeLessThan(1e-12);
  });

  it('is symmetric to the last digit', () => {
    const inverse = entryOf(invertToeplitz(lags), SIZE);
    for (let row = 0; row < SIZE; row += 1) {
      for (let column = 0; column < row; column += 1) {
        expect(inverse(row, column)).toBe(inverse(column, row));
      }
    }
  });

  it('holds for numbers that are independent, and for one alone', () => {
    const unit = invertToeplitz(Float64Array.of(1, 0, 0));
    expect(Array.from(unit, Math.abs)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(Array.from(invertToeplitz(Float64Array.of(1)))).toEqual([1]);
  });
});

describe('a number made independent', () => {
  it('leaves the inverse of what the others say about each other, in any order and twice', () => {
    const inverse = invertToeplitz(lags);
    for (const place of [2, 7, 2, 3]) makeIndependent(inverse, SIZE, place);
    const gone = new Set([2, 3, 7]);
    const apart: Entry = (row, column) => {
      if (row === column) return 1;
      return gone.has(row) || gone.has(column) ? 0 : correlation(row, column);
    };
    expect(distanceFromUnit(apart, entryOf(inverse, SIZE), SIZE)).toBeLessThan(1e-12);
  });
});

describe('the root of a block', () => {
  it('grows by a row at a time, and times itself is the block', () => {
    const [from, rows] = [2, 4];
    const matrix = Float64Array.from({ length: SIZE * SIZE }, (_, at) =>
      correlation(Math.floor(at / SIZE), at % SIZE),
    );
    const roots = new Float64Array(rootSize(rows));
    for (let grown = 1; grown <= rows; grown += 1) growRoot(roots, 0, grown, matrix, SIZE, from);
    const root: Entry = (row, column) => {
      const value = column > row ? 0 : (roots[rootSize(row) + column] ?? NaN);
      return row === column ? 1 / value : value;
    };
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < rows; column += 1) {
        let sum = 0;
        for (let at = 0; at < rows; at += 1) sum += root(row, at) * root(column, at);
        expect(sum).toBeCloseTo(correlation(row, column), 12);
      }
    }
  });
});
