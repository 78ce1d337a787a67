/** HTTP statuses that decide something here, under the names of RFC 9110 and related RFCs. */
export const OK = 200;
export const CREATED = 201;
export const NO_CONTENT = 204;
export const BAD_REQUEST = 400;
export const UNAUTHORIZED = 401;
export const FORBIDDEN = 403;
export const NOT_FOUND = 404;
export const METHOD_NOT_ALLOWED = 405;
export const NOT_ACCEPTABLE = 406;
export const REQUEST_TIMEOUT = 408;
export const CONFLICT = 409;
export const CONTENT_TOO_LARGE = 413;
export const TOO_MANY_REQUESTS = 429;
/** Not from an RFC: nginx logs it if the client has gone before the answer. */
export const CLIENT_CLOSED_REQUEST = 499;
export const INTERNAL_SERVER_ERROR = 500;
export const BAD_GATEWAY = 502;
export const SERVICE_UNAVAILABLE = 503;
export const GATEWAY_TIMEOUT = 504;
export const INSUFFICIENT_STORAGE = 507;
