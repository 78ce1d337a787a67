import type { Condition, Range } from './condition';

function rangeWords({ field, gte, gt, lte, lt }: Range): string {
  const bounds: [string, number | undefined][] = [
    ['≥', gte],
    ['>', gt],
    ['≤', lte],
    ['<', lt],
  ];
  return bounds
    .flatMap(([sign, bound]) => (bound === undefined ? [] : [`${field} ${sign} ${bound}`]))
    .join(' and ');
}

function withinWords(condition: Condition): string {
  const isGroup = 'and' in condition || 'or' in condition || 'range' in condition;
  return isGroup ? `(${conditionWords(condition)})` : conditionWords(condition);
}

/** A condition as one line, such as `type: a, b` or `not (status ≥ 400 and status < 500)`. */
export function conditionWords(condition: Condition): string {
  if ('not' in condition) {
    const { not: within } = condition;
    if ('exists' in within) return `${within.exists.field} does not exist`;
    return `not ${withinWords(within)}`;
  }
  if ('and' in condition) return condition.and.map(withinWords).join(' and ');
  if ('or' in condition) return condition.or.map(withinWords).join(' or ');
  if ('exists' in condition) return `${condition.exists.field} exists`;
  if ('range' in condition) return rangeWords(condition.range);
  return `${condition.field}: ${condition.any_of.join(', ')}`;
}
