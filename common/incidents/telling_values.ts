import type { TellingValue } from '../waveform/hours';
import { gOfCounts, gOfShare, limitOfG, type TwoCounts } from './g_test';

/** A field with the counts of each of its values. */
export interface ValueCounts {
  readonly field: string;
  readonly values: ReadonlyMap<string, TwoCounts>;
}

/** What was counted in the hours of a finding. */
export interface CountedValues {
  /** Events of the series. */
  readonly events: TwoCounts;
  /** Training days that were counted. */
  readonly days: number;
  /** Fields in the order of preference. Of two that show the same, the first is used. */
  readonly fields: readonly ValueCounts[];
}

/** How many fit in a sentence. */
export const MOST_VALUES = 3;

interface Candidate {
  readonly field: string;
  readonly value: string;
  readonly counts: TwoCounts;
  readonly g: number;
}

/**
 * Nothing to compare with: frequent values say who or what it is, unless they are in every event.
 */
function strengthOf(counts: TwoCounts, { events, days }: CountedValues, limit: number): number {
  if (days === 0 || events.training === 0) {
    return counts.today > 1 && counts.today * 2 >= events.today ? counts.today : 0;
  }
  const g = gOfCounts(counts, days);
  return g > limit && gOfShare(counts, events) > limit ? g : 0;
}

function sameCounts(a: TwoCounts, b: TwoCounts): boolean {
  return a.today === b.today && a.training === b.training;
}

/** Two fields often hold the same name: `host.name` and `agent.name`. */
function repeats(one: Candidate, told: Candidate): boolean {
  return one.value === told.value && sameCounts(one.counts, told.counts);
}

/**
 * The values whose rise or fall is least likely by chance against the training days, at most three:
 * by the G-test on two counts, corrected for the number of values tested. A value that only rose
 * with the series as a whole explains nothing and is left out. So is a second value of a field
 * whose change has the opposite direction of the first.
 */
export function tellingValues(counted: CountedValues): TellingValue[] {
  const looked = counted.fields.reduce((sum, { values }) => sum + values.size, 0);
  const limit = limitOfG(looked);
  const candidates = counted.fields.flatMap(({ field, values }) =>
    [...values].map(([value, counts]): Candidate => {
      return { field, value, counts, g: strengthOf(counts, counted, limit) };
    }),
  );
  const told: Candidate[] = [];
  const ordered = candidates.filter(({ g }) => g > 0).sort((a, b) => b.g - a.g);
  const rose = ({ counts }: Candidate): boolean => counts.today * counted.days >= counts.training;
  for (const one of ordered) {
    if (told.length === MOST_VALUES) break;
    const [first] = told;
    const isOpposed = first !== undefined && rose(first) !== rose(one);
    if (!isOpposed && !told.some((other) => repeats(one, other))) told.push(one);
  }
  const usual = (training: number): number | null =>
    counted.days === 0 || counted.events.training === 0 ? null : training / counted.days;
  return told.map(({ field, value, counts: { today, training } }) => ({
    field,
    value,
    today,
    usual: usual(training),
  }));
}
