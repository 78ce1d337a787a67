import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';

const HTTPS_PORT = 443;
const ANSWERS_WITHIN_MS = 30_000;

/** A certificate that a server presents. */
export interface ShownCertificate {
  /** SHA-256, 64 hexadecimal digits in lower case. */
  readonly fingerprint: string;
  readonly pem: string;
}

function toPem(raw: Buffer): string {
  const lines = raw.toString('base64').replace(/(.{64})(?=.)/g, '$1\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** Fingerprints are written with or without colons, in upper or lower case. */
export function plainFingerprint(text: string): string {
  return text.replaceAll(':', '').toLowerCase();
}

function chainOf(socket: TLSSocket): ShownCertificate[] {
  const seen = new Map<string, ShownCertificate>();
  let one: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  // The last one is its own issuer. One whose issuer is missing has none.
  while (one?.raw !== undefined && !seen.has(one.fingerprint256)) {
    seen.set(one.fingerprint256, {
      fingerprint: plainFingerprint(one.fingerprint256),
      pem: toPem(one.raw),
    });
    one = one.issuerCertificate;
  }
  return [...seen.values()];
}

/**
 * The certificates that a server presents, its own first. Nothing is sent to it, and this trusts
 * none of them.
 *
 * @throws errors of the connection; after an abort, an AbortError
 */
export async function fetchShownChain(url: URL, signal: AbortSignal): Promise<ShownCertificate[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? HTTPS_PORT : Number(url.port);
  const name = isIP(host) === 0 ? { servername: host } : {};
  const socket = connect({ host, port, rejectUnauthorized: false, ...name });
  socket.setTimeout(ANSWERS_WITHIN_MS, () => {
    socket.destroy(new Error('it did not answer in time'));
  });
  try {
    await once(socket, 'secureConnect', { signal });
    return chainOf(socket);
  } finally {
    socket.on('error', () => undefined);
    socket.destroy();
  }
}
