import { subject } from '../browser/page/seen';
import { type Headers, inBrowser } from './page';

/** Presses *Send a test* of a channel in the settings. @returns what the page says of it */
export async function testChannelInBrowser(
  url: string,
  channel: string,
  headers: Headers,
): Promise<string> {
  return inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/settings`);
    await page.click(subject(`logwaveTestChannel-${channel}`));
    const said = page.locator(`${subject(`logwaveChannel-${channel}`)} [role=status]`);
    await said.waitFor();
    return (await said.textContent()) ?? '';
  });
}
