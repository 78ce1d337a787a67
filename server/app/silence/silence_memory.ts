import type { Day } from '../../../common/time';

/**
 * What a look has found out and the next one of the same day and the same caller can reuse: the
 * counts of past days, deadlines, fields of hosts. Another day, or other settings, start again.
 */
export class SilenceMemory {
  private known = new Map<string, unknown>();
  private about = '';

  /** Forgets entries of another day, or of other settings. */
  beAbout(day: Day, settings: unknown): void {
    const about = JSON.stringify([day, settings]);
    if (about === this.about) return;
    this.about = about;
    this.known = new Map();
  }

  /** Forgets everything, because past days were counted again. */
  clear(): void {
    this.about = '';
    this.known = new Map();
  }

  get<T>(key: string): T | undefined {
    // The key determines the type of the value.
    return this.known.get(key) as T | undefined;
  }

  set(key: string, value: object): void {
    this.known.set(key, value);
  }
}
