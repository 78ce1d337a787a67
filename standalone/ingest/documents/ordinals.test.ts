import { createOrdinals } from './ordinals';

describe('createOrdinals', () => {
  it('numbers equal records from 0, also when others stand between', () => {
    const ordinalOf = createOrdinals();
    expect(['a', 'b', 'a', 'a', 'b', 'c'].map(ordinalOf)).toEqual([0, 0, 1, 2, 1, 0]);
  });

  it('takes `__proto__` for a record like others', () => {
    const ordinalOf = createOrdinals();
    expect(['__proto__', '__proto__'].map(ordinalOf)).toEqual([0, 1]);
  });

  it('forgets the record that was seen longest ago, beyond the limit', () => {
    const ordinalOf = createOrdinals(2);
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ordinalOf)).toEqual([0, 0, 1, 0, 2, 0]);
  });
});
