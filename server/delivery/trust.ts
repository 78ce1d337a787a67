import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DeliveryError } from './delivery_error';
import { codeOf } from './native_error';

const CERTIFICATE = /certificate|self.signed|unable to (?:verify|get)|altname|CERT_|ERR_TLS/i;

/** Whether a connection failed because of the certificate that the server presented. */
export function isDistrust(error: Error): boolean {
  return CERTIFICATE.test(`${error.message} ${codeOf(error)}`);
}

/** The sentence about a certificate that is not trusted. */
export function distrustWords(host: string, name: string, reason: string): string {
  return `The certificate of ${host} is not trusted (${reason}): set the CA that signed it as "ca" of the channel ${name}.`;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'the process is not allowed to read it'],
  ['EPERM', 'the process is not allowed to read it'],
]);

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    // The constructor's error says nothing more.
    return false;
  }
}

/** @throws DeliveryError if the file of a CA cannot be read, or holds none */
export async function readCa(file: string | undefined, name: string): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const pem = await readFile(file, 'utf8').catch((error: unknown) => {
    const why = REASONS.get(codeOf(error)) ?? `the system reports ${codeOf(error)}`;
    throw new DeliveryError(`The CA of the channel ${name} cannot be read: ${why}.`);
  });
  // Without this check, an empty file would silently mean the CAs of Node.
  if (isCertificate(pem)) return pem;
  throw new DeliveryError(
    `The CA of the channel ${name} is not a PEM certificate, which begins with -----BEGIN CERTIFICATE-----.`,
  );
}
