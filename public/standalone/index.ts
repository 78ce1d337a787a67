import { startPage } from './start_page';
import { handOutNonce } from './hand_out_nonce';

/** A user at this machine may do everything: the host requires no login. */
const ALL = { read: true, judge: true, run: true, tag: true, manage: true };

/** The page's frame passes the nonce through the script's own tag. */
function nonceOfPage(): string | undefined {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}

/** What the host says about its data, in the page's frame. */
function noticeOfPage(): 'sample' | 'look' | undefined {
  const said = document.querySelector<HTMLMetaElement>('meta[name="logwave-notice"]')?.content;
  return said === 'sample' || said === 'look' ? said : undefined;
}

/** From here on the page decides which theme is used. Until now the system's was. */
function leaveThemeToPage(): void {
  document.querySelectorAll<HTMLLinkElement>('link[data-theme]').forEach((link) => {
    link.media = 'all';
  });
}

const element = document.getElementById('logwave');
if (element === null) throw new Error('the page has no place for Logwave');
const nonce = nonceOfPage();
if (nonce !== undefined) handOutNonce(nonce);
const notice = noticeOfPage();
startPage(element, { basename: '', nonce, may: ALL, ...(notice !== undefined && { notice }) });
leaveThemeToPage();
