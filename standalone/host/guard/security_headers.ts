type Headers = Readonly<Record<string, string>>;

/** For everything that is not a page: nothing in it may be run or shown in a frame. */
const NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

/**
 * What the page may load: its own files, and the style tags that its library makes, which have the
 * nonce. No script except those files, no frame, no form, no other host.
 *
 * @param nonce new for each answer
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer. The page replaces this policy by its own. */
export const securityHeaders: Headers = {
  'content-security-policy': NO_CONTENT,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
