import type { Occupancy } from './occupancy';
import type { StreamHistory } from './stream_history';
import { slotOf } from './wall_hour';

const HOURS_IN_300_DAYS = 7200;
/** Fewer events an hour leave no hour that is sure. */
export const LEAST_RATE = 10;
const LEAST_HOURS = 100;
/** The uncertainty of the dispersion. */
const SAFETY = 10;
/** From the last event to overdue, in hours, if every hour is certain to have events. */
export const STEADY_WAIT = 1.25;

/** Whether an hour of the week has enough events. A loop: a function for each hour takes longer. */
function hasRate(usual: Float64Array): boolean {
  for (let slot = 0; slot < usual.length; slot += 1)
    if ((usual[slot] ?? 0) >= LEAST_RATE) return true;
  return false;
}

/**
 * The hours of the week in which events are so certain that an hour without any is not chance: none
 * was ever empty, and neither the usual count nor the differences between hours of one kind allow
 * it (negative binomial law).
 *
 * @returns 168 flags; undefined if there are none
 */
export function learnSteady(
  { from, counts }: StreamHistory,
  { usual, fallen }: Pick<Occupancy, 'usual' | 'fallen'>,
): Uint8Array | undefined {
  if (!hasRate(usual)) return undefined;
  const steady = new Uint8Array(usual.length);
  const empty = new Uint8Array(usual.length);
  let hours = 0;
  let spread = 0;
  for (let at = 0, slot = slotOf(from); at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    const mean = usual[slot] ?? 0;
    if (count === 0) empty[slot] = 1;
    if (mean >= LEAST_RATE && !Number.isNaN(count)) {
      hours += 1;
      spread += ((count - mean) * (count - mean) - mean) / (mean * mean);
    }
    slot = slot === usual.length - 1 ? 0 : slot + 1;
  }
  if (hours < LEAST_HOURS) return undefined;
  // The mean of the training hours hides a share of their spread. Twice that is safe.
  const dispersion = Math.max(0.01, (2 * spread) / hours);
  let found = false;
  for (let slot = 0; slot < usual.length; slot += 1) {
    const mean = fallen * (usual[slot] ?? 0);
    if (mean < LEAST_RATE || empty[slot] === 1) continue;
    const chance = (1 + dispersion * mean) ** (-1 / dispersion);
    if (chance * HOURS_IN_300_DAYS * mean * SAFETY > 1) continue;
    steady[slot] = 1;
    found = true;
  }
  return found ? steady : undefined;
}
