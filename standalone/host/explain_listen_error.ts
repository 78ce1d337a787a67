import { HostError } from './host_error';

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Why the host cannot listen, in a sentence. An unexpected error is returned unchanged. */
export function explainListenError(error: unknown, address: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new HostError(
        `port ${port} is taken, perhaps by another "logwave serve": stop that, or choose another one with --port.`,
      );
    case 'EACCES':
      return new HostError(`this user cannot use port ${port}: choose one above 1023 with --port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new HostError(`this machine has no address ${address}: leave out --host.`);
    default:
      return error;
  }
}
