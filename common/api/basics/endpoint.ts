import type { z } from 'zod';
import type { ErrorCode } from './errors';

/** What a caller must be allowed to do; Kibana's features grant these, see `docs/operating.md`. */
export const PRIVILEGES = ['read', 'judge', 'run', 'tag', 'manage'] as const;
export type Privilege = (typeof PRIVILEGES)[number];

export type Method = 'get' | 'post' | 'put' | 'delete';

/** The parts of a request that are validated, each on its own, as Kibana does. */
export const REQUEST_PARTS = ['params', 'query', 'body'] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

/**
 * One endpoint: where it is, who may call it, what it takes and what it answers. Both doors serve it
 * from this record, the page calls it by this record, and the OpenAPI document is made of it.
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
  /** Parameters stand in braces: `/api/logwave/days/{day}/series`. */
  readonly path: string;
  readonly privilege: Privilege;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** `noBody` where none is taken. */
  readonly body: Body;
  readonly answer: Answer;
  /** 200, or 202 where what was asked for goes on after the answer. */
  readonly status: 200 | 202;
  /** Codes of the errors that are its own, besides those that any endpoint may give. */
  readonly errors: readonly ErrorCode[];
}

export type ParamsOf<E extends Endpoint> = z.output<E['params']>;
export type QueryOf<E extends Endpoint> = z.output<E['query']>;
export type BodyOf<E extends Endpoint> = z.output<E['body']>;
export type AnswerOf<E extends Endpoint> = z.output<E['answer']>;

/** Where all endpoints are. */
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
