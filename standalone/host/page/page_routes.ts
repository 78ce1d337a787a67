import { randomBytes } from 'node:crypto';
import type { Request, ResponseObject, ResponseToolkit, ServerRoute } from '@hapi/hapi';
import { pagePolicy } from '../guard/security_headers';
import { errorBody } from '../error_body';
import type { Page } from './ensure_page';
import { ASSETS, type Notice, pageShell } from './page_shell';

const NONCE_BYTES = 18;
const COMPRESSED = { br: '.br', gzip: '.gz' };
/** Names contain the hash of the content, so a fetched file never changes. */
const FOREVER = 'public, max-age=31536000, immutable';
const FILE_NAME = /^[A-Za-z0-9][\w.-]*$/;
const HAS_ENDING = /\.[A-Za-z0-9]+$/;

function notFound(h: ResponseToolkit, message: string): ResponseObject {
  return h.response(errorBody(404, message)).code(404).header('cache-control', 'no-store');
}

function sendFile({ folder, manifest }: Page, request: Request, h: ResponseToolkit) {
  const name = request.path.slice(ASSETS.length + 1);
  // The folder also has files of the page before. A name never leads out of the folder.
  if (!FILE_NAME.test(name)) return notFound(h, 'There is no such file.');
  const isOfPage = manifest.files.includes(name);
  return h
    .file(name, { confine: folder, lookupCompressed: true, lookupMap: COMPRESSED })
    .header('cache-control', isOfPage ? FOREVER : 'no-cache');
}

/** Every address of the page gets the same frame. Its script reads the address. */
function sendShell(
  { manifest }: Page,
  notice: Notice | undefined,
  request: Request,
  h: ResponseToolkit,
): ResponseObject {
  const isPage = !request.path.startsWith('/api/') && !HAS_ENDING.test(request.path);
  if (!isPage) return notFound(h, 'There is nothing at this address.');
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  return h
    .response(pageShell(manifest, nonce, notice))
    .type('text/html')
    .header('cache-control', 'no-store')
    .header('content-security-policy', pagePolicy(nonce));
}

/** The page and its files. */
export function pageRoutes(page: Page, notice?: Notice): ServerRoute[] {
  return [
    {
      method: 'GET',
      path: `${ASSETS}/{file*}`,
      handler: (request, h) => sendFile(page, request, h),
    },
    {
      method: 'GET',
      path: '/{path*}',
      handler: (request, h) => sendShell(page, notice, request, h),
    },
  ];
}
