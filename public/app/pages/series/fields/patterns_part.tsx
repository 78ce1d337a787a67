import React from 'react';
import { translate } from '../../../../i18n';
import { amountWords, countWords } from '../../../words';
import { moreWords, type Patterns, patternsLeft } from './more_patterns';

const SHOWN = 5;

/** How many lines the counts come from. */
export function sampleWords({ lines, usual_lines: usual }: Patterns): string {
  return translate('logwave.patterns.sample', {
    defaultMessage:
      'Numbers and addresses are masked. Counted in {lines, plural, one {# line} other {# lines}} of this hour and {usual} of the days before.',
    values: { lines, usual: countWords(usual) },
  });
}

/** Patterns of the messages, on this day and usually. */
export function PatternsPart({ patterns }: { readonly patterns: Patterns }) {
  const { values } = patterns;
  const [only] = values;
  const left = patternsLeft(patterns, SHOWN);
  return (
    <div className="lwPatterns" data-test-subj="logwavePatterns">
      <table className="lwField">
        <thead>
          <tr>
            <th scope="col" className="lwField-name">
              {translate('logwave.patterns.title', { defaultMessage: 'message pattern' })}
            </th>
            <th scope="col">{translate('logwave.table.today', { defaultMessage: 'this day' })}</th>
            <th scope="col">{translate('logwave.table.usual', { defaultMessage: 'usual' })}</th>
          </tr>
        </thead>
        <tbody>
          {values.slice(0, SHOWN).map(({ value, today, usual }) => (
            <tr key={value}>
              <th scope="row" title={value}>
                {value === ''
                  ? translate('logwave.fields.empty', { defaultMessage: '(empty)' })
                  : value}
              </th>
              <td className="lwNumber">{countWords(today)}</td>
              <td className="lwNumber lwSub">{amountWords(usual)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left.patterns > 0 && (
        <p className="lwCaption" data-test-subj="logwaveMorePatterns">
          {moreWords(left)}
        </p>
      )}
      <p className="lwCaption">
        {values.length === 1 && only !== undefined
          ? `${translate('logwave.patterns.one', {
              defaultMessage: 'All messages have this pattern.',
            })} ${sampleWords(patterns)}`
          : sampleWords(patterns)}
      </p>
    </div>
  );
}
