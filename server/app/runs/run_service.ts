import type { StreamMark } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import { analyzeDay } from './analyze_day';
import type { AnalyzeDayPorts } from './analyze_day_ports';
import { claimRun, OwnRun, type Claim, type Look } from './own_run';
import type { Run, RunProgress, RunStatus } from './run';
import { ProcessStopping, RunCanceled, RunSuperseded } from './end/run_end';
import { takeTagsBack } from './end/take_tags_back';
import type { RunLedger } from './run_ledger';
import { coversOthers, isAlive } from './run_state';
import type { RunRequest } from './started_run';
import { allOver, changeInTurn, lastWord, sharedStop, type Wait } from '../basics';
import type { CountingPorts } from '../counting';
import { type Decisions, decisionsOf, NO_DECISIONS } from '../deciding';

/** After a user has canceled a run, it stops within this time plus the time of a request. */
const LOOK_MS = 1_000;

/** What a run needs, in the name of the user who began it. */
export interface RunPorts extends Omit<AnalyzeDayPorts, 'saveRun' | 'counting' | 'now'> {
  readonly ledger: RunLedger;
  /** Begins to count for one run, since rights may have changed since the last one. */
  readonly openCounting: () => CountingPorts;
  /** People's decisions in a scope; absent if there are none. */
  readonly decisions?: (scope: string, signal: AbortSignal) => Promise<Decisions>;
  /** All marks of streams of a scope; absent if nothing is muted. */
  readonly streamMarks?: (scope: string, signal: AbortSignal) => Promise<readonly StreamMark[]>;
  /** Called with a run of other sources of the day that must finish first. */
  readonly onWaiting?: (run: Run) => void;
  /** Receives why a run failed if no caller waits for it. */
  readonly onFailed?: (run: Run, error: unknown) => void;
}

/** A run that was begun, or that was already active. */
export interface BegunRun {
  readonly run_id: string;
  /** Whether another caller had begun it. */
  readonly joined: boolean;
  /** Ends with the final state of the run; never rejects. For a joined run, at once. */
  readonly done: Promise<Run>;
}

interface ActiveRun {
  readonly controller: AbortController;
  /** Also waits for what comes after the analysis: removing the tags of a canceled run. */
  readonly halting: AbortController;
  readonly done: Promise<Run>;
}

/**
 * Privileges without which some documents of the enabled sources are not seen, a phrase each.
 *
 * @throws errors of the request for the rights
 */
export async function missingRightsIn(
  { sources }: Settings,
  counting: Pick<CountingPorts, 'missingRights'>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const enabled = sources.filter((source) => source.enabled);
  const missing = enabled.map((source) => counting.missingRights(source, signal));
  return [...new Set((await allOver(missing)).flat())];
}

/** People's decisions that affect the findings of the day, and those that cannot be used. */
async function decidedForRun(
  { day, scope, settings }: RunRequest,
  ports: Pick<RunPorts, 'decisions'>,
  signal: AbortSignal,
): Promise<Pick<RunRequest, 'judgments' | 'calendar' | 'calendar_notes'>> {
  const said = (await ports.decisions?.(scope, signal)) ?? NO_DECISIONS;
  const decided = decisionsOf(said, { from: day, to: day }, settings);
  return { ...decided.on(day), calendar_notes: decided.notes };
}

/** Manages the runs of one process. */
export class RunService {
  private readonly active = new Map<string, ActiveRun>();
  private readonly background = new Set<Promise<void>>();
  private readonly closing = sharedStop();

  constructor(
    private readonly now: () => Date,
    private readonly wait: Wait,
  ) {}

  /**
   * Begins the analysis of a day. It continues after this returns. A day that is being analyzed,
   * here or by another process, is joined. But a command takes over, since its user watches the run
   * to the end, and may just have stopped the one before. A run of sources that the command is not
   * about must finish first. If the user may not see all documents, the run is the user's own.
   *
   * @throws what the ledger throws, and errors of the request for the rights
   */
  async start(request: RunRequest, ports: RunPorts, signal: AbortSignal): Promise<BegunRun> {
    const counting = ports.openCounting();
    const missing = await missingRightsIn(request.settings, counting, signal);
    const decided = await decidedForRun(request, ports, signal);
    const marks = (await ports.streamMarks?.(request.scope, signal)) ?? [];
    const asked = {
      ...request,
      ...decided,
      marks,
      is_seen_in_part: missing.length > 0,
    };
    const claim = await this.claim(asked, ports, signal);
    if (claim.state === 'active') {
      const { run } = claim;
      return { run_id: run.run_id, joined: true, done: Promise.resolve(run) };
    }
    const { run_id: runId, earlier = [], lifted_silences: lifted = [] } = claim.claimed.run;
    const own = new OwnRun(ports.ledger, claim.claimed, this.now);
    const controls = { controller: sharedStop(), halting: sharedStop() };
    const ofRun = { ...ports, counting };
    const done = this.work(
      own,
      { ...asked, earlier, lifted_silences: lifted },
      ofRun,
      controls,
    ).finally(() => this.active.delete(runId));
    this.active.set(runId, { ...controls, done });
    return { run_id: runId, joined: false, done };
  }

  /**
   * Requests a run to stop, whichever process it is in. It removes its tags before it is canceled.
   *
   * @returns the status after that; undefined if there is no such run
   * @throws Contention if others keep changing the run; what the ledger throws
   */
  async cancel(
    runId: string,
    ledger: RunLedger,
    signal: AbortSignal,
  ): Promise<RunStatus | undefined> {
    const { status } = await changeInTurn(`the run ${runId}`, async () => {
      const found = await ledger.read(runId, signal);
      if (found === undefined) return { status: undefined };
      if (!isAlive(found.run, this.now())) return { status: found.run.status };
      const wished: Run = { ...found.run, status: 'canceling' };
      const version = await ledger.write(wished, found.version, signal);
      if (version === undefined) return undefined;
      this.active.get(runId)?.controller.abort(new RunCanceled());
      return { status: wished.status };
    });
    return status;
  }

  /** Stops a run of this process. It will be started again. */
  stop(runId: string): void {
    const run = this.active.get(runId);
    if (run !== undefined) halt(run);
  }

  /**
   * Does work that no caller waits for. Its signal ends when the process is about to end.
   *
   * @param onFailed receives what the work throws
   */
  goOn(work: (signal: AbortSignal) => Promise<void>, onFailed: (error: unknown) => void): void {
    const going = work(this.closing.signal)
      .catch(onFailed)
      .finally(() => this.background.delete(going));
    this.background.add(going);
  }

  /** Stops all runs of this process because it is about to end, and waits until they are marked. */
  async stopAll(): Promise<void> {
    this.closing.abort(new ProcessStopping());
    const running = [...this.active.values()];
    running.forEach(halt);
    await allOver([...running.map(({ done }) => done), ...this.background]);
  }

  private async claim(request: RunRequest, ports: RunPorts, signal: AbortSignal): Promise<Claim> {
    const isTakingOver = request.origin === 'command';
    const isActive = (run: Run): boolean =>
      isAlive(run, this.now()) && (!isTakingOver || coversOthers(run, request.settings));
    for (let looks = 0; ; looks += 1) {
      const claim = await claimRun(ports.ledger, request, isActive, signal);
      if (claim.state === 'claimed' || !isTakingOver) return claim;
      if (looks === 0) ports.onWaiting?.(claim.run);
      await this.wait(LOOK_MS, signal);
    }
  }

  private async work(
    own: OwnRun,
    request: RunRequest,
    ports: RunPorts & Pick<AnalyzeDayPorts, 'counting'>,
    { controller, halting }: Pick<ActiveRun, 'controller' | 'halting'>,
  ): Promise<Run> {
    const stop = (look: Look): void => {
      if (look === 'canceled') controller.abort(new RunCanceled());
      if (look === 'superseded') controller.abort(new RunSuperseded());
    };
    const analysisPorts = {
      ...ports,
      now: this.now,
      saveRun: (run: Run, signal: AbortSignal) => own.save(shownWhileUntagging(run), signal),
      onProgress: (progress: RunProgress) => {
        own.setProgress(progress);
        ports.onProgress?.(progress);
      },
    };
    try {
      await this.whileAlive(own, stop, () => analyzeDay(request, analysisPorts, controller.signal));
    } catch (error) {
      if (!controller.signal.aborted) ports.onFailed?.(own.run, error);
    }
    if (controller.signal.reason instanceof RunCanceled)
      await this.takeBack(own, ports, halting.signal);
    return own.run;
  }

  /**
   * Removes the tags of a canceled attempt, then marks it as canceled. If the process is about to
   * end meanwhile, the rest of the tags stay, and the run says how many.
   */
  private async takeBack(own: OwnRun, ports: RunPorts, halting: AbortSignal): Promise<void> {
    const { run } = own;
    const onUntagged = (documents: number): void =>
      own.setProgress({ ...run.progress, documents_tagged: documents });
    const end = await this.whileAlive(
      own,
      () => undefined,
      () => takeTagsBack(run, onUntagged, ports, halting),
    );
    await own.save(end, lastWord()).catch((error: unknown) => {
      // Without this last write the run counts as failed after a minute, and can be started again.
      ports.onFailed?.(end, error);
    });
  }

  /** Does the work. Meanwhile, it checks the ledger once a second and gives signs of life. */
  private async whileAlive<T>(
    own: OwnRun,
    onLook: (look: Look) => void,
    work: () => Promise<T>,
  ): Promise<T> {
    const over = sharedStop();
    const looking = this.lookAgainAndAgain(own, onLook, over.signal);
    try {
      return await work();
    } finally {
      over.abort();
      await looking;
    }
  }

  private async lookAgainAndAgain(
    own: OwnRun,
    onLook: (look: Look) => void,
    over: AbortSignal,
  ): Promise<void> {
    while (!over.aborted) {
      try {
        await this.wait(LOOK_MS, over);
        onLook(await own.beat(over));
      } catch {
        // Ends with the work, or with a failed check: the work itself notices when nothing answers.
      }
    }
  }
}

/** A canceled run is not over before its tags are removed. */
function shownWhileUntagging(run: Run): Run {
  if (run.status !== 'canceled') return run;
  return { ...run, status: 'canceling', progress: { ...run.progress, phase: 'untagging' } };
}

function halt({ controller, halting }: Pick<ActiveRun, 'controller' | 'halting'>): void {
  controller.abort(new ProcessStopping());
  halting.abort(new ProcessStopping());
}
