import { setTimeout as wait } from 'node:timers/promises';
import type { AnswerOf, Endpoint } from '../../common/api/basics/endpoint';
import type { ApiRun } from '../../common/api/schemas/run_schema';
import { getRun } from '../../common/api/runs/get_run';
import type { GoodInput } from '../contract/bad_inputs';
import { requestOf } from '../contract/cases';

/** What Kibana answered. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

const DONE_WITHIN_MS = 120_000;
const LOOK_MS = 500;

/** Somebody at Kibana's door. */
export class Visitor {
  constructor(
    private readonly url: string,
    /** The credentials for Kibana; none if security is off. */
    readonly headers: Readonly<Record<string, string>>,
    /** Ids of endpoints that were called with success, of all visitors. */
    private readonly called: Set<string>,
  ) {}

  /** Calls an endpoint, whatever comes back; an answer that is not an error is held to its schema. */
  async ask(endpoint: Endpoint, input: GoodInput = {}): Promise<Answer> {
    const { method, path, body } = requestOf(endpoint, input);
    const response = await fetch(`${this.url}${path}`, {
      method: method.toUpperCase(),
      headers: { ...this.headers, 'kbn-xsrf': 'test', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: Answer = { status: response.status, json: await response.json() };
    if (answer.status === endpoint.status) this.check(endpoint, answer.json);
    return answer;
  }

  /** Calls an endpoint that must answer. */
  async get<E extends Endpoint>(endpoint: E, input: GoodInput = {}): Promise<AnswerOf<E>> {
    const { status, json } = await this.ask(endpoint, input);
    if (status !== endpoint.status) {
      throw new Error(`${endpoint.id}: ${status} ${JSON.stringify(json)}`);
    }
    return json as AnswerOf<E>;
  }

  /** Waits until a run is over. */
  async runEnd(run_id: string): Promise<ApiRun> {
    const until = Date.now() + DONE_WITHIN_MS;
    for (;;) {
      const run = await this.get(getRun, { params: { run_id } });
      if (run.status !== 'running' && run.status !== 'canceling') return run;
      if (Date.now() > until) throw new Error(`the run ${run_id} does not end`);
      await wait(LOOK_MS);
    }
  }

  private check(endpoint: Endpoint, json: unknown): void {
    const parsed = endpoint.answer.safeParse(json);
    if (!parsed.success) throw new Error(`${endpoint.id}: ${parsed.error.message}`);
    this.called.add(endpoint.id);
  }
}
