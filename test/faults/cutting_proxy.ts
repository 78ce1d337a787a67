import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { passOn } from '../fixtures/test_cluster';

/** Stands between a client and Elasticsearch, and breaks the connection off at one call. */
export interface CuttingProxy {
  readonly url: string;
  /** Calls that were made since the last reset. */
  readonly calls: () => number;
  /** Whether the call to break off was made since the last reset. */
  readonly wasCut: () => boolean;
  /**
   * From now on the `call`-th call breaks off, before or after it took effect, and no later one comes
   * through; undefined lets everything through.
   */
  readonly reset: (
    cut: { readonly call: number; readonly takesEffect: boolean } | undefined,
    onCut: () => void,
  ) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts a proxy before an Elasticsearch. Calls that come at once take turns: otherwise their answers
 * would come together now and then, and a run would keep more or fewer days in one request.
 */
export async function cuttingProxy(target: string): Promise<CuttingProxy> {
  let made = 0;
  let isDead = false;
  let cut: { readonly call: number; readonly takesEffect: boolean } | undefined;
  let tell = (): void => undefined;
  const answerOne = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, url, headers } = incoming;
    const breakOff = (): void => {
      tell();
      incoming.socket.destroy();
    };
    if (isDead) return breakOff();
    made += 1;
    const isCut = made === cut?.call;
    if (isCut) isDead = true;
    if (isCut && cut?.takesEffect === false) return breakOff();
    const passed = passOn(target, { method, path: url, headers }, (answer) => {
      if (isCut) {
        answer.resume().on('end', breakOff);
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => incoming.socket.destroy());
    incoming.pipe(passed);
  };
  let turn = Promise.resolve();
  const server = createServer((incoming, outgoing) => {
    const isOver = new Promise<void>((resolve) => outgoing.on('close', resolve));
    turn = turn.then(() => {
      answerOne(incoming, outgoing);
      return isOver;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => made,
    wasCut: () => isDead,
    reset: (next, onCut) => {
      made = 0;
      isDead = false;
      cut = next;
      tell = onCut;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
