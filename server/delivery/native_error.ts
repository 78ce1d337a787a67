import { types } from 'node:util';

/** What Node's own errors have in addition to their message. */
export interface NativeError extends Error {
  readonly code?: unknown;
}

/** An error, even one of another realm; undefined for anything else that was thrown. */
export function asError(error: unknown): NativeError | undefined {
  return types.isNativeError(error) || error instanceof Error ? error : undefined;
}

/** Such as ECONNREFUSED; empty if it has none. */
export function codeOf(error: unknown): string {
  const code = asError(error)?.code;
  return typeof code === 'string' ? code : '';
}
