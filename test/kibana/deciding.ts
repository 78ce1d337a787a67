import type { Page } from 'playwright-core';
import type { Day } from '../../common/time/day';
import { subject } from '../browser/page/seen';
import { LOG_PATTERN, LOUD_SERIES } from './logs';
import { inBrowser, textOf, type Headers } from './page';

const NAME = 'holidays of the test';
const REASON = 'maintenance';

async function openSettings(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/app/logwave/settings`);
  await page.waitForSelector(subject('logwaveSources'));
}

/**
 * Makes a source of the data view of the logs, and saves it.
 *
 * @returns the series that the page shows of it before it is saved
 */
export async function sourceInBrowser(url: string, headers: Headers): Promise<string> {
  return inBrowser(headers, async (page) => {
    await openSettings(page, url);
    await page.selectOption(subject('logwaveDataView'), { label: LOG_PATTERN });
    const valueOf = (field: string) => page.inputValue(subject(`logwaveSourceField-${field}`));
    expect([await valueOf('index'), await valueOf('time_field')]).toEqual([
      LOG_PATTERN,
      '@timestamp',
    ]);
    await page.fill(subject('logwaveSourceField-subtype_fields'), 'program');
    await page.waitForSelector(subject('logwaveCheckSeries'));
    const shown = await textOf(page, 'logwaveCheckSeries');
    await page.click(subject('logwaveSaveSettings'));
    await page.locator(subject('logwaveSaveState'), { hasText: 'Saved' }).waitFor();
    return shown;
  });
}

function calendarOf(day: Day): string {
  const date = day.replaceAll('-', '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    `DTSTART;VALUE=DATE:${date}`,
    'SUMMARY:Founding day',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
}

/** Adds a calendar from a file, and removes it again. @returns what the page says of the calendar */
export async function calendarInBrowser(url: string, day: Day, headers: Headers): Promise<string> {
  return inBrowser(headers, async (page) => {
    await openSettings(page, url);
    await page.locator(subject('logwaveCalendarFile')).setInputFiles({
      name: `${NAME}.ics`,
      mimeType: 'text/calendar',
      buffer: Buffer.from(calendarOf(day)),
    });
    await page.click('label[for="logwaveCalendarMeans-like_sunday"]');
    await page.click(subject('logwaveCalendarAdd'));
    const row = page.locator(subject(`logwaveCalendar-${NAME}`));
    const said = (await row.textContent()) ?? '';
    await page.click(subject(`logwaveCalendarRemove-${NAME}`));
    await page.click(subject('confirmModalConfirmButton'));
    await row.waitFor({ state: 'detached' });
    return said;
  });
}

/** Judges the finding of a day from its row. @returns its judgment on its own page */
export async function judgeInBrowser(url: string, day: Day, headers: Headers): Promise<string> {
  return inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/day/${day}`);
    const row = page.locator(subject('logwaveRow'), { hasText: LOUD_SERIES });
    await row.locator(subject('logwaveJudge-none')).click();
    await page.check(subject('logwaveKind-expected'));
    await page.fill(subject('logwaveNote'), 'a load test');
    await page.locator(subject('logwaveReplay'), { hasNotText: '…' }).waitFor();
    await page.click(subject('logwaveKeep'));
    await row.locator(subject('logwaveJudge-expected')).waitFor();
    await row.locator(subject('logwaveRowOpen')).click();
    await page.waitForSelector(subject('logwaveJudge-expected'));
    return textOf(page, 'logwaveSeriesJudging');
  });
}

/** Mutes a series on its page, and unmutes it. @returns the message about the mute */
export async function muteInBrowser(url: string, day: Day, headers: Headers): Promise<string> {
  return inBrowser(headers, async (page) => {
    await page.goto(`${url}/app/logwave/day/${day}`);
    const row = page.locator(subject('logwaveRow'), { hasText: LOUD_SERIES });
    await row.locator(subject('logwaveRowOpen')).click();
    await page.click(subject('logwaveMute'));
    await page.fill(subject('logwaveMuteReason'), REASON);
    await page.click(subject('logwaveMuteKeep'));
    await page.waitForSelector(subject('logwaveSeriesMute'));
    const said = await textOf(page, 'logwaveSeriesMute');
    await page.click(subject('logwaveMute'));
    await page.click(subject('logwaveMuteKeep'));
    await page.locator(subject('logwaveSeriesMute')).waitFor({ state: 'detached' });
    return said;
  });
}
