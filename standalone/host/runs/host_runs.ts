import {
  ProcessStopping,
  type RunOrigin,
  RunService,
  type BegunRun,
  type RunPorts,
  type RunRequest,
} from '../../../server/app/runs';

/** A run that was stopped because the host stopped, and how to start it again. */
export interface StoppedRun {
  readonly day: string;
  readonly is_tagging: boolean;
  readonly origin: RunOrigin;
}

/** The runs of this host. Those that it stops halfway are started again when it starts. */
export class HostRuns extends RunService {
  private readonly going = new Map<
    string,
    { readonly run: StoppedRun; readonly begun: BegunRun }
  >();

  override async start(
    request: RunRequest,
    ports: RunPorts,
    signal: AbortSignal,
  ): Promise<BegunRun> {
    const begun = await super.start(request, ports, signal);
    if (begun.joined) return begun;
    const { day, origin } = request;
    const run = { day, origin, is_tagging: ports.isTagging };
    this.going.set(begun.run_id, { run, begun });
    void begun.done.finally(() => this.going.delete(begun.run_id));
    return begun;
  }

  /** Stops all runs and waits until they are marked; returns those that are to be started again. */
  async stopForNow(): Promise<StoppedRun[]> {
    const going = [...this.going.values()];
    await this.stopAll();
    const stopped: StoppedRun[] = [];
    for (const { run, begun } of going) {
      // A run that ended at this very moment needs nothing more.
      if ((await begun.done).error === new ProcessStopping().message) stopped.push(run);
    }
    return stopped;
  }
}
