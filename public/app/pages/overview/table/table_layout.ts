import { HOURS_PER_DAY } from '../../../../../common/time';

/** Which columns the table has, and how wide they are, in pixels. */
export interface TableLayout {
  /** Width of an hour of the sparkline. */
  readonly hour: number;
  readonly name: number;
  /** 0 if the code is only below the name, or not shown. */
  readonly code: number;
  readonly today: number;
  readonly usual: number;
  readonly top: number;
  readonly surprise: number;
  /** Whether the surprise is only a number, because there is no room for its axis. */
  readonly isSurpriseNumber: boolean;
  /**
   * Whether a row is a card, because there is no room for columns. Then each series has only one
   * cell.
   */
  readonly isCard: boolean;
  readonly strip: number;
  readonly ratio: number;
  /** 0 if the words are below the sparkline. */
  readonly words: number;
  readonly actions: number;
}

/** Space between the numbers and the sparkline, and next to the words. */
export const GAPS = { beforeSpark: 12, beforeSurprise: 10, beforeWords: 12 } as const;

const WIDE_HOUR = 16;
const NARROW_HOUR = 9;
/** Columns are dropped until hours are this wide. */
const ENOUGH_HOUR = 15;
const LEAST_HOUR = 5;
/** If it were narrower, a long sentence would take more than seven lines. */
const LEAST_WORDS = 216;
/** In a narrower table, the words have no room next to the sparkline: a window of 1250 pixels. */
const NARROW_TABLE = 1202;
/** In a narrower table, a series is a card: a window of 700 pixels. */
const LEAST_TABLE = 652;
/** On paper the table has this width, whatever the window. It is scaled to the sheet. */
export const PRINTED_TABLE = 976;

const FULL = {
  name: 168,
  code: 98,
  today: 50,
  usual: 50,
  top: 38,
  surprise: 86,
  strip: 86,
  ratio: 48,
  actions: 93,
};
const ALL_GAPS = GAPS.beforeSpark + GAPS.beforeSurprise + GAPS.beforeWords;

type Columns = Omit<TableLayout, 'hour' | 'words' | 'isSurpriseNumber' | 'isCard'>;
/** The width of the column if the surprise is only a number. */
const SURPRISE_NUMBER = 54;

function fixedWidth(columns: Columns): number {
  return Object.values(columns).reduce((sum, width) => sum + width, ALL_GAPS);
}

/** The words come first: the hours have what is left, within their limits. */
function wide(width: number): TableLayout {
  const room = width - fixedWidth(FULL);
  const left = Math.floor((room - LEAST_WORDS) / HOURS_PER_DAY);
  const hour = Math.min(WIDE_HOUR, Math.max(NARROW_HOUR, left));
  const words = room - HOURS_PER_DAY * hour;
  return { ...FULL, hour, words, isSurpriseNumber: false, isCard: false };
}

/** What is dropped as the window gets narrower, one after the other. */
const DROPPED: readonly Partial<Columns>[] = [
  { strip: 0 },
  { top: 0 },
  { surprise: SURPRISE_NUMBER },
  { code: 0 },
  { actions: 88, name: 140 },
];

function narrow(width: number): TableLayout {
  let columns: Columns = FULL;
  for (const dropped of DROPPED) {
    columns = { ...columns, ...dropped };
    if (width - fixedWidth(columns) >= HOURS_PER_DAY * ENOUGH_HOUR) break;
  }
  const hour = Math.floor((width - fixedWidth(columns)) / HOURS_PER_DAY);
  return {
    ...columns,
    hour: Math.min(WIDE_HOUR, Math.max(LEAST_HOUR, hour)),
    words: 0,
    isSurpriseNumber: columns.surprise === SURPRISE_NUMBER,
    isCard: false,
  };
}

function cards(width: number): TableLayout {
  const none = { name: 0, code: 0, today: 0, usual: 0, top: 0, surprise: 0, strip: 0, ratio: 0 };
  const hour = Math.min(WIDE_HOUR, Math.max(LEAST_HOUR, Math.floor(width / HOURS_PER_DAY)));
  return { ...none, hour, words: 0, actions: 0, isSurpriseNumber: true, isCard: true };
}

/**
 * The columns of the table at a width. Below a window of 1250 pixels, first the 31 days are
 * dropped, then Top, then the axis of Surprise, whose number stays, and the words are below the
 * sparkline.
 *
 * In a window below 700 pixels each series is a card.
 *
 * @param width of the table, without the page's margins
 */
export function tableLayout(width: number): TableLayout {
  if (width < LEAST_TABLE) return cards(width);
  if (width < NARROW_TABLE) return narrow(width);
  return wide(width);
}

/** Where the sparklines begin, from the left edge of the table. */
export function sparkLeft({ name, code, today, usual, isCard }: TableLayout): number {
  if (isCard) return 0;
  return name + code + today + usual + GAPS.beforeSpark;
}
