import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to an Elasticsearch that knows how long somebody waited for it. */
export interface TimedElasticsearch {
  readonly url: string;
  /** Milliseconds in which at least one request was under way, since the last call. */
  takeTime(): number;
  close(): Promise<void>;
}

/** Adds up the time in which something was under way, however much at once. */
class BusyTime {
  private open = 0;
  private since = 0;
  private total = 0;

  begin(): void {
    if (this.open === 0) this.since = performance.now();
    this.open += 1;
  }

  end(): void {
    this.open -= 1;
    if (this.open === 0) this.total += performance.now() - this.since;
  }

  take(): number {
    const taken = this.total;
    this.total = 0;
    return taken;
  }
}

function pass(target: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, url = '/', headers } = request;
  const passed = ask(`${target}${url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}

/** Starts it: every request is handed on as it is. */
export async function startTimedElasticsearch(target: string): Promise<TimedElasticsearch> {
  const busy = new BusyTime();
  const server = createServer((request, response) => {
    busy.begin();
    response.on('close', () => busy.end());
    pass(target, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    takeTime: () => busy.take(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
