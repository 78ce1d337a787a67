/** What is read of a source here. */
interface Named {
  readonly id: string;
}

/** A day of a source whose days have at most so many series has few. */
const FEW_SERIES = 1_000;

/**
 * What is known of how many series the days of sources have: it decides how the next day is counted
 * best.
 */
export class SourceSizes {
  /** The most that one of its days has, by source; infinite if one search cannot hold them. */
  private readonly most = new Map<string, number>();

  /** Notes a day that is known. @param series how many it has */
  note({ id }: Named, series: number): void {
    this.most.set(id, Math.max(series, this.most.get(id) ?? 0));
  }

  /** Notes that the source has more subtypes than one search can hold. */
  noteCrowded(source: Named): void {
    this.note(source, Infinity);
  }

  /** Whether it has more subtypes than one search can hold. */
  isCrowded({ id }: Named): boolean {
    return this.most.get(id) === Infinity;
  }

  /** Whether days are known, and all of them have few series. */
  hasFewSeries({ id }: Named): boolean {
    return (this.most.get(id) ?? Infinity) <= FEW_SERIES;
  }
}
