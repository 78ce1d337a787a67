import { MS_PER_DAY } from '../../../common/time';
import { isRenewalDue, keyPhase } from './key_span';

const GRANTED = '2026-11-01T08:00:00.000Z';

/** A key that works for so many days. */
function span(days: number) {
  const expires_at = new Date(Date.parse(GRANTED) + days * MS_PER_DAY).toISOString();
  return { granted_at: GRANTED, expires_at };
}

const after = (days: number): Date => new Date(Date.parse(GRANTED) + days * MS_PER_DAY);

describe('keyPhase', () => {
  it.each([
    [30, 0, 'valid'],
    [30, 22.9, 'valid'],
    [30, 23, 'expiring'],
    [30, 29.9, 'expiring'],
    [30, 30, 'expired'],
    [4, 1.9, 'valid'],
    [4, 2, 'expiring'],
  ])('of a key of %d days is, %d days after it was granted, "%s"', (days, age, phase) => {
    expect(keyPhase(span(days), after(age))).toBe(phase);
  });
});

describe('isRenewalDue', () => {
  it.each([
    [30, 0.9, false],
    [30, 1, true],
    [30, 40, true],
    [1, 0.4, false],
    [1, 0.5, true],
  ])('of a key of %d days is, %d days after it was granted, %s', (days, age, isDue) => {
    expect(isRenewalDue(span(days), after(age))).toBe(isDue);
  });
});
