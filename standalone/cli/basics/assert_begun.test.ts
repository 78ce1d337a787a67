import { assertBegun } from './assert_begun';

describe('a day that a command is given', () => {
  const now = new Date('2026-11-29T02:00:00Z');

  it('may be the present one or an earlier one, in the zone', () => {
    expect(() => assertBegun('2026-11-29', 'UTC', now)).not.toThrow();
    expect(() => assertBegun('2015-04-01', 'UTC', now)).not.toThrow();
    expect(() => assertBegun('2026-11-28', 'America/Toronto', now)).not.toThrow();
  });

  it('must not be in the future', () => {
    expect(() => assertBegun('2026-11-29', 'America/Toronto', now)).toThrow(
      '2026-11-29 has not begun in America/Toronto: choose 2026-11-28 or an earlier day',
    );
  });
});
