import { countWords, pluralWords } from '../../../common/waveform/words';
import {
  countRefused,
  type Refusal,
  type TaggingResult,
  type UntagResult,
} from '../../../server/app/tagging';
import type { DocumentsToTag } from '../../../server/elastic/tagging';

function countLine({ documents, untagged }: DocumentsToTag): string {
  if (documents === 0) return 'No document would be tagged.';
  if (untagged === null) {
    return `Up to ${pluralWords(documents, 'document')} would be tagged, one for each event of the flagged hours (--tag).`;
  }
  if (untagged === 0) return `All ${pluralWords(documents, 'document')} already have their tag.`;
  const already = documents - untagged;
  const others = already > 0 ? `; ${countWords(already)} already have their tag` : '';
  return `${pluralWords(untagged, 'document')} would be tagged (--tag)${others}.`;
}

function refusalLines(refused: readonly Refusal[], verb: string): string[] {
  return refused.map(
    ({ index, documents, reason }) =>
      `- ${index}: ${pluralWords(documents, 'document')} ${verb}, because ${reason}`,
  );
}

function isCertain({ is_unsettled: isUnsettled }: Refusal): boolean {
  return isUnsettled !== true;
}

/**
 * What tagging would do, for a run that only looked, line by line; nothing if nothing is flagged.
 */
export function toTagLines(toTag: DocumentsToTag): string[] {
  if (toTag.documents === 0 && toTag.refused.length === 0) return [];
  return [countLine(toTag), ...refusalLines(toTag.refused, 'would not be tagged')];
}

/** What tagging did. */
export function taggedLine(result: TaggingResult): string {
  const { updated, already_tagged: already, taken_away: takenAway, gone } = result;
  const { unsettled } = countRefused(result.refused);
  const others = [
    ...(already > 0 ? [`${pluralWords(already, 'document')} already had the tag`] : []),
    ...(takenAway > 0 ? [`${countWords(takenAway)} removed outside the flagged hours`] : []),
    ...(gone > 0 ? [`${pluralWords(gone, 'document')} no longer there`] : []),
    ...(unsettled > 0 ? [`up to ${countWords(unsettled)} more, of which no answer came`] : []),
  ];
  return `${[`${pluralWords(updated, 'tag')} added`, ...others].join('; ')}.`;
}

/** What untagging did, line by line. */
export function untaggedLines(result: UntagResult): string[] {
  const { removed, not_there: notThere, gone, refused } = result;
  const nothing = removed + notThere + gone + refused.length === 0;
  if (nothing) return ['There are no tags of Logwave to remove.'];
  const others = [
    ...(notThere > 0 ? [`${countWords(notThere)} no longer there`] : []),
    ...(gone > 0 ? [`${pluralWords(gone, 'document')} no longer there`] : []),
  ];
  return [
    `${[`${pluralWords(removed, 'tag')} removed`, ...others].join('; ')}.`,
    ...refusalLines(refused.filter(isCertain), 'still tagged'),
    ...refusalLines(
      refused.filter((one) => !isCertain(one)),
      'may still be tagged',
    ),
  ];
}
