import { MS_PER_MINUTE } from '../../../common/time';
import type { Log } from '../../../server/wiring';
import { sharedStop } from '../../../server/app/basics';

export interface HostMessagesOptions {
  /** Whether the schedule is on. Messages are only sent then. */
  readonly isOn: (signal: AbortSignal) => Promise<boolean>;
  readonly look: (signal: AbortSignal) => Promise<void>;
  readonly describeError: (error: unknown) => string;
  readonly log: Pick<Log, 'warn'>;
}

/** Checks once a minute whether messages are due, even while a day is being analyzed. */
export class HostMessages {
  private readonly stopping = sharedStop();
  private clock: NodeJS.Timeout | undefined;
  private idle: Promise<void> = Promise.resolve();
  /** The schedule when it could be read last. */
  private wasOn = false;
  private said = '';

  constructor(private readonly options: HostMessagesOptions) {}

  /** A check that takes longer delays the next one. */
  start(): void {
    this.clock ??= setTimeout(() => {
      void this.look().finally(() => {
        this.clock = undefined;
        if (!this.stopping.signal.aborted) this.start();
      });
    }, MS_PER_MINUTE);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.clock);
    await this.idle;
  }

  async look(): Promise<void> {
    this.idle = this.lookOnce().catch((error: unknown) => {
      if (this.stopping.signal.aborted) return;
      const words = this.options.describeError(error);
      // The same error once a minute would be too often.
      if (words !== this.said) this.options.log.warn(`messages cannot be sent: ${words}`);
      this.said = words;
    });
    await this.idle;
  }

  private async lookOnce(): Promise<void> {
    const { signal } = this.stopping;
    const { isOn, look } = this.options;
    this.wasOn = await isOn(signal).catch(() => this.wasOn);
    if (!this.wasOn || signal.aborted) return;
    await look(signal);
    this.said = '';
  }
}
