/** The code of an error of the operating system, as in `ENOENT`; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  // Not "instanceof Error": a test runner's modules have an Error class of their own.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
