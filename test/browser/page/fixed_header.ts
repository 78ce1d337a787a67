import type { Page } from 'playwright-core';

/** How high Kibana's own header is, in pixels. */
export const KIBANA_HEADER = 96;

/**
 * Puts a header above the page as Kibana does: fixed at the top of the window, with the body moved
 * below it, and its height in the variable by which EUI tells it.
 */
export async function putFixedHeader(page: Page): Promise<void> {
  await page.evaluate(`
    document.documentElement.style.setProperty('--euiFixedHeadersOffset', '${KIBANA_HEADER}px');
    document.body.style.paddingTop = '${KIBANA_HEADER}px';
    const header = document.createElement('div');
    Object.assign(header.style, {
      position: 'fixed', top: '0', left: '0', right: '0', height: '${KIBANA_HEADER}px',
      background: 'gray', zIndex: '1000',
    });
    document.body.prepend(header);
  `);
}
