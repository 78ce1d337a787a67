import type { Schedule } from '../../../common/api';
import { lastWord, sharedStop } from '../../../server/app/basics';
import type { Caller, Log, ScheduleOptions, ScheduleService } from '../../../server/wiring';
import { nextBeginning, shownSchedule, type LastRun, type ScheduleState } from './schedule_state';
import { changeSchedule, type ScheduleStore } from './schedule_store';

const MINUTE_MS = 60_000;

/** The result of one check for days to analyze. */
export type Analyzed = Omit<LastRun, 'at'>;

export interface HostScheduleOptions {
  readonly store: ScheduleStore;
  /** Analyzes the days that are due. */
  readonly analyze: (options: { readonly tag: boolean }, signal: AbortSignal) => Promise<Analyzed>;
  /** What went wrong, in a sentence. */
  readonly describeError: (error: unknown) => string;
  readonly log: Log;
  readonly now: () => Date;
}

/**
 * The schedule of this host. Once a minute it reads from the store whether it is time. So it
 * continues after a restart, and of two hosts on one Elasticsearch only one begins.
 */
export class HostSchedule implements ScheduleService {
  private readonly stopping = sharedStop();
  private clock: NodeJS.Timeout | undefined;
  private working: AbortController | undefined;
  private idle: Promise<void> = Promise.resolve();

  constructor(private readonly options: HostScheduleOptions) {}

  /** Begins to check once a minute. A check that takes longer delays the next one. */
  start(): void {
    this.clock ??= this.lookInAMinute();
  }

  private lookInAMinute(): NodeJS.Timeout {
    return setTimeout(() => {
      void this.look().finally(() => {
        if (!this.stopping.signal.aborted) this.clock = this.lookInAMinute();
      });
    }, MINUTE_MS);
  }

  /** Stops its present work, so that the next start begins with it, and waits for that. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.clock);
    this.working?.abort();
    await this.idle;
  }

  async status(_caller: Caller, signal: AbortSignal): Promise<Schedule> {
    const { state } = await this.options.store.read(signal);
    return shownSchedule(state, this.options.now());
  }

  /** Switches it on, and runs it at once the first time. If it is already on, only changes it. */
  async enable(
    caller: Caller,
    { interval, tag }: ScheduleOptions,
    signal: AbortSignal,
  ): Promise<Schedule> {
    const { store, now } = this.options;
    const at = now();
    const on = (state: ScheduleState): ScheduleState => {
      const before = state.enabled ? state : { enabled_at: at.toISOString(), begun_at: null };
      return { ...state, ...before, enabled: true, interval, tag };
    };
    const changed = await changeSchedule(store, on, signal);
    if (this.clock !== undefined) void this.look();
    return shownSchedule(changed, at);
  }

  /** Switches it off, even in the middle of its work. */
  async disable(caller: Caller, signal: AbortSignal): Promise<Schedule> {
    const { store, now } = this.options;
    const off = (state: ScheduleState): ScheduleState => ({
      ...state,
      enabled: false,
      enabled_at: null,
    });
    const changed = await changeSchedule(store, off, signal);
    this.working?.abort();
    return shownSchedule(changed, now());
  }

  /** There is no key here that could expire. */
  warning(): Promise<null> {
    return Promise.resolve(null);
  }

  /** There is no key here, and so nothing to renew. */
  renew(caller: Caller, signal: AbortSignal): Promise<Schedule> {
    return this.status(caller, signal);
  }

  /** There is no key here. */
  needsKey(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Begins if it is time. Errors are in the log, and the next minute tries again. */
  async look(): Promise<void> {
    if (this.stopping.signal.aborted || this.working !== undefined) return;
    this.idle = this.beginIfDue().catch((error: unknown) => {
      if (this.stopping.signal.aborted) return;
      const { log, describeError } = this.options;
      log.warn(`the schedule cannot be read or written: ${describeError(error)}`);
    });
    await this.idle;
  }

  private async beginIfDue(): Promise<void> {
    const { store, now } = this.options;
    const { state, version } = await store.read(this.stopping.signal);
    const at = now();
    const due = nextBeginning(state, at);
    if (due === null || due > at) return;
    const begun = { ...state, begun_at: at.toISOString() };
    // If this is not written, another host was first.
    if (!(await store.write(begun, version, this.stopping.signal))) return;
    await this.analyze(state.tag, at);
  }

  private async analyze(tag: boolean, at: Date): Promise<void> {
    const { analyze, store } = this.options;
    const working = sharedStop();
    this.working = working;
    try {
      const { outcome, words } = await this.outcomeOf(analyze({ tag }, working.signal));
      if (working.signal.aborted) return await this.beginAgain();
      const last_run = { at: at.toISOString(), outcome, words };
      await changeSchedule(store, (state) => ({ ...state, last_run }), this.stopping.signal);
    } finally {
      this.working = undefined;
    }
  }

  private async outcomeOf(analyzing: Promise<Analyzed>): Promise<Analyzed> {
    const failed = (error: unknown): Analyzed => {
      return { outcome: 'failed', words: this.options.describeError(error) };
    };
    return analyzing.catch(failed);
  }

  /** Work that was stopped halfway is due at once. */
  private async beginAgain(): Promise<void> {
    const again = (state: ScheduleState): ScheduleState => ({ ...state, begun_at: null });
    await changeSchedule(this.options.store, again, lastWord());
  }
}
