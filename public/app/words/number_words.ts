import * as english from '../../../common/waveform/words';
import { localNumbers } from './formats';

/** A whole count with separators: "1,734". */
export const countWords = (count: number): string => localNumbers(english.countWords(count));

/** "9–14", or "9" if both ends round to the same. */
export const rangeWords = (range: readonly [number, number]): string =>
  localNumbers(english.rangeWords(range));

/** An expected count, which need not be whole: 13.5, 0.25, 269. */
export const amountWords = (amount: number): string => localNumbers(english.amountWords(amount));

/** How many times a threshold: one decimal below 10, none above. */
export const timesWords = (times: number): string => localNumbers(english.timesWords(times));

/** "1 event", "48 events". */
export const pluralWords = (count: number, one: string, several = `${one}s`): string =>
  `${countWords(count)} ${Math.round(count) === 1 ? one : several}`;

/** With as many digits after the decimal sign: 0.43. */
export const decimalWords = (value: number, digits: number): string =>
  localNumbers(value.toFixed(digits));
