import type { Formats } from '../app/words';
import type { UiSettings } from './contracts';

const DATE_FORMAT = 'dateFormat';
const NUMBER_PATTERN = 'format:number:defaultPattern';
const NUMBER_LOCALE = 'format:number:defaultLocale';

/** Between the thousands of 12345.6, and before its tenths. */
const SAMPLE = 12345.6;
const GROUPED = /12(\D*)345/;
const WITH_TENTHS = /5(\D+)6/;

/** The used part of the library with which Kibana formats numbers. */
interface Numeral {
  (value: number): { format(pattern: string): string };
  /** Returns the language, or sets it for all. */
  language(language?: string): string;
}

function isNumeral(given: unknown): given is Numeral {
  return typeof given === 'function' && 'language' in given;
}

/** The sample in Kibana's format. This sets the language each time as well. */
function written(numeral: Numeral, language: string, pattern: string): string {
  const before = numeral.language();
  try {
    numeral.language(language);
    return numeral(SAMPLE).format(pattern);
  } finally {
    numeral.language(before);
  }
}

/** Kibana's number format; the English one if it cannot be found out. */
function numberFormats(settings: UiSettings, numeral: unknown): Pick<Formats, 'group' | 'decimal'> {
  const english = { group: ',', decimal: '.' };
  const [language, pattern] = [settings.get(NUMBER_LOCALE), settings.get(NUMBER_PATTERN)];
  if (!isNumeral(numeral) || typeof language !== 'string' || typeof pattern !== 'string') {
    return english;
  }
  try {
    const [, group = english.group] = GROUPED.exec(written(numeral, language, pattern)) ?? [];
    const [, decimal = english.decimal] = WITH_TENTHS.exec(written(numeral, language, '0.0')) ?? [];
    return { group, decimal };
  } catch (error) {
    // A language that the library has not loaded.
    console.error(error);
    return english;
  }
}

/**
 * The formats of numbers and times that the user has chosen in Kibana. A time uses the page's own
 * words until one is chosen: Kibana's default has milliseconds, which nothing here needs.
 *
 * @param numeral the library as Kibana shares it
 */
export function kibanaFormats(settings: UiSettings, numeral: unknown): Formats {
  const chosen = settings.isDefault(DATE_FORMAT) ? undefined : settings.get(DATE_FORMAT);
  return {
    ...numberFormats(settings, numeral),
    ...(typeof chosen === 'string' && chosen !== '' && { moment: chosen }),
  };
}
