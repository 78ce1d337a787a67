import type { Day } from '../../common/time/day';
import { subject } from '../browser/page/seen';
import { type Headers, inBrowser } from './page';

/** What the page shows of a day. */
export interface ShownBySettings {
  /** When the day was analyzed, and what that took. */
  readonly analyzed: string;
  /** The first weekday in the calendar from which a day is chosen. */
  readonly firstWeekday: string;
}

/** Changes settings of Kibana, in the space of its address; null gives one its default again. */
export async function changeSettings(
  kibana: string,
  changes: Readonly<Record<string, string | null>>,
): Promise<void> {
  const answer = await fetch(`${kibana}/internal/kibana/settings`, {
    method: 'POST',
    headers: {
      'kbn-xsrf': 'test',
      'x-elastic-internal-origin': 'test',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ changes }),
  });
  if (!answer.ok) throw new Error(`settings of Kibana: ${await answer.text()}`);
}

/** Opens a day, and the calendar from which another is chosen. */
export function lookInBrowser(url: string, day: Day, headers: Headers): Promise<ShownBySettings> {
  return inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/day/${day}`);
    await page.waitForSelector(subject('logwaveRow'));
    const analyzed = (await page.locator(subject('logwaveAnalyzed')).textContent()) ?? '';
    await page.click(`${subject('logwaveDatePicker')} input`);
    const weekday = page.locator('.react-datepicker__day-name').first();
    return { analyzed, firstWeekday: (await weekday.textContent()) ?? '' };
  });
}
