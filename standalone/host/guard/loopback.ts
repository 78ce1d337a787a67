import { isIPv4, isIPv6 } from 'node:net';
import { HostError } from '../host_error';

const LOCALHOST = 'localhost';
const IPV6_LOOPBACK = ['::1', '0:0:0:0:0:0:0:1'];

/** Whether a name or address, without port and brackets, can only mean this machine. */
export function isLoopback(name: string): boolean {
  if (name.toLowerCase() === LOCALHOST) return true;
  if (isIPv4(name)) return name.startsWith('127.');
  return isIPv6(name) && IPV6_LOOPBACK.includes(name);
}

/**
 * Refuses every address except those of this machine, since everyone who reaches the host has every
 * right.
 *
 * @throws HostError
 */
export function assertLoopback(address: string): void {
  if (isLoopback(address)) return;
  throw new HostError(
    `other machines can reach "${address}", and this host has no login: serve on 127.0.0.1, and install Logwave in Kibana if others need it.`,
  );
}
