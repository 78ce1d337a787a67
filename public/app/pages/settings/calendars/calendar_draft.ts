import type { CalendarMeaning } from '../../../../../common/calendar';
import { translate } from '../../../../i18n';
import type { ApiFault } from '../../../basics';
import { asSentence } from '../../../words';
import { sizeFault } from './calendar_file';

/** A calendar as the form has it. */
export interface CalendarDraft {
  readonly file: File | undefined;
  readonly name: string;
  readonly means: readonly CalendarMeaning[];
  /** Empty for all sources. */
  readonly sources: readonly string[];
}

export const EMPTY_DRAFT: CalendarDraft = { file: undefined, name: '', means: [], sources: [] };

/** What is wrong with each field, in a sentence. */
export type CalendarFaults = Readonly<Partial<Record<keyof CalendarDraft, string>>>;

/** What is missing before a draft can be sent. */
export function draftFaults({ file, name, means }: Omit<CalendarDraft, 'sources'>): CalendarFaults {
  const noFile = translate('logwave.calendars.noFile', { defaultMessage: 'Choose an ICS file.' });
  const large = file === undefined ? noFile : sizeFault(file);
  const noName = translate('logwave.calendars.noName', { defaultMessage: 'Enter a name.' });
  const noMeaning = translate('logwave.calendars.noMeaning', {
    defaultMessage: 'Choose at least one meaning.',
  });
  return {
    ...(large !== undefined && { file: large }),
    ...(name.trim() === '' && { name: noName }),
    ...(means.length === 0 && { means: noMeaning }),
  };
}

/** A refusal of the host at the field that it is about; undefined if it is about none. */
export function refusalAt({ code, message, field }: ApiFault): CalendarFaults | undefined {
  switch (code) {
    case 'calendar_invalid':
      return { [field === 'means' ? 'means' : 'file']: asSentence(message) };
    case 'body_too_large':
      return { file: asSentence(message) };
    case 'source_not_found':
      return { sources: asSentence(message) };
    default:
      return undefined;
  }
}
