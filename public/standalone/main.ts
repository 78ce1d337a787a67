import { cache as euiStyles } from '@elastic/eui/es/services/emotion/css';
import { cache as plainStyles } from '@emotion/css';
import { startPage } from '../app/standalone/start_page';

/** Who sits at this machine may do all: the host asks nobody to log in. */
const ALL = { read: true, run: true, tag: true, manage: true };

/** The page's frame hands the nonce to the script by the script's own tag. */
function nonceOfPage(): string | undefined {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}

/** Parts of EUI make style tags of their own, which the page's policy wants to carry the nonce. */
function handOutNonce(nonce: string): void {
  for (const { sheet } of [euiStyles, plainStyles]) sheet.nonce = nonce;
  // What is opened over the page locks its scrolling by a style tag, and asks here.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
}

/** From here on the page decides which theme holds; until now the system's did. */
function leaveThemeToPage(): void {
  document.querySelectorAll<HTMLLinkElement>('link[data-theme]').forEach((link) => {
    link.media = 'all';
  });
}

const element = document.getElementById('logwave');
if (element === null) throw new Error('the page has no place for Logwave');
const nonce = nonceOfPage();
if (nonce !== undefined) handOutNonce(nonce);
startPage(element, { basename: '', nonce, may: ALL });
leaveThemeToPage();
