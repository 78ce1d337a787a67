import moment from 'moment';

/** How a host lets its users choose the format of numbers and times. */
export interface Formats {
  /** Between thousands; '' if there is none. */
  readonly group: string;
  readonly decimal: string;
  /** A pattern of moment.js for a date with its time; undefined for the words of the page. */
  readonly moment?: string;
}

/** The format of numbers in the code, and in stored sentences. */
const ENGLISH: Formats = { group: ',', decimal: '.' };

let formats = ENGLISH;

/** Lets a host choose, before the page is shown. Stored sentences and files stay as they are. */
export function setFormats(given: Formats = ENGLISH): void {
  formats = given;
}

/** Words with numbers in the reader's format. @param words with numbers as in 1,234.5 */
export function localNumbers(words: string): string {
  const { group, decimal } = formats;
  return words.replace(/(?<=\d)[.,](?=\d)/g, (sign) => (sign === ',' ? group : decimal));
}

/** An instant in the reader's format; undefined if none was chosen. */
export function chosenMoment(instant: string, offsetMs: number): string | undefined {
  if (formats.moment === undefined) return undefined;
  return moment
    .utc(instant)
    .utcOffset(offsetMs / 60000)
    .format(formats.moment);
}
