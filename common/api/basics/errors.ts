/**
 * Every error that the API answers with, and its status. The codes are stable: scripts rely on them.
 * A 400 of the validator and a 403 for a missing privilege come from Kibana itself, without a code.
 */
export const ERROR_STATUS = {
  bad_request: 400,
  api_key_caller: 400,
  day_not_over: 400,
  security_missing: 409,
  api_keys_disabled: 409,
  encryption_missing: 409,
  run_active: 409,
  schedule_off: 409,
  settings_conflict: 409,
  unauthorized: 401,
  forbidden: 403,
  forbidden_in_elasticsearch: 403,
  not_found: 404,
  run_not_found: 404,
  day_not_analyzed: 404,
  series_not_found: 404,
  source_not_found: 404,
  channel_not_found: 404,
  calendar_not_found: 404,
  body_too_large: 413,
  settings_invalid: 422,
  judgment_invalid: 422,
  calendar_invalid: 422,
  too_busy: 429,
  internal: 500,
  elasticsearch_refused: 502,
  not_delivered: 502,
  elasticsearch_unreachable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** The body of an error, in the shape that Kibana gives to all of its errors. */
export interface ErrorBody {
  readonly statusCode: number;
  /** The status in words, such as "Not Found". */
  readonly error: string;
  /** What is wrong and what to do, in a sentence. */
  readonly message: string;
  readonly attributes?: { readonly code: ErrorCode; readonly [key: string]: unknown };
}

/**
 * An error that is meant for the caller. A use case or an endpoint throws it, and the host turns it
 * into a response.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** More for programs, such as the privileges that are missing. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
