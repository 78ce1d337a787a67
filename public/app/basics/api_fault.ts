import type { ErrorCode } from '../../../common/api';

/** A failed request, as the page reports it. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';

  constructor(
    /** 0 if nothing answered. */
    readonly statusCode: number,
    /** `no_answer` if nothing answered; undefined if the host itself refused, without a code. */
    readonly code: ErrorCode | 'no_answer' | undefined,
    message: string,
    /** Which field of what was sent it is about, where the host says so. */
    readonly field?: string,
  ) {
    super(message);
  }
}

/** Whether an error only means that its request was aborted. */
export function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'name') === 'AbortError';
}

/** Any error as a fault. A request that was never sent or answered has the status 0. */
export function toFault(error: unknown): ApiFault {
  if (error instanceof ApiFault) return error;
  return new ApiFault(0, 'no_answer', error instanceof Error ? error.message : String(error));
}

const UNANSWERED: readonly ApiFault['code'][] = ['elasticsearch_unreachable', 'no_answer'];

/** Whether the host or Elasticsearch has not answered: the same request may succeed by itself. */
export function isUnanswered({ code }: ApiFault): boolean {
  return UNANSWERED.includes(code);
}
