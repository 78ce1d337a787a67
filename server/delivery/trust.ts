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

/** @throws DeliveryError if the file of a CA cannot be read */
export async function readCa(file: string | undefined, name: string): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new DeliveryError(`The CA of the channel ${name} cannot be read (${codeOf(error)}).`);
  }
}
