import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { pagePolicy } from '../../../standalone/host/guard/security_headers';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.woff2', 'font/woff2'],
]);

/** A running server of the fixture page. */
export interface ServedPage {
  /** Such as `http://127.0.0.1:40000`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

function frame(nonce: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Logwave</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/light.css" data-theme="light">
<link rel="stylesheet" href="/dark.css" data-theme="dark">
<script defer nonce="${nonce}" src="/entry.js"></script>
</head><body><div id="logwave"></div></body></html>`;
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse) {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const type = TYPES.get(extname(path));
  if (type !== undefined) {
    response.setHeader('content-type', type);
    // A browser that keeps the script compiles it once, not for each test. Each suite has its own browser.
    response.setHeader('cache-control', 'max-age=3600');
    response.end(await readFile(join(folder, basename(path))));
    return;
  }
  const nonce = randomBytes(18).toString('base64');
  response.setHeader('content-type', 'text/html');
  response.setHeader('content-security-policy', pagePolicy(nonce));
  response.end(frame(nonce));
}

/** Serves the fixture page under the same policy as the standalone host. */
export async function servePage(folder: string): Promise<ServedPage> {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
