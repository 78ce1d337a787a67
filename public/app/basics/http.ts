/** A request of the page to its host. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Absolute and without query, such as `/api/logwave/days/2015-04-01/series`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined if there is none. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** The host's answer, even if it is an error; the body is JSON, or null if it is not. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * How a host lets the page send requests. It rejects if nothing answered or the request was
 * aborted.
 */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Requests by the browser itself, which the standalone host uses. */
export const windowHttp: Http = async ({ method, path, query, body, signal }) => {
  const search = new URLSearchParams(query).toString();
  const response = await fetch(search === '' ? path : `${path}?${search}`, {
    method,
    signal,
    headers: {
      'kbn-xsrf': 'logwave',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await bodyOf(response) };
};
