import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { HOSTILE_SUBTYPES, hostileDay } from '../fixtures/page_odd_days';
import { seriousFaultsOfThemes } from './page/axe';
import { describeInChromium, pagesOfSuite, type PageOptions } from './page/open_pages';
import { faultsAtAllWidths, faultsOnPaper } from './page/at_all_widths';
import { focusedRow, rowsThere, subject, textOf, until } from './page/seen';

jest.setTimeout(180_000);

const DAY = 'day/2015-04-01';
const NOTICE = `${DAY}/series?source=syslog&subtype=5`;
const THIN = `${DAY}/series?source=suricata&subtype=2221007`;

describeInChromium()('the page of a series', () => {
  const pages = pagesOfSuite();

  async function openSeries(scenario: string, path = NOTICE, options?: PageOptions): Promise<Page> {
    const page = await pages.open(`/${scenario}/${path}`, options);
    await page.waitForSelector(subject('logwaveTicket'));
    return page;
  }

  /** Within the application, which is loaded already. */
  const goTo = (page: Page, path: string) =>
    page.evaluate(
      `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate', { state: {} }))`,
    );

  const inPart = (page: Page, part: string, name: string) =>
    page.locator(`${subject(part)} ${subject(name)}`);

  const dayButton = (page: Page, day: string) => page.locator(`button[data-day="${day}"]`);

  it('says why in a sentence that does not depend on the page', async () => {
    const page = await openSeries('talk');
    expect(await page.locator(subject('logwaveRhythms')).isVisible()).toBe(true);
    expect(await textOf(page, 'logwaveVerdict')).toBe('More.');
    expect(await textOf(page, 'logwaveTicket')).toBe(
      "On Wednesday 1 April 2015 syslog severity 5 had 48 events at 15:00, usually 9–14: 3.6× the usual 13.5 and the highest of 5 Wednesdays. Also 20 at 10:00, usually 11–14. With the usual counts at 15:00 and 10:00, the day's difference of 0.54 (threshold 0.50) would fall by 41% and 26%.",
    );
    expect(await page.title()).toBe('Syslog notice - Wednesday 1 April 2015 - Logwave');
  });

  it('shows names of fields and values whole that begin alike', async () => {
    const page = await openSeries('ordinary', NOTICE, { width: 1280 });
    await page.waitForSelector('.lwField-name');
    const cut = await page.evaluate<string[]>(`(() => {
      const names = [...document.querySelectorAll('.lwFields .lwField th[title]')];
      return names.flatMap((name) => {
        const texts = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
        texts.nextNode().textContent = 'syslog_facility_label';
        const parts = [name, ...name.querySelectorAll('*')];
        return parts.some((part) => part.scrollWidth > part.clientWidth + 1) ? [name.title] : [];
      });
    })()`);
    expect(cut).toEqual([]);
  });

  it('shows its last 31 days, which lead to them and to its month', async () => {
    const page = await openSeries('ordinary', `${DAY}/series?source=ossec&subtype=550`);
    expect(await textOf(page, 'logwaveHistory')).toContain(
      'Unusual on 3 of 31 days: 30 and 31 Mar, this day; last time More at 14:00.',
    );
    // Cycles do not decide by this method: they are folded away.
    expect(await page.getAttribute(subject('logwaveRhythmsMore'), 'open')).toBeNull();
    expect(await page.locator(subject('logwaveRhythms')).isVisible()).toBe(false);
    await page.click(subject('logwaveSeriesMonth'));
    await page.waitForURL('**/month/2015-04-01?filter=File+checksum+changed');
    await page.waitForSelector('tr.lwMonthRow');
    expect(await page.locator('tr.lwMonthRow').count()).toBe(1);
    await page.goBack();
    const strip = page.locator(`${subject('logwaveHistory')} svg`);
    await strip.click({ position: { x: 29.5 * 25, y: 12 } });
    await page.waitForURL('**/day/2015-03-31/series?source=ossec&subtype=550');
  });

  it('judges by keys, by the same dialog as the day, and mutes until a day', async () => {
    const page = await openSeries('ordinary');
    await page.keyboard.press('?');
    expect(await textOf(page, 'logwaveKeys')).toContain('e  iexpected, incidentu');
    await page.keyboard.press('Escape');
    await page.waitForSelector(subject('logwaveKeys'), { state: 'detached' });
    await page.keyboard.press('i');
    await page.waitForSelector('text=4 findings go, 2 confirmed incidents stay');
    await page.fill(subject('logwaveNote'), 'brute force');
    await page.focus(subject('logwaveKeep'));
    await page.keyboard.press('Enter');
    await page.waitForSelector(subject('logwaveJudge-incident'));
    expect(await textOf(page, 'logwaveSeriesJudging')).toContain('incident, ana: brute force');
    await page.focus(subject('logwaveMute'));
    await page.keyboard.press('Enter');
    await page.fill(subject('logwaveMuteReason'), 'maintenance');
    await page.fill(subject('logwaveMuteUntil'), '2015-04-08');
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForSelector(subject('logwaveSeriesMute'));
    expect(await textOf(page, 'logwaveSeriesMute')).toBe(
      'muted by ana until 2015-04-08: maintenance',
    );
    expect(await faultsAtAllWidths(page)).toEqual([]);
    await page.click(subject('logwaveMute'));
    await page.click(subject('logwaveMuteKeep'));
    await page.waitForSelector(subject('logwaveSeriesMute'), { state: 'detached' });
  });

  it('copies the sentence', async () => {
    const page = await openSeries('talk');
    await page.evaluate(
      "document.addEventListener('copy', () => { window.copied = String(getSelection()) })",
    );
    await page.click(subject('logwaveCopySentence'));
    expect(await page.evaluate('window.copied')).toBe(
      `${await textOf(page, 'logwaveTicket')} Hours are in America/Toronto. Tag: syslog_outlier. ${page.url()}`,
    );
  });

  it('draws both charts on one x, and flagged hours in a color that only they have', async () => {
    const page = await openSeries('talk');
    expect(await page.locator('.lwChart canvas').count()).toBeGreaterThanOrEqual(2);
    const widths = await page.evaluate<number[]>(
      "[...document.querySelectorAll('.lwChart')].map((chart) => chart.getBoundingClientRect().width)",
    );
    expect(new Set(widths).size).toBe(1);
    const colors = await page.evaluate<string[]>(
      "[...document.querySelectorAll('svg .lwFlagDot, svg .lwFlagBar')].map((mark) => getComputedStyle(mark).fill)",
    );
    expect(colors.length).toBeGreaterThan(3);
    expect(new Set(colors)).toEqual(new Set(['rgb(188, 30, 112)']));
  });

  it('has one cursor for both charts: under the pointer, by arrow keys, and spoken', async () => {
    const page = await openSeries('talk');
    const over = page.locator('svg.lwOver').first();
    await over.hover({ position: { x: 34 + 15.5 * 31, y: 150 } });
    expect(await page.locator('.lwCursor').count()).toBe(2);
    expect(await textOf(page, 'logwaveReadout')).toBe(
      '15:00: 48, usually 9–14, lowest to highest 9–27, share 41%, flagged',
    );
    await page.keyboard.press('ArrowLeft');
    expect(await textOf(page, 'logwaveHourSaid')).toMatch(/^14:00: 9, usually 9–14/);
    await page.mouse.move(5, 5);
    expect(await page.locator('.lwCursor').count()).toBe(0);
  });

  it('computes the verdict again at once when a day is left out, without a request', async () => {
    const page = await openSeries('talk');
    const asked = () => page.evaluate<number>('pageHost.requests.length');
    const before = await asked();
    const day = dayButton(page, '2015-03-18');
    await day.click();
    expect(await textOf(page, 'logwaveVerdict')).toBe('As usual.');
    expect(await textOf(page, 'logwaveTicket')).toContain('compared with 3 Wednesdays');
    expect(await textOf(page, 'logwaveTriedOut')).toMatch(/was More .*This is not saved\.$/);
    expect(page.url()).toContain('without=2015-03-18');
    expect(await day.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.lwColumns .lwFlagDot').count()).toBe(0);
    await day.click();
    expect(await textOf(page, 'logwaveVerdict')).toBe('More.');
    // The lines of another hour were asked for, but no verdict.
    const paths = await page.evaluate<string[]>(
      `pageHost.requests.slice(${before}).map(({ path }) => path)`,
    );
    expect(paths.filter((path) => path.endsWith('one_series'))).toEqual([]);
  });

  it('keeps the days as a setting of the series, and says what the next run does', async () => {
    const page = await openSeries('talk');
    await dayButton(page, '2015-03-18').click();
    await page.click(subject('logwaveKeepDays'));
    await until(page, `document.querySelector('${subject('logwaveKept')}').textContent !== ''`);
    expect(await textOf(page, 'logwaveKept')).toBe('Saved. The next run learns without 18 Mar.');
    expect(await page.evaluate('pageHost.series')).toEqual([
      { source: 'syslog', subtype: '5', omit_days: ['2015-03-18'] },
    ]);
    await page.click(subject('logwaveResetDays'));
    expect(await textOf(page, 'logwaveVerdict')).toBe('More.');
    expect(await textOf(page, 'logwaveKept')).toBe('Saved. The next run learns without 18 Mar.');
    await page.click(subject('logwaveShowKept'));
    expect(await textOf(page, 'logwaveVerdict')).toBe('As usual.');
    expect(await textOf(page, 'logwaveTriedOut')).toMatch(/They are saved/);
  });

  it('has kept days hatched when it is opened again, and calls nothing unsaved', async () => {
    const page = await openSeries('keeping');
    const day = dayButton(page, '2015-03-18');
    await until(page, `document.querySelector('[data-day="2015-03-18"] .lwHatch')`);
    expect(await day.getAttribute('aria-pressed')).toBe('true');
    // Not stretched as the line is: its lines stay whole pixels apart.
    const scale =
      "(({ a, d }) => [a, d])(document.querySelector('.lwDay .lwHatch').getScreenCTM())";
    expect(await page.evaluate(scale)).toEqual([1, 1]);
    expect(await textOf(page, 'logwaveTriedOut')).toBe(
      'Recalculated without the days left out: was More 1.1, now as usual 0.8 (3 Wednesdays). They are saved, and the next run leaves them out.',
    );
    expect(await page.locator(subject('logwaveKeepDays')).count()).toBe(0);
    expect(await page.locator('main, body').first().textContent()).not.toContain('not saved');
  });

  it('leaves out what is left out for every series, and says where that is changed', async () => {
    const page = await openSeries('outage');
    await until(page, `document.querySelector('[data-day="2015-03-18"] .lwHatch')`);
    expect(await textOf(page, 'logwaveTriedOut')).toContain('They are saved');
    await dayButton(page, '2015-03-18').click();
    expect(await textOf(page, 'logwaveVerdict')).toBe('More.');
    expect(await textOf(page, 'logwaveOutageHere')).toMatch(/^18 Mar: left out for every series/);
    expect(await page.locator(subject('logwaveKeepDays')).count()).toBe(0);
  });

  it('names the days it compares with where fewer than three of the weekday are left', async () => {
    const two = `${NOTICE}&without=2015-03-11,2015-03-18`;
    const talk = await openSeries('talk', two);
    expect(await textOf(talk, 'logwaveTriedOut')).toContain('(2 Wednesdays)');
    const calibrated = await openSeries('ordinary', two);
    expect(await textOf(calibrated, 'logwaveTriedOut')).toMatch(/now .* \(28 days\)/);
  });

  it('says to a reader what is missing to keep them', async () => {
    const page = await openSeries('reader');
    await dayButton(page, '2015-03-18').click();
    expect(await textOf(page, 'logwaveMayNotKeep')).toContain('“Logwave settings”');
    expect(await page.locator(subject('logwaveKeepDays')).count()).toBe(0);
  });

  it('goes by keys alone: series, documents, a day of the calendar, and back', async () => {
    const page = await openSeries('talk');
    await page.keyboard.press('k');
    await page.waitForURL('**subtype=2210044');
    await page.waitForSelector(subject('logwaveTicket'));
    await page.keyboard.press('j');
    await page.waitForURL('**subtype=5');
    await page.waitForSelector(subject('logwaveTicket'));
    const day = dayButton(page, '2015-03-18');
    await day.focus();
    await page.keyboard.press('Space');
    expect(await day.getAttribute('aria-pressed')).toBe('true');
    await page.focus(subject('logwaveSeriesDocuments'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents?source=syslog&subtype=5&hours=10%2C15');
    await page.goBack();
    await page.waitForSelector(subject('logwaveTicket'));
    await page.keyboard.press('Escape');
    await rowsThere(page);
    expect(await focusedRow(page)).toBe('Syslog notice');
  });

  it('has every chart as a table in its place, and as a file that calculates nothing', async () => {
    const page = await openSeries('talk');
    const parts = [
      ['logwaveDayChart', 24],
      ['logwaveTestChart', 24],
      ['logwaveDays', 32],
      ['logwaveRhythms', 5],
      ['logwaveFields', 11],
    ] as const;
    for (const [part, rows] of parts) {
      await inPart(page, part, 'logwaveAsTable').click();
      expect(await inPart(page, part, 'logwaveTable').locator('tbody tr').count()).toBe(rows);
      const saving = page.waitForEvent('download');
      await inPart(page, part, 'logwaveCsv').click();
      const file = await saving;
      const text = await readFile((await file.path()) ?? '', 'utf8');
      expect(file.suggestedFilename()).toMatch(/^logwave-2015-04-01-syslog-5.*\.csv$/);
      expect(text.trimEnd().split('\r\n')).toHaveLength(rows + 1);
      expect(text).not.toMatch(/(^|,)"?[=@]/m);
    }
    expect(await page.locator('.lwChart').count()).toBe(0);
    const cells = await inPart(page, 'logwaveDayChart', 'logwaveTable')
      .locator('tbody tr')
      .nth(15)
      .locator('th, td')
      .allTextContents();
    expect(cells).toEqual(['15:00', '48', '13.5', '9', '13.5', '9', '27', 'flagged']);
    await inPart(page, 'logwaveDayChart', 'logwaveAsTable').click();
    expect(await page.locator('.lwChart').count()).toBe(1);
  });

  it('marks in a line what matters, as text', async () => {
    const page = await openSeries('talk');
    await page.waitForSelector(subject('logwaveLines'));
    const marks = await page.locator(`${subject('logwaveLines')} mark`).allTextContents();
    expect(marks).toEqual(['sshd', 'CRON', 'sudo']);
    expect(await textOf(page, 'logwaveLines')).toContain('<script>window.hacked = 1</script>');
    expect(await textOf(page, 'logwaveFields')).toContain('<img src=x onerror=');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  it('shows patterns of the messages, and of how many lines they are', async () => {
    const page = await openSeries('talk');
    await page.waitForSelector(subject('logwavePatterns'));
    const rows = page.locator(`${subject('logwavePatterns')} tbody tr`);
    expect(await rows.first().locator('th, td').allTextContents()).toEqual([
      'syslog<n> sshd[<n>]: authentication failure; rhost=<ip>',
      '35',
      '4',
    ]);
    expect(await textOf(page, 'logwavePatterns')).toContain(
      'Counted in 48 lines of this hour and 52 of the days before.',
    );
  });

  it('shows the last lines before a silence, which open to their whole text', async () => {
    const page = await openSeries('ordinary', `${DAY}/series?source=postfix&subtype=bounce`);
    await page.waitForSelector(subject('logwaveLastLines'));
    expect(await textOf(page, 'logwaveLastLines')).toMatch(
      /^The last 3 lines before the silence Wednesday 1 April 2015/,
    );
    const asked = await page.evaluate<Record<string, string>[]>(
      "pageHost.requests.filter(({ path }) => path.endsWith('/documents')).map(({ query }) => query)",
    );
    expect(asked).toMatchObject([{ hours: '0,1,2,3,4,5,6,7,8', order: 'latest', size: '3' }]);
    const line = page.locator(`${subject('logwaveLastLines')} details`).first();
    await line.locator('summary').click();
    expect(await line.getAttribute('open')).not.toBeNull();
    const wrap = await page.evaluate(
      "getComputedStyle(document.querySelector('details[open] summary')).whiteSpace",
    );
    expect(wrap).toBe('pre-wrap');
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
  });

  it('shows hostile names as the text that they are', async () => {
    const { series } = hostileDay();
    // A browser shows a sign that text cannot hold in its own way.
    const plain = (text: string): string => text.replaceAll('\u0000', '').replaceAll('\uFFFD', '');
    const page = await openSeries('hostile', `${DAY}/series?source=syslog&subtype=5`);
    for (const subtype of HOSTILE_SUBTYPES) {
      const source = series.find((row) => row.subtype === subtype)?.source ?? '';
      const query = new URLSearchParams({ source, subtype }).toString();
      await goTo(page, `/hostile/${DAY}/series?${query}`);
      await page.locator('h1', { hasText: 'ossec rule' }).waitFor();
      await page.waitForSelector(subject('logwaveTicket'));
      const title = (await page.locator('h1').textContent()) ?? '';
      expect(plain(title)).toContain(plain(`ossec rule ${subtype}`));
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(1400);
    }
  });

  it('of one training day shows the day and no verdict', async () => {
    const page = await openSeries('ordinary', THIN);
    expect(await textOf(page, 'logwaveVerdict')).toBe('Not assessed: only 1 training day.');
    expect(await textOf(page, 'logwaveTestChart')).toContain('No hour was tested');
    expect(await page.locator(subject('logwaveDay')).count()).toBe(1);
  });

  it('hatches hours of which nothing is known', async () => {
    const page = await openSeries('unknown', `${DAY}/series?source=postfix&subtype=smtp`);
    expect(await page.locator('.lwOver > .lwHatch').count()).toBe(1);
    expect(await textOf(page, 'logwaveRhythms')).toContain('Cycles need all 24 hours');
  });

  it('keeps the findings where the documents may not be read', async () => {
    const page = await openSeries('forbidden');
    await page.waitForSelector(subject('logwaveEvidenceForbidden'));
    expect(await page.locator(subject('logwaveEvidenceForbidden')).count()).toBe(1);
    expect(await textOf(page, 'logwaveEvidenceForbidden')).toContain('index privilege read');
    expect(await page.locator(subject('logwaveFault')).count()).toBe(0);
    expect(await textOf(page, 'logwaveVerdict')).toBe('More.');
    expect(await page.locator('.lwChart').count()).toBe(2);
  });

  it('says that there is no such series, or no result of the day', async () => {
    const none = await pages.open(`/ordinary/${DAY}/series?source=syslog&subtype=none`);
    await none.waitForSelector(subject('logwaveNoSeries'));
    expect(await textOf(none, 'logwaveNoSeries')).toContain('No such series');
    const other = await pages.open('/ordinary/day/2015-03-30/series?source=syslog&subtype=5');
    await other.waitForSelector(subject('logwaveNoSeries'));
    expect(await textOf(other, 'logwaveNoSeries')).toContain('has not been analyzed');
    const bare = await pages.open(`/ordinary/${DAY}/series`);
    expect(await textOf(bare, 'logwaveNotFound')).toContain('No such page');
  });

  it('continues when Elasticsearch does', async () => {
    const page = await pages.open(`/down/${NOTICE}`);
    await page.waitForSelector(subject('logwaveFault'));
    await page.evaluate('pageHost.isDown = false');
    await page.click(subject('logwaveRetry'));
    await page.waitForSelector(subject('logwaveTicket'));
  });

  it('is printed lengthwise on one sheet, in the colors of paper', async () => {
    const page = await openSeries('talk', NOTICE, { theme: 'dark' });
    await page.waitForSelector(subject('logwaveLines'));
    const sheets = async (landscape: boolean): Promise<number> => {
      const printed = (await page.pdf({ format: 'A4', landscape })).toString('latin1');
      return printed.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    };
    expect(await sheets(true)).toBe(1);
    expect(await sheets(false)).toBeLessThanOrEqual(2);
  });

  it('has its patterns of messages on paper, none of them cut', async () => {
    const page = await openSeries('talk', NOTICE);
    await page.waitForSelector(subject('logwavePatterns'));
    const onScreen = await page.locator(`${subject('logwavePatterns')} tbody tr`).count();
    await page.emulateMedia({ media: 'print' });
    const rows = page.locator(`${subject('logwavePatterns')} tbody tr:visible`);
    expect(await rows.count()).toBe(onScreen);
    const cells = `[...document.querySelectorAll('[data-test-subj=logwavePatterns] tbody th')]`;
    const areWhole = `${cells}.every((cell) => cell.scrollWidth <= cell.clientWidth)`;
    expect(await page.evaluate(areWhole)).toBe(true);
  });

  it.each([1024, 1280, 1920])(
    'has its lines on paper where its dots and notes are, from a window of %d pixels',
    async (width) => {
      const page = await openSeries('talk', NOTICE, { width });
      const widths =
        "[...document.querySelectorAll('.lwChart')].map((chart) => [chart.querySelector('canvas'), chart.querySelector(':scope > svg')].map((drawn) => Math.round(drawn.getBoundingClientRect().width)))";
      const isSame = `${widths}.every(([line, notes]) => line === notes)`;
      await until(page, `document.querySelector('.lwChart canvas') && ${isSame}`);
      // The browser takes its picture right after the event.
      const printed = `(window.dispatchEvent(new Event('beforeprint')), ${widths})`;
      for (const [line, notes] of await page.evaluate<number[][]>(printed)) {
        expect(line).toBe(notes);
      }
    },
  );

  it.each([1600, 1280, 1024, 768])(
    'has its day and zone on one line in a window of %i pixels',
    async (width) => {
      const page = await openSeries('ordinary', `${DAY}/series?source=ossec&subtype=550`, {
        width,
      });
      const lines = await page.evaluate<number>(
        "new Set([...document.querySelector('h1 small .lwNoWrap').getClientRects()].map(({ top }) => top)).size",
      );
      expect(lines).toBe(1);
      expect(await page.locator('h1 small').textContent()).toContain(
        '1 April 2015 · America/Toronto',
      );
    },
  );

  it('is whole in windows of five widths and on paper', async () => {
    const page = await openSeries('ordinary', `${DAY}/series?source=ossec&subtype=550`);
    await page.waitForSelector(subject('logwaveLines'));
    expect(await faultsAtAllWidths(page)).toEqual([]);
    expect(await faultsOnPaper(page)).toEqual([]);
  });

  it.each([
    ['talk', NOTICE],
    ['ordinary', THIN],
    ['unknown', `${DAY}/series?source=postfix&subtype=smtp`],
    ['forbidden', NOTICE],
    ['ordinary', `${DAY}/series?source=syslog&subtype=none`],
  ])('has nothing that axe finds serious in either theme: %s, %s', async (scenario, path) => {
    const page = await pages.open(`/${scenario}/${path}`);
    await page.waitForSelector(subject('logwaveLoading'), { state: 'detached' });
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
  });

  it('has nothing that axe finds serious in tables and left out days', async () => {
    const page = await openSeries('talk');
    await dayButton(page, '2015-03-18').click();
    for (const link of await page.locator(subject('logwaveAsTable')).all()) await link.click();
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
  });
});
