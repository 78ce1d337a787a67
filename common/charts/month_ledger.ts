import type { LedgerDay } from '../api';
import { HOURS_PER_DAY } from '../time';
import { hatchPath } from './hatch_path';
import type { MonthScale } from './scales/month_scale';
import { px } from './scales/px';

/** The run history as paths: analyzed days, hatched days, and lines around stale days. */
export interface LedgerPaths {
  readonly bars: string;
  readonly hatched: string;
  readonly boxes: string;
  readonly rules: string;
}

const LEDGER = { top: 3, bottom: 15, barTop: 7, barBottom: 11 };

function boxPath(left: number, right: number): string {
  const { top, bottom } = LEDGER;
  return `M${px(left)} ${top}H${px(right)}V${bottom}H${px(left)}z`;
}

/**
 * Analyzed: a plain bar; partial: a bar up to its hour, the rest hatched; missed, failed or
 * canceled: a hatched box; stale: a bar between two rules; running: a box.
 */
export function ledgerPaths(days: readonly LedgerDay[], { x }: MonthScale): LedgerPaths {
  const paths = { bars: '', hatched: '', boxes: '', rules: '' };
  days.forEach(({ state, hours_known: known }, day) => {
    const [left, right] = [x(day, 0), x(day, HOURS_PER_DAY)];
    const isDone = state === 'analyzed' || state === 'stale' || state === 'partial';
    const to = state === 'partial' ? x(day, Math.min(known, HOURS_PER_DAY - 1)) : right;
    if (isDone && to > left) {
      const { barTop, barBottom } = LEDGER;
      paths.bars += `M${px(left)} ${barTop}H${px(to)}V${barBottom}H${px(left)}z`;
    }
    if (state === 'stale') {
      const { top, bottom } = LEDGER;
      paths.rules += `M${px(left)} ${top}H${px(right)}M${px(left)} ${bottom}H${px(right)}`;
    }
    const emptyFrom = state === 'partial' ? to : left;
    if (isDone && state !== 'partial') return;
    paths.boxes += boxPath(emptyFrom, right);
    if (state === 'running') return;
    const { top, bottom } = LEDGER;
    paths.hatched += hatchPath({ left: emptyFrom, top, right, bottom });
  });
  return paths;
}

/** Words below the ledger. */
export interface LedgerLabel {
  /** Middle of the days that it is about. */
  readonly x: number;
  /** If there is room. */
  readonly text: string;
  readonly whole: string;
}

const LETTER_WIDTH = 5.4;
const LABEL_GAP = 10;
/** The longest label, whatever the number of labels. One that does not fit is left out. */
const LEAST_LETTERS = 40;

/** A day that is not over has not been missed. */
const IS_TO_COME = /^not (?:over|begun)/;

/** The end of a clause. */
const CLAUSE_END = /[,:;](?= )/g;

/** The whole clauses that have room; if the first has none, as much of it as has. */
function cutAtClause(text: string, letters: number): string {
  const room = text.slice(0, letters - 2);
  const end = [...room.matchAll(CLAUSE_END)].pop()?.index;
  return end === undefined ? `${text.slice(0, letters - 1)}…` : `${text.slice(0, end)} …`;
}

/**
 * Unusual days in words. Adjacent days with the same text share a label, and no label covers
 * another.
 */
export function ledgerLabels(days: readonly LedgerDay[], scale: MonthScale): LedgerLabel[] {
  const groups: { first: number; last: number; text: string }[] = [];
  days.forEach(({ state, words }, day) => {
    if (words === null) return;
    const isSaid = words.startsWith(state) || IS_TO_COME.test(words);
    const text = isSaid ? words : `${state}: ${words}`;
    const before = groups[groups.length - 1];
    if (before?.last === day - 1 && before.text === text) before.last = day;
    else groups.push({ first: day, last: day, text });
  });
  const labels: LedgerLabel[] = [];
  const share = scale.width / LETTER_WIDTH / groups.length;
  const letters = Math.max(LEAST_LETTERS, Math.floor(share));
  let free = 0;
  for (const { first, last, text } of [...groups].reverse().sort((a, b) => a.first - b.first)) {
    const short = text.length > letters ? cutAtClause(text, letters) : text;
    const width = short.length * LETTER_WIDTH;
    const middle = (scale.x(first, 0) + scale.x(last, HOURS_PER_DAY)) / 2;
    const x = Math.min(Math.max(middle, width / 2), scale.width - width / 2);
    if (x - width / 2 < free) continue;
    labels.push({ x, text: short, whole: text });
    free = x + width / 2 + LABEL_GAP;
  }
  return labels;
}
