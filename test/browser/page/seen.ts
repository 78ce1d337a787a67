import type { Page } from 'playwright-core';

/** What the reader sees, read from the page's own document. */

/** Names of the rows that are rendered, from top to bottom. */
export function rowNames(page: Page): Promise<string[]> {
  return page.locator('tr[data-row] .lwNameText').allTextContents();
}

/** The name of the row that has the focus; empty if none has. */
export function focusedRow(page: Page): Promise<string> {
  return page.evaluate(
    "document.activeElement?.closest('tr')?.querySelector('.lwNameText')?.textContent ?? ''",
  );
}

/** The text of the first element with a test subject. */
export async function textOf(page: Page, subject: string): Promise<string> {
  return (await page.locator(`[data-test-subj="${subject}"]`).first().textContent()) ?? '';
}

/** Waits until the rows of the day are there. */
export async function rowsThere(page: Page): Promise<void> {
  await page.waitForSelector('tr[data-row]');
}

/** How long a page may take until it is as it should be: the machine may have much else to do. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

/**
 * Waits until an expression holds on a page. Playwright's own way makes functions of text inside the
 * page, which the page's policy forbids.
 */
export async function until(page: Page, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
    if (Date.now() > end) throw new Error(`it never came to this: ${expression}`);
    await page.waitForTimeout(PAUSE_MS);
  }
}

/** An element by its test subject. */
export const subject = (name: string): string => `[data-test-subj="${name}"]`;
