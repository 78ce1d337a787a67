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
function frequencyOf({ today }: TwoCounts, { events }: CountedValues): number {
  return today > 1 && today * 2 >= events.today ? today : 0;
}

/** The least share of the change of the series that one value has to carry. */
const CARRIED = 0.8;

/**
 * Whether the change of the series is nearly all of a value that is not nearly all of the series
 * anyway: its share of the change is at least halfway from its usual share of the events to all of
 * the change. If all values rose alike, it is at the usual share.
 */
function carriesChange(counts: TwoCounts, { events, days }: CountedValues): boolean {
  const changeOf = ({ today, training }: TwoCounts): number => today - training / days;
  const usualShare = counts.training / events.training;
  if (usualShare === 1) return false;
  return changeOf(counts) / changeOf(events) >= Math.max(CARRIED, (1 + usualShare) / 2);
}

function sameCounts(a: TwoCounts, b: TwoCounts): boolean {
  return a.today === b.today && a.training === b.training;
}

/** Two fields often hold the same name: `host.name` and `agent.name`. */
function repeats(one: Candidate, told: Candidate): boolean {
  return one.value === told.value && sameCounts(one.counts, told.counts);
}

/** The values that explain the finding, in no order; `g` is how strongly. */
function explaining(counted: CountedValues): readonly Candidate[] {
  const { events, days, fields } = counted;
  const isCompared = days > 0 && events.training > 0;
  const all = fields.flatMap(({ field, values }) =>
    [...values].map(([value, counts]): Candidate => {
      const g = isCompared ? gOfCounts(counts, days) : frequencyOf(counts, counted);
      return { field, value, counts, g };
    }),
  );
  if (!isCompared) return all.filter(({ g }) => g > 0);
  const limit = limitOfG(all.length);
  const changed = all.filter(({ g }) => g > limit);
  const ofOwn = changed.filter(({ counts }) => gOfShare(counts, events) > limit);
  if (ofOwn.length > 0) return ofOwn;
  return changed.filter(({ counts }) => carriesChange(counts, counted));
}

/**
 * The values whose rise or fall is least likely by chance against the training days, at most three:
 * by the G-test on two counts, corrected for the number of values tested. A value that only rose
 * with the series as a whole explains nothing and is left out, unless no other value explains
 * anything and nearly all of the change is of it. A value whose change has the opposite direction
 * of the first is left out as well.
 */
export function tellingValues(counted: CountedValues): TellingValue[] {
  const told: Candidate[] = [];
  const ordered = [...explaining(counted)].sort((a, b) => b.g - a.g);
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
