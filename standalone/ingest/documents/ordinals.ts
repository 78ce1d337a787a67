/**
 * How many different records are remembered, in up to 6 MB. Equal records of one second are near
 * each other, even if several hosts or clocks write into one file.
 */
const MAX_REMEMBERED = 100_000;
/** A power of two, as all sizes of a table. */
const FIRST_SLOTS = 1024;
/** Two halves of a key, and a number. */
const WORDS_A_SLOT = 3;
const GROWTH = 4;
/** Six letters of an id are more than the 32 bits of half a key. */
const LETTERS = 6;
const PRIME = 0x01000193;

/**
 * Numbers by keys of 64 bits, in an array of numbers. Garbage collection does not look into it, but
 * would copy all texts of a map.
 */
class NumberTable {
  size = 0;
  private slots = FIRST_SLOTS;
  private words = new Uint32Array(FIRST_SLOTS * WORDS_A_SLOT);

  /** The number of a key; 0 without one. */
  get(high: number, low: number): number {
    return this.words[this.find(high, low) + 2] ?? 0;
  }

  /** @param number at least 1 */
  set(high: number, low: number, number: number): void {
    const at = this.find(high, low);
    const isNew = this.words[at + 2] === 0;
    this.words[at] = high;
    this.words[at + 1] = low;
    this.words[at + 2] = number;
    if (!isNew) return;
    this.size += 1;
    if (this.size > this.slots / 2) this.grow();
  }

  /** Where a key is, or else the free place for it. */
  private find(high: number, low: number): number {
    const { words, slots } = this;
    let slot = high & (slots - 1);
    for (;;) {
      const at = slot * WORDS_A_SLOT;
      if (words[at + 2] === 0 || (words[at] === high && words[at + 1] === low)) return at;
      slot = (slot + 1) & (slots - 1);
    }
  }

  private grow(): void {
    const { words } = this;
    this.slots *= GROWTH;
    this.words = new Uint32Array(this.slots * WORDS_A_SLOT);
    this.size = 0;
    for (let at = 0; at < words.length; at += WORDS_A_SLOT) {
      const number = words[at + 2] ?? 0;
      if (number > 0) this.set(words[at] ?? 0, words[at + 1] ?? 0, number);
    }
  }
}

/** Half a key. Ids are hashes, so a few of their letters are enough for a key. */
function halfKey(id: string, from: number): number {
  const end = Math.min(from + LETTERS, id.length);
  let key = 0;
  for (let at = from; at < end; at += 1) key = Math.imul(key, PRIME) ^ id.charCodeAt(at);
  return key >>> 0;
}

/**
 * Numbers equal records in the order in which they come: 0, 1, 2, …
 *
 * Equal records contain the same time, so they are from the same second. Memory is bounded: the
 * latest `limit` different records are remembered, and at most twice as many. One that comes back
 * after more others begins at 0 again. The numbers only depend on the order of records, so reading
 * the same file again gives the same ones. If two ids ever have the same key of 64 bits, the
 * second gets the next number, which makes its id no less its own.
 */
export function createOrdinals(limit = MAX_REMEMBERED): (id: string) => number {
  // Two tables: the older one is dropped as a whole, since removing single records costs more.
  let older = new NumberTable();
  let latest = new NumberTable();
  return (id) => {
    const high = halfKey(id, 0);
    const low = halfKey(id, LETTERS);
    const seen = latest.get(high, low) || older.get(high, low);
    latest.set(high, low, seen + 1);
    if (latest.size >= limit) {
      older = latest;
      latest = new NumberTable();
    }
    return seen;
  };
}
