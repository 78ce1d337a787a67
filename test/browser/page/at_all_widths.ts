import type { Page } from 'playwright-core';

const WIDTHS = [1600, 1280, 1024, 768, 400];
/** A sheet of A4 without its margins, in pixels of a style sheet. */
const SHEETS = { upright: { width: 718, height: 1047 }, lengthwise: { width: 1047, height: 718 } };

const FAULTS = 'pageMeasure.layoutFaults()';

/**
 * Two frames: what follows the width of the window is drawn in the second. Then a task that comes
 * after all that the page still has to do.
 */
const SETTLED =
  "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => scheduler.postTask(resolve, { priority: 'background' }))))";

/** A busy machine draws the new width late. What is still wrong after so long stays wrong. */
const LASTING_MS = 5_000;

async function faultsAt(page: Page, name: string): Promise<string[]> {
  const until = performance.now() + LASTING_MS;
  for (;;) {
    await page.evaluate(SETTLED);
    const faults = await page.evaluate<string[]>(FAULTS);
    if (faults.length === 0) return [];
    if (performance.now() > until) return faults.map((fault) => `${name}: ${fault}`);
  }
}

/** What is wrong with a page in windows of all widths, a line each. */
export async function faultsAtAllWidths(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 1000 });
    faults.push(...(await faultsAt(page, `${width} px`)));
  }
  return faults;
}

/** What is wrong with a page on a sheet of A4, upright and lengthwise, a line each. */
export async function faultsOnPaper(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.emulateMedia({ media: 'print' });
  await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
  for (const [name, size] of Object.entries(SHEETS)) {
    await page.setViewportSize(size);
    faults.push(...(await faultsAt(page, name)));
  }
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  await page.emulateMedia({ media: 'screen' });
  return faults;
}
