import { formatText } from './format_text';

/** Values for the places of a text. */
export type TextValues = Readonly<Record<string, string | number>>;

/** A text in English, with places such as `{day}` or `{n, plural, one {# day} other {# days}}`. */
export interface TextOptions {
  readonly defaultMessage: string;
  readonly values?: TextValues;
}

/** Returns the text of an id in the reader's language. */
export type Translator = (id: string, options: TextOptions) => string;

/** Without a translator the texts stay as they are written. */
const english: Translator = (_id, { defaultMessage, values }) =>
  formatText(defaultMessage, values ?? {});

let translator = english;

/** Lets a host translate: Kibana's passes its translator before the page is rendered. */
export function setTranslator(given: Translator): void {
  translator = given;
}

/**
 * All texts of the page go through this function.
 *
 * @param id begins with `logwave.`, and has the same text wherever it is used
 */
export function translate(id: string, options: TextOptions): string {
  return translator(id, options);
}
