export { blockLine } from './block_line';
export { bytesWords } from './bytes_words';
export { type Change, changeWords } from './change_words';
export { noFindingSentence, SOURCE_SILENT } from './no_finding_sentence';
export { QUIET, quietSentence } from './quiet_sentence';
export {
  andLikeOtherDay,
  andMovedDay,
  andOther,
  comparedSentence,
  type EarlierDays,
  exceptWords,
  type FlaggedStretch,
  likeOtherDaySentence,
  movedDaySentence,
  movedSentence,
  newSentence,
  silentSentence,
  verdictWords,
} from './sentence';
export { isAmongFindings, type SilentThing, silentThings, withoutNames } from './silent_words';
export {
  basesOf,
  type DayFound,
  type NoLogs,
  type SeriesBasis,
  type SilentSource,
  summarySentence,
  withNotKnown,
} from './summary_sentence';
export { basisNoun, rankWords, type TicketLimits, ticketSentence } from './ticket_sentence';
export { type RunEnding, unendedSentence } from './unended_sentence';
export {
  amountWords,
  clockWords,
  countWords,
  dateWords,
  momentWords,
  monthDayWords,
  pluralWords,
  rangeWords,
  ratioWords,
  stretchWords,
  thresholdWords,
  timesWords,
  weekdayWords,
} from './words';
