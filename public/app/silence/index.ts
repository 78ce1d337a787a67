export { SilenceHead } from './silence_head';
export { SilenceRow } from './silence_row';
export { sourceWords, streamWords, summaryWords } from './silence_words';
