import { randomFrom } from '../../../test/generator/random';
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

  it('forgets in the same order as a plain list does, over many records', () => {
    const limit = 50;
    const random = randomFrom(7);
    const ordinalOf = createOrdinals(limit);
    let list: { readonly id: string; readonly ordinal: number }[] = [];
    for (let at = 0; at < 5000; at += 1) {
      const id = String(random.whole(0, 2 * limit));
      const ordinal = (list.find((entry) => entry.id === id)?.ordinal ?? -1) + 1;
      list = [...list.filter((entry) => entry.id !== id), { id, ordinal }].slice(-limit);
      expect(ordinalOf(id)).toBe(ordinal);
    }
  });
});
