import type { Method, Privilege } from '../../common/api/basics/endpoint';

/** A request as a client sends it. */
export interface ContractRequest {
  readonly method: Method;
  /** With parameters and query, encoded. */
  readonly path: string;
  readonly body?: unknown;
  /** In place of the usual ones; undefined leaves a usual one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

export interface ContractAnswer {
  readonly status: number;
  readonly json: unknown;
}

/** A running host of Logwave, as its callers see it. */
export interface Door {
  readonly name: string;
  /** Whether it refuses whom it has not granted a privilege. */
  readonly hasPrivileges: boolean;
  /** Whether it keeps settings and schedule by itself, without Elasticsearch. */
  readonly keepsSettings: boolean;
  /** @param privileges those that the caller was granted; all where not given */
  call(request: ContractRequest, privileges?: readonly Privilege[]): Promise<ContractAnswer>;
  close(): Promise<void>;
}
