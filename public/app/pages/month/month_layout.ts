import { MONTH_DAYS, monthScale, type MonthScale } from '../../../../common/charts';

/** Which columns the month has, and how wide they are, in pixels. */
export interface MonthLayout {
  readonly scale: MonthScale;
  /** Whether a row has its name above its days, because there is no room next to them. */
  readonly isStacked: boolean;
  /** 0 if only the name is shown. */
  readonly code: number;
  readonly unit: number;
  readonly began: number;
  readonly words: number;
}

const NAME = 196;
const FULL = { code: 112, unit: 48, began: 96, words: 124 };
/** On paper the month has this width, whatever the window. It is scaled to the sheet. */
export const PRINTED_MONTH = 976;
/** A day is not narrower, if columns can be left out. */
const LEAST_DAY = 16;

/** What is left out as the window gets narrower: codes before names. */
const KEPT: readonly (typeof FULL)[] = [FULL, { ...FULL, code: 0 }, { ...FULL, code: 0, unit: 0 }];

/**
 * The columns of the month at a width. Names take precedence over codes, then over the unit. In a
 * narrow window each name is above its days.
 *
 * @param width of the table, without the page's margins
 */
export function monthLayout(width: number): MonthLayout {
  for (const columns of KEPT) {
    const others = Object.values(columns).reduce((sum, column) => sum + column, NAME);
    const room = width - others;
    if (room >= LEAST_DAY * MONTH_DAYS) {
      return { ...columns, scale: monthScale(room), isStacked: false };
    }
  }
  return { code: 0, unit: 0, began: 0, words: 0, scale: monthScale(width), isStacked: true };
}

/** How many columns the table has. */
export function monthColumns({ code, unit, isStacked }: MonthLayout): number {
  if (isStacked) return 1;
  return 4 + (code > 0 ? 1 : 0) + (unit > 0 ? 1 : 0);
}
