import type { Settings } from '../../../../common/settings';
import { sharedStop } from '../../basics';
import { type CountInTurn, noHostsAhead, type NotKnown } from '../../silence';
import type { AnalyzeDayPorts } from '../analyze_day_ports';
import type { Run } from '../run';
import { withLifted } from './lifted_silences';
import { UnstoredSilences } from './unstored_silences';

/** A run after a look at silence. */
export interface WatchedRun {
  readonly run: Run;
  /** Another look may find what this one could not. */
  readonly isTroubled: boolean;
}

/** Of which nothing is known after a look that failed. */
const EVERYTHING = 'all sources';

function withNotKnown(run: Run, words: string | null, of: NotKnown): Run {
  return words === null ? run : { ...run, silence_not_known: words, silence_not_known_of: of };
}

function everySource({ sources }: Settings): NotKnown {
  const ids = sources.flatMap(({ id, enabled }) => (enabled ? [id] : []));
  return { sources: ids, hosts_of: [] };
}

/** @param isTroubled whether the notes say why the day is partial: then they come first */
function withUnwatched(run: Run, notes: readonly string[], isTroubled: boolean): WatchedRun {
  const { left_out: others } = run;
  const left_out = isTroubled ? [...notes, ...others] : [...others, ...notes];
  return { run: { ...run, left_out }, isTroubled };
}

/**
 * What was silent on the day of a run: the hosts are counted while sources are assessed, and the rest
 * is looked at when these are done. What only its user sees is not looked at for everybody.
 */
export class SilencesOfRun {
  private readonly hosts = noHostsAhead();
  private readonly stop = sharedStop();
  private readonly abort = (): void => this.stop.abort(this.signal.reason);
  private ahead: Promise<unknown> | undefined;

  constructor(
    private readonly run: Run,
    private readonly settings: Settings,
    private readonly ports: Pick<AnalyzeDayPorts, 'countHosts' | 'keepSilences' | 'describeError'>,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.abort);
    if (signal.aborted) this.abort();
  }

  /** Begins to count hosts. If that fails, the look asks again, and says why it cannot know. */
  readonly begin = (inTurn: CountInTurn): void => {
    const { run, settings, ports, hosts, stop } = this;
    if (run.seen_by !== null || ports.countHosts === undefined) return;
    const begun = ports.countHosts(run, settings, hosts, inTurn, stop.signal);
    this.ahead = Promise.allSettled([begun]);
  };

  /**
   * The run with what a look at silence has lifted. What a look cannot know, it says itself. If it
   * fails as a whole, nobody would read of what was silent: the run says so, and another one looks
   * again. If what it found is not stored, the run names it, and another one tries again.
   *
   * @throws the signal's reason
   */
  async keptBy(run: Run): Promise<WatchedRun> {
    const { keepSilences, describeError } = this.ports;
    if (keepSilences === undefined || run.seen_by !== null) return { run, isTroubled: false };
    try {
      const kept = await keepSilences(run, this.settings, this.hosts, this.signal);
      const looked = withNotKnown(withLifted(run, kept), kept.not_known, kept.not_known_of);
      return withUnwatched(looked, kept.unwatched, kept.is_troubled);
    } catch (error) {
      this.signal.throwIfAborted();
      if (error instanceof UnstoredSilences) {
        return withUnwatched(run, [`${error.message}: ${describeError(error.cause)}`], true);
      }
      const words = `what was silent is not known: ${describeError(error)}`;
      const unknown = withNotKnown(run, EVERYTHING, everySource(this.settings));
      return withUnwatched(unknown, [words], true);
    }
  }

  /** Stops what is still being counted, and waits until nothing is under way. */
  async end(): Promise<void> {
    this.signal.removeEventListener('abort', this.abort);
    this.stop.abort();
    await this.ahead;
  }
}
