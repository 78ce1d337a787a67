import { cache as euiStyles } from '@elastic/eui/es/services/emotion/css';
import { cache as plainStyles } from '@emotion/css';

/** Parts of EUI make style tags of their own, which the page's policy wants to carry the nonce. */
export function handOutNonce(nonce: string): void {
  for (const { sheet } of [euiStyles, plainStyles]) sheet.nonce = nonce;
  // What is opened over the page locks its scrolling by a style tag, and asks here.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
}
