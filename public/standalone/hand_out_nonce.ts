import { cache as euiStyles } from '@elastic/eui/es/services/emotion/css';
import { cache as plainStyles } from '@emotion/css';

/** Parts of EUI make style tags of their own. The page's policy requires the nonce on them. */
export function handOutNonce(nonce: string): void {
  for (const { sheet } of [euiStyles, plainStyles]) sheet.nonce = nonce;
  // Overlays lock the page's scrolling by a style tag, and ask here for the nonce.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
}
