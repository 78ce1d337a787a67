export { expectedHours, judgedCase, judgedHours } from './judged_case';
export {
  decisiveParts,
  DEFAULT_DAYS,
  defaultUntil,
  isAboutDay,
  type JudgedHours,
  type Judgment,
  type JudgmentKind,
  type JudgmentMark,
  judgmentsFor,
  judgmentsInForce,
  latestJudgments,
  LONGEST_NOTE,
  REPEATS,
  type Repeats,
  VERDICTS_OF_PEOPLE,
} from './judgment';
export { markOf, muteOn, type Stream, type StreamMark } from './mute';
export { takesBack } from './taken_back';
