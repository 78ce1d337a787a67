import { asSentence } from '../../../words';
import type { SourceDraft } from '../draft/source_draft';
import type { SourceField } from './source_fields';
import type { SourceCheck } from './use_source_check';

/**
 * What the check of a source says about one of its fields, as a sentence: about the indices if
 * there are none, about a field that no document has.
 *
 * @param check undefined while nothing is known
 */
export function checkFault(
  check: Pick<SourceCheck, 'state' | 'words'> | undefined,
  key: SourceField['key'],
  draft: SourceDraft,
): string | undefined {
  if (check === undefined) return undefined;
  if (check.state === 'no_index') return key === 'index' ? asSentence(check.words) : undefined;
  if (check.state !== 'unusable' || (key !== 'subtype_fields' && key !== 'time_field')) {
    return undefined;
  }
  const names = draft[key].split(',').map((name) => name.trim());
  const isNamed = names.some((name) => name !== '' && check.words.includes(`"${name}"`));
  return isNamed ? asSentence(check.words) : undefined;
}
