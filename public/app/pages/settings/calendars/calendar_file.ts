import { LARGEST_CALENDAR } from '../../../../../common/calendar';
import { bytesWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';

/** Why a file is not a calendar, from its size alone; undefined if it may be one. */
export function sizeFault({ size }: Pick<File, 'size'>): string | undefined {
  if (size <= LARGEST_CALENDAR) return undefined;
  return translate('logwave.calendars.tooLarge', {
    defaultMessage: 'The file is {size}, and a calendar can be at most {most}. Remove old events.',
    values: { size: bytesWords(size), most: bytesWords(LARGEST_CALENDAR) },
  });
}

/** Either the text of a file, or why there is none. A file that is too large is not read. */
export async function readCalendarFile(
  file: Pick<File, 'size' | 'text'>,
): Promise<{ readonly ics: string } | { readonly fault: string }> {
  const fault = sizeFault(file);
  if (fault !== undefined) return { fault };
  try {
    const ics = await file.text();
    if (ics.trim() !== '') return { ics };
    const empty = translate('logwave.calendars.empty', { defaultMessage: 'The file is empty.' });
    return { fault: empty };
  } catch (error) {
    const values = { reason: error instanceof Error ? error.message : String(error) };
    return {
      fault: translate('logwave.calendars.unreadable', {
        defaultMessage: 'The browser cannot read the file: {reason}',
        values,
      }),
    };
  }
}

/** The default name of a calendar: its file, without the ending. */
export function nameOfFile({ name }: Pick<File, 'name'>): string {
  return name.replace(/\.[^.]+$/, '');
}
