import type { Day } from '../../common/time/day';
import { findChromium, launchChromium } from '../browser/page/find_chromium';

const APPEARS_WITHIN_MS = 60_000;

const named = (id: string) => `[data-test-subj="${id}"]`;

/**
 * Opens the app inside Kibana, analyses a day that was not analysed and looks at one that was.
 *
 * @param headers what tells Kibana who looks: its login page is none of our business
 */
export async function analyseInBrowser(
  url: string,
  fresh: Day,
  analysed: Day,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const program = findChromium();
  if (program === undefined) throw new Error('there is no Chromium: install one');
  const browser = await launchChromium(program);
  try {
    const page = await browser.newPage({ extraHTTPHeaders: { ...headers } });
    page.setDefaultTimeout(APPEARS_WITHIN_MS);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(`${url}/app/logwave/day/${fresh}`);
    await page.click(`${named('logwaveAnalyzeFirst')}, ${named('logwaveAnalyze')}`);
    await page.waitForSelector(named('logwaveTable'));
    await page.goto(`${url}/app/logwave/day/${analysed}`);
    await page.waitForSelector(named('logwaveRow'));
    expect(await page.title()).toMatch(/Logwave.*Elastic/);
    expect(await page.textContent(named('breadcrumbs'))).toContain('Logwave');
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
}
