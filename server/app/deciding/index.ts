export {
  type DayDecisions,
  type DecidedDays,
  type Decisions,
  decisionsOf,
  NO_DECISIONS,
  NOTHING_DECIDED,
} from './decisions';
export { judgmentsOf } from './judgments_of';
