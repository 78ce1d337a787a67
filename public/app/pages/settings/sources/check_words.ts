import { translate } from '../../../../i18n';
import { asSentence, countWords, longDay, pluralWords } from '../../../words';
import type { SourceCheck } from './use_source_check';

/** Fields that are counted by another field than the named one: a text by its keyword. */
function twinWords({ fields }: SourceCheck): string[] {
  return fields
    .filter(([named, used]) => named !== used)
    .map(([named, used]) =>
      translate('logwave.check.twin', {
        defaultMessage: 'Logwave counts by {used} instead of {named}.',
        values: { named, used },
      }),
    );
}

function seriesWords(check: SourceCheck): string[] {
  const { day, documents, series_total: series, without_subtype: without } = check;
  if (day === null) return [];
  const found = translate('logwave.check.series', {
    defaultMessage: '{day} has {documents} in {series}.',
    values: {
      documents: pluralWords(documents, 'document'),
      day: longDay(day),
      series: pluralWords(series, 'series', 'series'),
    },
  });
  if (without === 0) return [found];
  const lacking = translate('logwave.check.without', {
    defaultMessage: '{count} of them have no such field and belong to no series.',
    values: { count: countWords(without) },
  });
  return [found, lacking];
}

/** The result of the field check, in sentences. */
export function checkWords(check: SourceCheck): string {
  return [asSentence(check.words), ...twinWords(check), ...seriesWords(check)].join(' ');
}
