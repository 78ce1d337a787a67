import type { getMonth, AnswerOf } from '../../../../common/api';
export type MonthAnswer = AnswerOf<typeof getMonth>;
export type MonthSeries = MonthAnswer['series'][number];

/** How the rows are ordered. */
export type MonthOrder = 'began' | 'name';

function text({ name, code, source }: MonthSeries): string {
  return `${name} ${code} ${source}`.toLowerCase();
}

function byName(a: MonthSeries, b: MonthSeries): number {
  return text(a) < text(b) ? -1 : 1;
}

/** When the latest finding began, as a text that sorts; empty if there is none. */
function beginning({ began }: MonthSeries): string {
  return began === null ? '' : `${began.day} ${String(began.hour).padStart(2, '0')}`;
}

/**
 * The rows that match a filter: latest beginning first, which makes a staircase, then those that
 * were always as usual, by name.
 */
export function monthRows(
  series: readonly MonthSeries[],
  filter: string,
  order: MonthOrder,
): MonthSeries[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = series.filter((one) => words.every((word) => text(one).includes(word)));
  if (order === 'name') return found.sort(byName);
  return found.sort((a, b) => {
    const [first, second] = [beginning(a), beginning(b)];
    if (first === second) return byName(a, b);
    return first > second ? -1 : 1;
  });
}
