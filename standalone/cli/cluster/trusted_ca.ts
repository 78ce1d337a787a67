import { X509Certificate } from 'node:crypto';
import { UserError } from '../basics/user_error';
import { explainTls } from './explain_connection';
import { fetchShownChain, plainFingerprint } from './fetch_shown_chain';
import { readGivenFile } from './read_given_file';

const IS_FINGERPRINT = /^[\da-f]{64}$/;

/**
 * The certificates of a PEM file.
 *
 * @throws UserError if it cannot be read or contains none
 */
export async function readCa(file: string, signal: AbortSignal): Promise<string> {
  const pem = await readGivenFile(file, 'the CA', signal);
  try {
    new X509Certificate(pem);
    return pem;
  } catch {
    throw new UserError(
      `${file} holds no PEM certificate, which begins with -----BEGIN CERTIFICATE-----`,
    );
  }
}

/**
 * The certificate with this fingerprint, among those that the server presents. Connections then
 * trust it and check everything else, including the name.
 *
 * Node then checks the whole chain, as it does with --ca FILE.
 *
 * @param fingerprint SHA-256 in hexadecimal digits, with or without colons
 * @throws UserError if it is not a fingerprint, or the server presents no such certificate; errors of
 * the connection
 */
export async function fetchCa(url: URL, fingerprint: string, signal: AbortSignal): Promise<string> {
  const wanted = plainFingerprint(fingerprint);
  if (!IS_FINGERPRINT.test(wanted)) {
    throw new UserError('the fingerprint of a CA is its SHA-256: 64 hexadecimal digits', 2);
  }
  const chain = await fetchShownChain(url, signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
    const { message } = error as Error;
    const words = explainTls(message, url, true);
    throw new UserError(words ?? `no connection to ${url.origin} (${message})`);
  });
  const ca = chain.find((shown) => shown.fingerprint === wanted);
  if (ca !== undefined) return ca.pem;
  throw new UserError(
    `${url.origin} shows no certificate with this fingerprint: check that it is the fingerprint of the CA and that the server shows its CA, or give the CA itself with --ca FILE`,
  );
}
