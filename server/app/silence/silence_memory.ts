import type { Day } from '../../../common/time';

/**
 * What a look has found out and the next one of the same day and the same caller need not ask again:
 * the counts of days that are over, deadlines, fields of hosts. Another day, or other settings, begin
 * anew.
 */
export class SilenceMemory {
  private known = new Map<string, unknown>();
  private about = '';

  /** Forgets what is about another day, or was asked with other settings. */
  beAbout(day: Day, settings: unknown): void {
    const about = JSON.stringify([day, settings]);
    if (about === this.about) return;
    this.about = about;
    this.known = new Map();
  }

  /** Forgets all, since days that are over were counted again. */
  clear(): void {
    this.about = '';
    this.known = new Map();
  }

  get<T>(key: string): T | undefined {
    // The kind of a value is told by its key.
    return this.known.get(key) as T | undefined;
  }

  set(key: string, value: object): void {
    this.known.set(key, value);
  }
}
