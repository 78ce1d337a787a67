/** An obstacle to serving, in one sentence that says what to do. */
export class HostError extends Error {
  override readonly name = 'HostError';
}
