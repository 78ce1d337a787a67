import { appendAll, greatest, least } from './lists';

/** More than fit onto the stack as arguments. */
const MANY = 500_000;
const many = Array.from({ length: MANY }, (_, index) => index);

describe('lists of any length', () => {
  it('are appended to others', () => {
    const list = [-1];
    appendAll(list, many);
    expect(list).toHaveLength(MANY + 1);
    expect([list[0], list[1], list[MANY]]).toEqual([-1, 0, MANY - 1]);
  });

  it('have a greatest and a least number', () => {
    expect([greatest(many), least(many)]).toEqual([MANY - 1, 0]);
    expect([greatest([]), least([])]).toEqual([-Infinity, Infinity]);
    expect([greatest([1, NaN, 2]), least([1, NaN, 2])]).toEqual([NaN, NaN]);
  });
});
