export { asSentence } from './as_sentence';
export {
  clockTime,
  endWords,
  hourWords,
  longDay,
  momentWords,
  offsetWords,
  shortDay,
  weekdayAndDate,
} from './day_words';
export { hoursWords } from './hours_words';
export { discoverZoneWords } from './discover_zone';
export { type Formats, setFormats } from './formats';
export {
  amountWords,
  countWords,
  decimalWords,
  pluralWords,
  rangeWords,
  timesWords,
} from './number_words';
export { costWords } from './cost_words';
export { durationWords } from './duration_words';
export { ratioToken } from './ratio_token';
export { shortCount } from './short_count';
export { subtypeText } from './subtype_text';
export { splitName } from './split_name';
