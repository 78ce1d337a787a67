import type { Day } from '../../../common/time';
import { pluralWords } from '../../../common/waveform/words';
import { dayWords } from '../basics';

/** Days on which sources were left out, and why. */
export class LeftOut {
  /** Days by source and reason. Both are in the key. */
  private readonly days = new Map<string, { id: string; reason: string; days: Day[] }>();

  add(id: string, reason: string, day: Day): void {
    const key = JSON.stringify([id, reason]);
    const entry = this.days.get(key) ?? { id, reason, days: [] };
    entry.days.push(day);
    this.days.set(key, entry);
  }

  /** A sentence for each reason and its days, with all sources that it applies to. */
  notes(): string[] {
    const sources = new Map<string, string[]>();
    for (const { id, reason, days } of this.days.values()) {
      const words = `${reason}, ${pluralWords(days.length, 'day')} (${dayWords(days)})`;
      sources.set(words, [...(sources.get(words) ?? []), id]);
    }
    return [...sources].map(([words, ids]) => `${ids.join(', ')}: ${words}`);
  }
}
