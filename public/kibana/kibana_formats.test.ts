import { clockTime, momentWords } from '../app/words/day_words';
import { setFormats } from '../app/words/formats';
import { countWords, decimalWords, rangeWords } from '../app/words/number_words';
import { hourWords } from '../app/words/day_words';
import { kibanaFormats } from './kibana_formats';

const SIGNS: Readonly<Record<string, readonly [group: string, decimal: string]>> = {
  en: [',', '.'],
  de: [' ', ','],
  es: ['.', ','],
};

/** As much of the library as is used: "0,0.[000]", "0.[000]" and "0.0" of 12345.6. */
function makeNumeral() {
  let current = 'en';
  const numeral = (value: number) => ({
    format: (pattern: string) => {
      const [group = '', decimal = ''] = SIGNS[current] ?? [];
      const [whole = '', tenths = ''] = value.toFixed(1).split('.');
      const grouped = pattern.startsWith('0,0') ? whole.replace('345', `${group}345`) : whole;
      return `${grouped}${decimal}${tenths}`;
    },
  });
  const language = (given?: string): string => {
    if (given !== undefined && !Object.hasOwn(SIGNS, given)) throw new Error('Unknown language');
    return (current = given ?? current);
  };
  return Object.assign(numeral, { language });
}

const DEFAULTS: Readonly<Record<string, string>> = {
  dateFormat: 'MMM D, YYYY @ HH:mm:ss.SSS',
  'format:number:defaultPattern': '0,0.[000]',
  'format:number:defaultLocale': 'en',
};

function choose(chosen: Readonly<Record<string, string>>, numeral: unknown = makeNumeral()): void {
  const settings = {
    get: (key: string) => chosen[key] ?? DEFAULTS[key],
    isDefault: (key: string) => chosen[key] === undefined,
  };
  setFormats(kibanaFormats(settings, numeral));
}

const AT = '2015-04-02T10:02:41.000Z';
const ZONE = 'America/Toronto';

afterEach(() => setFormats());

describe("Kibana's settings for numbers and times", () => {
  it('leave the words of the page as they are where nothing was chosen', () => {
    choose({});
    expect([countWords(1_234_567), decimalWords(0.5, 2)]).toEqual(['1,234,567', '0.50']);
    expect(momentWords(AT, ZONE)).toBe('2 April 06:02');
    expect(hourWords('2015-04-02T10:00:00Z', ZONE)).toBe('2 April 06:00–06:59');
  });

  it('choose the separators of thousands and decimals', () => {
    choose({ 'format:number:defaultLocale': 'es' });
    expect([countWords(1_234_567), decimalWords(0.5, 2)]).toEqual(['1.234.567', '0,50']);
    expect(rangeWords([1_200, 3_400])).toBe('1.200–3.400');
    choose({ 'format:number:defaultLocale': 'de' });
    expect(countWords(1_234)).toBe('1 234');
  });

  it('choose that thousands are not set apart', () => {
    choose({ 'format:number:defaultPattern': '0.[000]' });
    expect(countWords(1_234_567)).toBe('1234567');
  });

  it('choose how a time is written, on the clock of the zone of Logwave', () => {
    choose({ dateFormat: 'DD.MM.YYYY HH:mm Z' });
    expect(momentWords(AT, ZONE)).toBe('02.04.2015 06:02 -04:00');
    expect(hourWords('2015-04-02T10:00:00Z', ZONE)).toBe(
      '02.04.2015 06:00 -04:00–02.04.2015 06:59 -04:00',
    );
    // A line stands below its day and hour.
    expect(clockTime(AT, ZONE)).toBe('06:02:41');
  });

  it('leave numbers English where Kibana does not share its library, or not the language', () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    choose({ 'format:number:defaultLocale': 'es' }, null);
    expect(countWords(1_234)).toBe('1,234');
    const numeral = makeNumeral();
    choose({ 'format:number:defaultLocale': 'xx' }, numeral);
    expect([countWords(1_234), numeral.language()]).toEqual(['1,234', 'en']);
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
  });
});
