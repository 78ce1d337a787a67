import type { TransportRequestParams, TransportResult } from '@elastic/elasticsearch';
import {
  NO_CONTENT,
  BAD_REQUEST,
  CONFLICT,
  FORBIDDEN,
  METHOD_NOT_ALLOWED,
  NOT_FOUND,
} from '../../../common/http';
import { missingPart } from './answer_shape';
import { ForeignAnswer } from './foreign_answer';
import { asResponseError } from './response_error';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:;|$)/i;
const HEAD = 'HEAD';
/** Refusals that affect decisions. It must be certain that they come from Elasticsearch. */
const TELLING: readonly (number | undefined)[] = [
  BAD_REQUEST,
  FORBIDDEN,
  NOT_FOUND,
  METHOD_NOT_ALLOWED,
  CONFLICT,
];

type Answer = Pick<TransportResult, 'headers' | 'body' | 'statusCode'>;
type Asked = Pick<TransportRequestParams, 'method' | 'path'>;

function headerOf({ headers }: Pick<Answer, 'headers'>, name: string): string {
  const value: unknown = headers?.[name];
  return typeof value === 'string' ? value : '';
}

function ofType(type: string): ForeignAnswer {
  return new ForeignAnswer(type === '' ? 'an answer' : `an answer of type "${type}"`);
}

function withoutReason(): ForeignAnswer {
  return new ForeignAnswer('a refusal without a reason');
}

function isEmptyObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0;
}

/**
 * The client looks for the name of Elasticsearch in an answer, then accepts any text and any
 * object. This checks the type and the parts that are read. A refusal that the caller expects has
 * other parts: "404" of an index that is missing.
 *
 * @throws ForeignAnswer if something in between has answered, such as a proxy with its login page
 */
export function assertFromElasticsearch(answer: Answer, { method, path }: Asked): void {
  const { statusCode, body } = answer;
  if (method === HEAD || statusCode === NO_CONTENT) return;
  const type = headerOf(answer, 'content-type');
  if (!JSON_TYPE.test(type) || typeof body === 'string') throw ofType(type);
  if (TELLING.includes(statusCode)) {
    if (isEmptyObject(body)) throw withoutReason();
    return;
  }
  const missing = missingPart(method, path, body);
  if (missing !== undefined) throw new ForeignAnswer(`an answer without ${missing}`);
}

/**
 * The client's error; or a ForeignAnswer, if it is a refusal with the page of something in between,
 * or an empty one. "404" from a proxy does not mean that an index is missing.
 */
export function asForeign(error: unknown, { method }: Asked): unknown {
  const answer = asResponseError(error);
  if (answer === undefined || method === HEAD || !TELLING.includes(answer.statusCode)) return error;
  const body: unknown = answer.body;
  if (typeof body === 'string' && body !== '') {
    return ofType(headerOf({ headers: answer.headers ?? {} }, 'content-type'));
  }
  return isEmptyObject(body) ? withoutReason() : error;
}
