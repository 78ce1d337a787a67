import type { ApiRun } from '../../../common/api';
import { translate } from '../../i18n';
import { durationWords } from './duration_words';
import { countWords } from './number_words';

/**
 * The cost of a run: "41 s, 131 searches, 5,126 documents written"; of an old run, only how long it
 * took.
 */
export function costWords({ duration_ms: duration, cost }: Pick<ApiRun, 'duration_ms' | 'cost'>) {
  if (cost === undefined) return durationWords(duration);
  return translate('logwave.cost', {
    defaultMessage:
      '{duration}, {searches, plural, one {# search} other {# searches}}, {written} {documents, plural, one {document} other {documents}} written',
    values: {
      duration: durationWords(duration),
      searches: cost.searches,
      written: countWords(cost.documents_written),
      documents: cost.documents_written,
    },
  });
}
