import type { Browser, Page } from 'playwright-core';

const SIZE = { width: 1400, height: 1000 };
/** The browser itself writes a line for each answer with an error; these are looked at apart. */
const OF_BROWSER = /^Failed to load resource/;

/**
 * Opens a page of a host, and overhears everything that the browser complains of: errors, and what
 * the page's policy forbids.
 */
export async function watchPage(browser: Browser, complaints: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE });
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !OF_BROWSER.test(message.text())) {
      complaints.push(message.text());
    }
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
      console.error(`broken policy: ${violatedDirective} ${sourceFile}`);
    });
  });
  return page;
}
