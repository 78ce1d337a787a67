import { FLAGS } from './cluster_options';

/** OpenSSL's words for a certificate that no CA trusted by this machine has signed. */
const IS_UNTRUSTED =
  /self[- ]signed certificate|unable to (get|verify)|certificate signature failure/i;
const IS_FOR_OTHERS = /does not match certificate/i;
const IS_OUT_OF_DATE = /certificate (has expired|is not yet valid)/i;
const IS_PLAIN_HTTP = /wrong version number|packet length too long/i;

/**
 * What is wrong with an encrypted connection, and what to do about it; undefined if the error is
 * another one.
 *
 * @param message the client's, as in `self-signed certificate in certificate chain`
 * @param hasCa whether the user has named a CA
 */
export function explainTls(message: string, { origin }: URL, hasCa: boolean): string | undefined {
  if (IS_PLAIN_HTTP.test(message)) {
    return `${origin} answers without TLS: write the address with http://`;
  }
  if (IS_FOR_OTHERS.test(message)) {
    return `the certificate of ${origin} is for other names: use one of them in the address (${message})`;
  }
  if (IS_OUT_OF_DATE.test(message)) {
    return `the certificate of ${origin} is out of date (${message}): renew it, or correct the clock`;
  }
  if (!IS_UNTRUSTED.test(message)) return undefined;
  return hasCa
    ? `the CA that you gave has not signed the certificate of ${origin} (${message})`
    : `no CA that this machine trusts has signed the certificate of ${origin} (${message}): name its CA with ${FLAGS.ca} FILE or ${FLAGS.caFingerprint} HEX`;
}
