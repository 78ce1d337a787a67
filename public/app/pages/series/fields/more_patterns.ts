import type { AnswerOf, getTopFields } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import { amountWords, countWords } from '../../../words';

/** The patterns of the messages of an hour. */
export type Patterns = NonNullable<AnswerOf<typeof getTopFields>['patterns']>;
type More = Patterns['more'];

/**
 * The patterns that a table does not show, together: those after the first ones, and those that the
 * host only counts.
 *
 * @param shown how many are shown
 */
export function patternsLeft({ values, more }: Pick<Patterns, 'values' | 'more'>, shown: number) {
  const rest = values.slice(shown);
  const sum = (side: 'today' | 'usual'): number =>
    rest.reduce((all, one) => all + one[side], more[side]);
  return { patterns: rest.length + more.patterns, today: sum('today'), usual: sum('usual') };
}

/** "3 more patterns: 12 lines, usually 4"; empty if there are none. */
export function moreWords({ patterns, today, usual }: More): string {
  if (patterns === 0) return '';
  return translate('logwave.patterns.more', {
    defaultMessage:
      '{patterns, plural, one {# more pattern} other {# more patterns}}: {today, plural, one {# line} other {# lines}}, usually {usual}.',
    values: { patterns, today, usual: amountWords(usual) },
  });
}

/** The row of a table for the patterns that it does not list; none if it lists all. */
export function moreRow({ patterns, today, usual }: More) {
  if (patterns === 0) return [];
  const value = translate('logwave.patterns.rest', {
    defaultMessage: '({count} more)',
    values: { count: countWords(patterns) },
  });
  return [{ value, today, usual }];
}
