import { randomFrom } from '../../../test/generator/random';
import { recordId } from './document_id';
import { createOrdinals } from './ordinals';

describe('createOrdinals', () => {
  it('numbers equal records from 0, even if others are between them', () => {
    const ordinalOf = createOrdinals();
    expect(['a', 'b', 'a', 'a', 'b', 'c'].map(ordinalOf)).toEqual([0, 0, 1, 2, 1, 0]);
  });

  it('takes `__proto__` for a record like others', () => {
    const ordinalOf = createOrdinals();
    expect(['__proto__', '__proto__'].map(ordinalOf)).toEqual([0, 1]);
  });

  it('numbers many ids as a map of all of them would', () => {
    const random = randomFrom(11);
    const ordinalOf = createOrdinals();
    const counts = new Map<string, number>();
    for (let at = 0; at < 20_000; at += 1) {
      const id = recordId({ host: 'web1', type: 'syslog', record: `${random.whole(0, 9000)}` });
      expect(ordinalOf(id)).toBe(counts.get(id) ?? 0);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  });

  it('forgets records that were seen long ago, beyond the limit', () => {
    const ordinalOf = createOrdinals(2);
    expect(['a', 'b', 'a', 'c', 'd', 'e', 'a'].map(ordinalOf)).toEqual([0, 0, 1, 0, 0, 0, 0]);
  });

  it('remembers as many different records as the limit, and at most twice as many', () => {
    const limit = 50;
    const random = randomFrom(7);
    const ordinalOf = createOrdinals(limit);
    let list: { readonly id: string; readonly ordinal: number }[] = [];
    for (let at = 0; at < 5000; at += 1) {
      const id = String(random.whole(0, 4 * limit));
      const place = list.findIndex((entry) => entry.id === id);
      const ordinal = ordinalOf(id);
      const known = (list[place]?.ordinal ?? -1) + 1;
      if (list.length - place <= limit) expect(ordinal).toBe(known);
      expect([0, known]).toContain(ordinal);
      list = [...list.filter((entry) => entry.id !== id), { id, ordinal }].slice(-2 * limit);
    }
  });
});
