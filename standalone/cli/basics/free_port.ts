import { createServer } from 'node:net';

/**
 * The port if it is free, else 0, with which the system chooses one.
 *
 * @param address of this machine
 */
export async function freePort(address: string, port: number): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(0));
    server.listen(port, address, () => server.close(() => resolve(port)));
  });
}
