import { HeldAnswers } from '../basics';
import type { Answer } from '../counting';
import type { SightedSource } from './blind/blind_days';

/** The field that has the host; null if none has it. */
export interface HostField {
  readonly field: string | null;
}

/** What has been begun for a look: answers that are known, and those that are under way. */
export interface HostsAhead {
  /** Counts, by their source: the hosts of sources may be series of a source as well. */
  readonly counted: HeldAnswers<SightedSource>;
  /** Fields of hosts, by the documents of their source. */
  readonly hostFields: HeldAnswers<Answer<HostField>>;
}

/** Nothing is begun yet. What is unknown because of trouble that may pass is asked for again. */
export function noHostsAhead(): HostsAhead {
  return {
    counted: new HeldAnswers({ isPassing: ({ is_troubled: isTroubled }) => isTroubled === true }),
    hostFields: new HeldAnswers({
      isPassing: (answer) => answer.state === 'unknown' && answer.is_passing === true,
    }),
  };
}
