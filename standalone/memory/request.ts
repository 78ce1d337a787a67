/** An object of JSON, as it comes with a request. */
export type Json = Readonly<Record<string, unknown>>;

/** A request as the client makes it. */
export interface MemoryRequest {
  readonly method: string;
  /** Without the query, such as `/logs/_search`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed JSON; text if it is lines of JSON; undefined if there is none. */
  readonly body: unknown;
}

/** The answer that Elasticsearch would give. */
export interface MemoryAnswer {
  /** 200 if it is absent. */
  readonly status?: number;
  readonly body: unknown;
}

/** A request that is not implemented here: a fault of the program, not of its user. */
export class UnknownRequest extends Error {
  override readonly name = 'UnknownRequest';

  /** @param what such as `the query "geo_shape"` */
  constructor(what: string) {
    super(`the Elasticsearch in memory does not know ${what}`);
  }
}

/** A refusal in Elasticsearch's words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly type: string,
    readonly reason: string,
  ) {
    super(reason);
  }

  get answer(): MemoryAnswer {
    const { status, type, reason } = this;
    const error = { type, reason, root_cause: [{ type, reason }] };
    return { status, body: { error, status } };
  }
}

/** The object in a part of a request; empty if it is absent. */
export function jsonOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** A value or a list of values as a list; empty if absent. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** Whether a parameter of the address is true. */
export function isOn(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  return value !== null && value !== 'false';
}

/** A value as text; an object as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
