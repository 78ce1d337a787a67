import type { z } from 'zod';
import type { ErrorCode } from './errors';

/** What a caller must be allowed to do; Kibana's features grant these, see `docs/operating.md`. */
export const PRIVILEGES = ['read', 'judge', 'run', 'tag', 'manage'] as const;
export type Privilege = (typeof PRIVILEGES)[number];

export type Method = 'get' | 'post' | 'put' | 'delete';

/** The parts of a request. Each is validated by itself, as Kibana does it. */
export const REQUEST_PARTS = ['params', 'query', 'body'] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

/**
 * One endpoint: its path, who may call it, what it takes and what it returns. Kibana and the
 * standalone host both serve it from this record, the page calls it by this record, and the OpenAPI
 * document is generated from it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** A name in camelCase that no other endpoint has. */
  readonly id: string;
  readonly method: Method;
  /** Parameters are in braces: `/api/logwave/days/{day}/series`. */
  readonly path: string;
  readonly privilege: Privilege;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** `noBody` if the endpoint takes none. */
  readonly body: Body;
  readonly answer: Answer;
  /** 200, or 202 if the work continues after the answer. */
  readonly status: 200 | 202;
  /**
   * Codes of errors that only this endpoint gives, in addition to those that any endpoint may give.
   */
  readonly errors: readonly ErrorCode[];
}

export type ParamsOf<E extends Endpoint> = z.output<E['params']>;
export type QueryOf<E extends Endpoint> = z.output<E['query']>;
export type BodyOf<E extends Endpoint> = z.output<E['body']>;
export type AnswerOf<E extends Endpoint> = z.output<E['answer']>;

/** The path that all endpoints begin with. */
export const API_ROOT = '/api/logwave';

/** Keeps the types of an endpoint's parts. */
export function defineEndpoint<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(endpoint: Endpoint<Params, Query, Body, Answer>): Endpoint<Params, Query, Body, Answer> {
  return endpoint;
}
