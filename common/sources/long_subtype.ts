/**
 * Longer subtypes cannot be keys: they would not fit into an address, where each character may take
 * nine.
 */
export const LONGEST_KEY = 800;

const DIGEST = /… sha256:[0-9a-f]{64}$/;

/** Whether a text is the key of a series with a long subtype: it ends with a digest. */
export function isDigestKey(text: string): boolean {
  return text.length <= LONGEST_KEY && DIGEST.test(text);
}
