import { changeInTurn } from '../basics';
import { carriedOn } from './earlier_attempts';
import type { Run, RunProgress } from './run';
import { RunSuperseded } from './end/run_end';
import type { RunLedger, VersionedRun } from './run_ledger';
import { isUnfinished } from './run_state';
import { requestedRunId, startedRun, type RunRequest } from './started_run';

/** How often an active run without news gives a sign of life. */
const HEARTBEAT_MS = 10_000;

/** The result of checking the ledger. */
export type Look = 'active' | 'canceled' | 'superseded';

/**
 * The run that this process works on, as the ledger has it. Writes are sequential, each based on
 * the version read before, so that neither a request to cancel nor another attempt is overwritten.
 */
export class OwnRun {
  private queue: Promise<unknown> = Promise.resolve();
  private latest: Run;
  private version: string;
  private progress: RunProgress;

  constructor(
    private readonly ledger: RunLedger,
    claimed: VersionedRun,
    private readonly now: () => Date,
  ) {
    this.latest = claimed.run;
    this.version = claimed.version;
    this.progress = claimed.run.progress;
  }

  get run(): Run {
    return this.latest;
  }

  /** What is to be written with the next sign of life. */
  setProgress(progress: RunProgress): void {
    this.progress = progress;
  }

  /**
   * Writes the run, with a sign of life.
   *
   * @throws RunSuperseded if another attempt has taken the run over; Contention if others keep
   * changing it; what the ledger throws
   */
  async save(run: Run, signal: AbortSignal): Promise<void> {
    await this.inTurn(() => this.write(run, signal));
  }

  /**
   * Checks what others have written, and gives a sign of life if it is time.
   *
   * @returns whether somebody wants the run to stop, or another attempt has taken it over
   */
  async beat(signal: AbortSignal): Promise<Look> {
    return this.inTurn(async () => {
      const found = await this.ledger.read(this.latest.run_id, signal);
      if (found?.run.attempt !== this.latest.attempt) return 'superseded';
      this.version = found.version;
      const age = this.now().getTime() - Date.parse(found.run.heartbeat_at);
      const hasNews = this.latest.progress !== this.progress;
      if (hasNews || age >= HEARTBEAT_MS) {
        await this.write({ ...found.run, progress: this.progress }, signal);
      }
      return found.run.status === 'canceling' ? 'canceled' : 'active';
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work, work);
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async write(run: Run, signal: AbortSignal): Promise<void> {
    let wished = run;
    await changeInTurn(`the run ${run.run_id}`, async () => {
      const alive = { ...wished, heartbeat_at: this.now().toISOString() };
      const version = await this.ledger.write(alive, this.version, signal);
      if (version !== undefined) {
        this.latest = alive;
        this.version = version;
        return version;
      }
      const found = await this.ledger.read(run.run_id, signal);
      if (found?.run.attempt !== run.attempt) throw new RunSuperseded();
      this.version = found.version;
      const isWishKept = found.run.status === 'canceling' && isUnfinished(run);
      wished = isWishKept ? { ...run, status: 'canceling' } : run;
      return undefined;
    });
  }
}

/** The result of trying to begin a run. */
export type Claim =
  | { readonly state: 'claimed'; readonly claimed: VersionedRun }
  /** Somebody else works on it. */
  | { readonly state: 'active'; readonly run: Run };

/**
 * Begins a run in the ledger, unless it is already active. Of two that try at the same moment, one
 * is first, and the other finds it active. The results of earlier attempts are kept.
 */
export async function claimRun(
  ledger: RunLedger,
  request: RunRequest,
  isActive: (run: Run) => boolean,
  signal: AbortSignal,
): Promise<Claim> {
  const runId = requestedRunId(request);
  return changeInTurn<Claim>(`the run ${runId}`, async () => {
    const found = await ledger.read(runId, signal);
    if (found !== undefined && isActive(found.run)) return { state: 'active', run: found.run };
    const { lifted_silences: lifted = [] } = found?.run ?? {};
    const kept = { earlier: carriedOn(found?.run), lifted_silences: lifted };
    const started = startedRun({ ...request, ...kept });
    const version = await ledger.write(started, found?.version ?? null, signal);
    if (version === undefined) return undefined;
    return { state: 'claimed', claimed: { run: started, version } };
  });
}
