/** How often something was counted on the day, and on all training days together. */
export interface TwoCounts {
  readonly today: number;
  readonly training: number;
}

function term(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}

/**
 * The G statistic of two counts: how unlikely it is that both have the same rate. It is
 * approximately chi-square with one degree of freedom. (Sokal and Rohlf, Biometry, the
 * log-likelihood ratio test.)
 *
 * @param days training days that the second count covers; with none there is nothing to compare
 * @returns at least 0; 0 if both counts have the same rate
 */
export function gOfCounts({ today, training }: TwoCounts, days: number): number {
  const all = today + training;
  if (all === 0 || days === 0) return 0;
  const expected = all / (days + 1);
  return Math.max(0, 2 * (term(today, expected) + term(training, all - expected)));
}

/**
 * The G statistic of a share: how unlikely it is that a value makes up as much of the day's events
 * as of those in training. If all values rose with the series as a whole, it is 0.
 *
 * @returns at least 0; 0 also if one of the sides has no event
 */
export function gOfShare(value: TwoCounts, all: TwoCounts): number {
  const total = all.today + all.training;
  const [today, training] = [all.today / total, all.training / total];
  const having = value.today + value.training;
  const lacking = total - having;
  if (all.today === 0 || all.training === 0 || having === 0 || lacking <= 0) return 0;
  const g =
    term(value.today, having * today) +
    term(value.training, having * training) +
    term(all.today - value.today, lacking * today) +
    term(all.training - value.training, lacking * training);
  return Math.max(0, 2 * g);
}

/** The chance, for a single value, of being as far from usual: one in a hundred. */
const CHANCE = 0.01;

/**
 * The G that is beyond chance when this many values were tested (Bonferroni). Chi-square with one
 * degree of freedom is a squared normal deviate, whose tail is at most exp(-G/2), so the threshold
 * is conservative.
 */
export function limitOfG(looked: number): number {
  return 2 * Math.log(Math.max(1, looked) / CHANCE);
}
