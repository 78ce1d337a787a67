/** Names of series, each once, in order of arrival. Tables of many days share them. */
export class SeriesNames {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];

  get size(): number {
    return this.names.length;
  }

  /** The names from a number on. */
  from(number: number): readonly string[] {
    return this.names.slice(number);
  }

  /** The index of a name, from 0; undefined for one that was never added. */
  find(name: string): number | undefined {
    return this.numbers.get(name);
  }

  /** The index of a name, which is added if it is new. */
  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.numbers.set(name, number);
    this.names.push(name);
    return number;
  }

  /** The name at an index; empty for an index without a name. */
  nameOf(number: number): string {
    return this.names[number] ?? '';
  }
}
