import type { Page } from 'playwright-core';
import { HOSTILE_SUBTYPES } from '../fixtures/page_odd_days';
import { seriousFaultsOfThemes } from './page/axe';
import { describeInChromium, pagesOfSuite, type PageOptions } from './page/open_pages';
import { faultsAtAllWidths, faultsOnPaper } from './page/at_all_widths';
import { outlineHoles } from './page/outline_holes';
import { focusedRow, rowNames, rowsThere, subject, textOf, until } from './page/seen';

jest.setTimeout(120_000);

const DAY = 'day/2015-04-01';
/** As a scenario is named in an address: on the host, and in Kibana. */
const DOORS = ['ordinary', 'kibana-ordinary'];
/** As long as a sentence of a finding seldom is. */
const LONG_SENTENCE =
  'Less. 128 from 13:00 to 16:00, usually 417–535; 76 of them from webapp, usually 375; 80 from web1, usually 375. 343 of the 397 from 13:00 to 16:00 on 29 November were also syslog program webapp.';
/** The longest that a day may say. */
const LONG_HEADLINE = `document.querySelector('.lwSummary').append(
  ' (6 incidents), 5 not yet judged. 234 documents tagged. Mostly compared with 30 earlier days. 1 note about this run.'
)`;

describeInChromium()('the overview', () => {
  const pages = pagesOfSuite();

  async function openDay(scenario: string, options?: PageOptions, search = ''): Promise<Page> {
    const page = await pages.open(`/${scenario}/${DAY}${search}`, options);
    await rowsThere(page);
    return page;
  }

  it('shows all series, those with findings first, under one sentence', async () => {
    const page = await openDay('ordinary');
    expect(await textOf(page, 'logwaveSummary')).toMatch(/^5 of 42 series unusual\./);
    const names = await rowNames(page);
    expect(names).toHaveLength(41);
    expect(names.slice(0, 2)).toEqual(['Packet with invalid timestamp', 'Syslog notice']);
    expect(await page.title()).toBe('Wednesday 1 April 2015 - Logwave');
  });

  it('fits 42 compact rows and both axes into a window of 1400 × 1000', async () => {
    const page = await openDay('ordinary');
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    expect(height).toBeLessThanOrEqual(1000);
    expect(await page.locator('svg.lwAxis').count()).toBe(2);
  });

  it.each(['ordinary', 'hostile', 'unknown'])(
    'is whole in windows of five widths and on paper: %s',
    async (scenario) => {
      const page = await openDay(scenario);
      expect(await faultsAtAllWidths(page)).toEqual([]);
      expect(await page.locator('.lwCard .lwWordsBelow').count()).toBeGreaterThan(0);
      expect(await faultsOnPaper(page)).toEqual([]);
    },
  );

  it.each([1280, 1440, 1680])(
    'keeps its links inside the margin, and few lines to a sentence: %i pixels',
    async (width) => {
      const page = await openDay('ordinary', { width });
      const [right, most] = await page.evaluate<[number, number]>(`(() => {
        const links = [...document.querySelectorAll('.lwRow-unusual [data-test-subj=logwaveRowDocuments]')];
        links.forEach((link, place) => { link.textContent = ['128', '1,280', '1,000,000'][place % 3] + ' documents' });
        const range = document.createRange();
        const rights = links.map((link) => (range.selectNodeContents(link), range.getBoundingClientRect().right));
        const words = [...document.querySelectorAll('.lwRow-unusual .lwWords')];
        words[0].textContent = '${LONG_SENTENCE}';
        return [Math.max(...rights), words[0].getBoundingClientRect().height];
      })()`);
      expect(right).toBeLessThanOrEqual(width - 24);
      expect(most).toBeLessThanOrEqual(7 * 17 + 5);
    },
  );

  it('has the words and verdicts of its findings on paper, below their days', async () => {
    const page = await openDay('ordinary');
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    const words = await page.locator('.lwWordsBelow .lwFlagWord').allTextContents();
    expect(words).toEqual(['New.', 'More.', 'Silent.', 'Moved.', 'Less.']);
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });

  it('has the documents of a row whole in windows of five widths and on paper', async () => {
    const page = await pages.open(`/ordinary/${DAY}/documents?source=syslog&subtype=5&hours=15`);
    await page.waitForSelector('.lwLogLine');
    expect([...(await faultsAtAllWidths(page)), ...(await faultsOnPaper(page))]).toEqual([]);
  });

  it.each(DOORS)(
    'names the series over its documents where they are opened by address: %s',
    async (door) => {
      const page = await pages.open(`/${door}/${DAY}/documents?source=syslog&subtype=5&hours=15`);
      await page
        .locator('h1', { hasText: /^Syslog notice Wednesday 1 April 2015 at 15:00/ })
        .waitFor();
      expect(await page.title()).toMatch(/^Documents of Syslog notice (?!.*Syslog notice)/);
    },
  );

  it.each(DOORS)(
    'opens a line of the documents to its whole text and fields on click: %s',
    async (door) => {
      const page = await pages.open(`/${door}/${DAY}/documents?source=syslog&subtype=5&hours=15`);
      const line = page.locator('.lwLogLine details').first();
      await line.locator('summary').click();
      expect(await line.getAttribute('open')).not.toBeNull();
      expect(await line.locator('dt').first().isVisible()).toBe(true);
    },
  );

  it.each(['hostile', 'unknown', 'incident'])(
    'keeps the ways to other pages beside the headline, however long it is: %s',
    async (scenario) => {
      const page = await openDay(scenario);
      await page.evaluate(LONG_HEADLINE);
      for (const width of [1600, 1400, 1280, 1024]) {
        await page.setViewportSize({ width, height: 1000 });
        const [headline, tops, right] = await page.evaluate<[number, number[], number]>(`(() => {
          const links = [...document.querySelectorAll('.lwSummaryLine .lwNav :is(a, button)')];
          const boxes = links.map((link) => link.getBoundingClientRect());
          const headline = document.querySelector('.lwSummary').getBoundingClientRect().top;
          return [headline, boxes.map(({ top }) => Math.round(top)), Math.max(...boxes.map(({ right }) => right))];
        })()`);
        expect([width, tops.length]).toEqual([width, 6]);
        // On its first line, which is 24 pixels high.
        expect(Math.max(...tops) - headline).toBeLessThan(12);
        expect(right).toBeLessThanOrEqual(width - 24);
      }
    },
  );

  it('has the sentence of each row as the text of its picture', async () => {
    const page = await openDay('ordinary');
    const label = await page.locator('tr[data-row] svg.lwSpark').nth(1).getAttribute('aria-label');
    expect(label).toBe(
      'Syslog notice, syslog severity 5: More. 48 at 15:00, usually 9–14; 20 at 10:00, usually 11–14. Day total 287.',
    );
  });

  it('goes by keys alone: rows, hours, filter, documents and back', async () => {
    const page = await openDay('ordinary');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focusedRow(page)).toBe('Syslog notice');
    await page.keyboard.press('k');
    expect(await focusedRow(page)).toBe('Packet with invalid timestamp');
    await page.keyboard.press('ArrowDown');
    for (let hour = 0; hour <= 15; hour += 1) await page.keyboard.press('ArrowRight');
    expect(await textOf(page, 'logwaveHourSaid')).toBe(
      'Syslog notice, syslog severity 5: 15:00, 48, usually 9 to 14, flagged',
    );
    await page.keyboard.press('Escape');
    expect(await page.locator(subject('logwaveHourLine')).count()).toBe(0);

    await page.keyboard.press('d');
    await page.waitForSelector(subject('logwaveDocuments'));
    expect(page.url()).toContain('/documents?source=syslog&subtype=5&hours=10%2C15');
    await page.keyboard.press('Escape');
    await rowsThere(page);
    expect(await focusedRow(page)).toBe('Syslog notice');

    await page.keyboard.press('/');
    await page.keyboard.type('j ossec');
    expect(await focusedRow(page)).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.inputValue(subject('logwaveFilter'))).toBe('');
  });

  it('judges a finding by keys alone, after telling what that changes', async () => {
    const page = await openDay('ordinary');
    const signs = () => page.locator('[data-test-subj^="logwaveJudge-"]');
    expect(await page.locator(subject('logwaveJudge-none')).count()).toBe(5);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.waitForSelector('text=4 findings go, 2 confirmed incidents stay');
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
    await page.selectOption(subject('logwaveRepeats'), 'weekday');
    await page.fill(subject('logwaveNote'), '<b>weekly backup</b>');
    await page.focus(subject('logwaveUntil'));
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=, 4 not yet judged.');
    expect(await textOf(page, 'logwaveSummary')).toMatch(
      /^5 of 42 series unusual, 4 not yet judged\./,
    );
    expect(await focusedRow(page)).toBe('Syslog notice');
    expect(await signs().nth(1).getAttribute('aria-label')).toBe(
      'expected, ana: <b>weekly backup</b>, Syslog notice, syslog severity 5',
    );
    await page.click(subject('logwaveJudge-expected'));
    await page.check(subject('logwaveKind-incident'));
    await page.click(subject('logwaveKeep'));
    await page.waitForSelector(subject('logwaveJudge-incident'));
    expect(await faultsAtAllWidths(page)).toEqual([]);
    await page.locator('tr[data-row]').nth(1).focus();
    await page.keyboard.press('u');
    await page.waitForSelector(subject('logwaveReplay'));
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.locator(subject('logwaveJudge-incident')).count()).toBe(1);
  });

  it('opens the other views of an incident by keyboard, and folds them again', async () => {
    const page = await openDay('incident');
    expect(await textOf(page, 'logwaveSummary')).toMatch(
      /^5 of 42 series unusual \(4 incidents\)\./,
    );
    const fold = page.locator(subject('logwaveFoldViews'));
    expect(await fold.textContent()).toContain('1 more view of this incident: ');
    const flagged = page.locator('tr.lwRow-unusual');
    expect(await flagged.count()).toBe(4);
    await fold.focus();
    await page.keyboard.press('Enter');
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    expect(await flagged.count()).toBe(5);
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
    expect(await faultsAtAllWidths(page)).toEqual([]);
    await fold.focus();
    await page.keyboard.press('Space');
    expect(await flagged.count()).toBe(4);
  });

  it('reaches every control with the tab key, and one row of the table', async () => {
    const page = await openDay('ordinary');
    const seen: string[] = [];
    for (let press = 0; press < 24; press += 1) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate<string>(
          "document.activeElement.dataset.testSubj ?? document.activeElement.getAttribute('aria-label') ?? ''",
        ),
      );
    }
    for (const control of [
      'logwavePreviousDay',
      'logwaveFilter',
      'logwaveScale',
      'logwaveRows',
      'logwaveAnalyze',
      'logwaveRow',
      'logwaveRowOpen',
      'logwaveRowDocuments',
      'logwaveFoldQuiet',
      'logwaveKeysButton',
    ]) {
      expect(seen).toContain(control);
    }
    expect(seen.filter((control) => control === 'logwaveRow')).toHaveLength(1);
  });

  it('copies the day as text, with its link, zone and run', async () => {
    const page = await openDay('ordinary');
    await page.evaluate(
      "document.addEventListener('copy', () => { window.copied = String(getSelection()) })",
    );
    await page.click(subject('logwaveCopyDay'));
    const copied = await page.evaluate<string>('window.copied');
    expect(copied).toContain('Wednesday 1 April 2015, America/Toronto');
    expect(copied).toContain('Bounce notices');
    expect(copied).toContain('Run default:2015-04-01:America/Toronto');
    expect(copied).toContain(page.url());
  });

  it('copies what was silent with the day', async () => {
    const page = await openDay('silences');
    await page.evaluate(
      "document.addEventListener('copy', () => { window.copied = String(getSelection()) })",
    );
    await page.click(subject('logwaveCopyDay'));
    const copied = await page.evaluate<string>('window.copied');
    expect(copied).toContain('SILENT HOSTS, SOURCES AND SERIES');
    expect(copied).toContain('files1.example.org');
  });

  it('lists its keys, and lets the reader switch single ones off', async () => {
    const page = await openDay('ordinary');
    await page.keyboard.press('?');
    await page.click(`${subject('logwaveKeys')} button[role="switch"]`);
    await page.keyboard.press('Escape');
    await page.waitForSelector(subject('logwaveKeys'), { state: 'detached' });
    await page.keyboard.press('j');
    expect(await focusedRow(page)).toBe('');
  });

  it('puts the hour under the pointer into the columns and through all rows', async () => {
    const page = await openDay('ordinary');
    const picture = page.locator('tr[data-row] svg.lwSpark').nth(1);
    const box = await picture.boundingBox();
    const middle = 15.5 * ((box?.width ?? 0) / 24);
    await picture.hover({ position: { x: middle, y: 20 } });
    const line = await page.locator(subject('logwaveHourLine')).boundingBox();
    expect((line?.x ?? 0) - (box?.x ?? 0)).toBeCloseTo(middle, 0);
    expect(line?.height).toBeGreaterThan(700);
    const cells = page.locator('tr[data-row]').nth(1).locator('td.lwNumber');
    expect(await cells.nth(0).textContent()).toBe('48');
    expect(await page.locator('thead .lwAtHour').first().textContent()).toBe('at 15:00');
    await page.mouse.move(5, 5);
    expect(await cells.nth(0).textContent()).toBe('287');
  });

  it.each(DOORS)(
    'names the hour under the pointer once in the head, also the first: %s',
    async (door) => {
      const page = await openDay(door);
      const picture = page.locator('tr[data-row] svg.lwSpark').nth(1);
      await picture.hover({ position: { x: 4, y: 20 } });
      await page.waitForSelector('thead .lwAtHour');
      expect(await page.locator('thead .lwAtHour').allTextContents()).toEqual(['at 00:00']);
    },
  );

  it.each(DOORS)('outlines the current row whole, and its name with it: %s', async (door) => {
    const page = await openDay(door);
    for (const key of ['j', 'j']) await page.keyboard.press(key);
    const [width, offset, inside] = await page.evaluate<[string, string, boolean]>(`(() => {
      const row = document.activeElement;
      const { outlineWidth, outlineOffset } = getComputedStyle(row);
      const [box, name] = [row, row.querySelector('.lwNameText')].map((one) => one.getBoundingClientRect());
      return [outlineWidth, outlineOffset, name.left >= box.left && name.right <= box.right && name.bottom <= box.bottom];
    })()`);
    expect([width, offset, inside]).toEqual(['2px', '1px', true]);
    // Around the row nothing lies over the outline: each of its sides has one color.
    expect(await outlineHoles(page)).toEqual([]);
  });

  it('opens the documents of a silent series at the last line before the silence', async () => {
    const page = await openDay('ordinary');
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key);
    expect(await focusedRow(page)).toBe('Bounce notices');
    await page.keyboard.press('d');
    await page.waitForURL('**&hours=0%2C1%2C2%2C3%2C4%2C5%2C6%2C7%2C8&order=latest');
  });

  it('opens them there in Discover, too, which lists the latest first', async () => {
    const page = await openDay('kibana-ordinary');
    await page.locator(subject('logwaveRowDiscover')).first().waitFor();
    for (const key of ['j', 'j', 'j', 'd']) await page.keyboard.press(key);
    expect(await page.evaluate('window.openedInDiscover')).toMatchObject([
      { timeRange: { from: '2015-04-01T04:00:00.000Z', to: '2015-04-01T13:00:00.000Z' } },
    ]);
  });

  it('leads to the day before where a series has no document', async () => {
    const page = await openDay('ordinary');
    await page.evaluate('pageHost.isEmptied = true');
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await page.click(subject('logwaveDayBefore'));
    await page.waitForURL(
      '**/day/2015-03-31/documents?source=suricata&subtype=2210044&order=latest',
    );
  });

  it.each([
    ['ordinary', DAY, '/ j  k o d e  i u ←  → [  ] Esc ?'],
    ['ordinary', `${DAY}/series?source=syslog&subtype=5`, 'j  k e  i u ←  → [  ] Esc ?'],
    ['ordinary', `${DAY}/documents?source=syslog&subtype=5`, 'Esc ?'],
    ['ordinary', 'month/2015-04-01', '/ [  ] ←  → ↑  ↓ Enter ?'],
    ['ordinary', 'silence', '?'],
    ['ordinary', 'settings', '?'],
    ['ordinary', 'help', '?'],
    ['ordinary', 'nowhere', '?'],
    ['kibana-ordinary', DAY, '/ j  k o d e  i u ←  → [  ] Esc ?'],
    ['kibana-ordinary', `${DAY}/series?source=syslog&subtype=5`, 'j  k e  i u ←  → [  ] Esc ?'],
    ['kibana-ordinary', 'month/2015-04-01', '/ [  ] ←  → ↑  ↓ Enter ?'],
    ['kibana-ordinary', 'settings', '?'],
  ])('lists the keys of each page: %s, %s', async (door, path, keys) => {
    const page = await pages.open(`/${door}/${path}`);
    await page.waitForSelector(subject('logwaveLoading'), { state: 'detached' });
    await page.keyboard.press('?');
    await page.waitForSelector(subject('logwaveKeys'));
    const listed = await page.locator(`${subject('logwaveKeys')} kbd`).allTextContents();
    expect(listed.join(' ')).toBe(keys);
  });

  it('filters at once, says how many are shown, and keeps the filter in the address', async () => {
    const page = await openDay('ordinary');
    await page.fill(subject('logwaveFilter'), 'ssh');
    await until(page, "document.querySelectorAll('tr[data-row]').length === 3");
    expect(await textOf(page, 'logwaveSaid')).toBe('3 of 42 shown.');
    await page.waitForURL('**/day/2015-04-01?filter=ssh');
    await page.reload();
    await rowsThere(page);
    expect(await rowNames(page)).toHaveLength(3);
  });

  it('leads back to the rows that were filtered, however quickly one of them was opened', async () => {
    const page = await openDay('ordinary');
    await page.focus(subject('logwaveFilter'));
    await page.keyboard.type('ssh');
    for (const key of ['Enter', 'j', 'o']) await page.keyboard.press(key);
    await page.waitForSelector(subject('logwaveTicket'));
    expect(page.url()).toContain('filter=ssh');
    await page.keyboard.press('Escape');
    await rowsThere(page);
    expect(await rowNames(page)).toHaveLength(3);
  });

  it.each(DOORS)('takes scale, row size and folded rows from the address: %s', async (door) => {
    const page = await openDay(door, {}, '?scale=common&rows=comfortable&quiet=folded');
    expect(await page.locator(`${subject('logwaveScale')} option:checked`).textContent()).toBe(
      'Scale: one for all rows, square root',
    );
    expect(await page.inputValue(subject('logwaveRows'))).toBe('comfortable');
    expect(await rowNames(page)).toHaveLength(5);
    await page.click(subject('logwaveFoldQuiet'));
    await until(page, "document.querySelectorAll('tr[data-row]').length > 20");
    expect(page.url()).not.toContain('quiet');
  });

  it('goes to the day before and back by keys, and no further than today', async () => {
    const page = await openDay('ordinary');
    await page.keyboard.press('[');
    await page.waitForURL('**/day/2015-03-31');
    await page.waitForSelector(subject('logwaveNotAnalyzed'));
    await page.keyboard.press(']');
    await page.waitForURL('**/day/2015-04-01');
    await page.keyboard.press(']');
    await page.waitForURL('**/day/2015-04-02');
    await page.keyboard.press(']');
    expect(page.url()).toContain('/day/2015-04-02');
    expect(await page.isDisabled(subject('logwaveNextDay'))).toBe(true);
  });

  it('shows hostile names as the text that they are', async () => {
    const page = await openDay('hostile');
    const names = await rowNames(page);
    for (const subtype of HOSTILE_SUBTYPES) {
      expect(names).toContain(`ossec rule ${subtype}`);
    }
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    await page.locator('tr[data-row]', { hasText: '__proto__' }).hover();
    await page.locator('tr[data-row]', { hasText: '__proto__' }).locator('a').click();
    expect(page.url()).toContain('subtype=__proto__');
  });

  it('renders of a thousand rows those on the screen, and reaches the last', async () => {
    const page = await openDay('thousand');
    expect(await page.getAttribute(subject('logwaveTable'), 'aria-rowcount')).toBe('1002');
    expect((await rowNames(page)).length).toBeLessThan(120);
    await page.evaluate('window.scrollTo(0, 1e6)');
    await page.waitForSelector('tr[aria-rowindex="1002"]');
    expect((await rowNames(page)).length).toBeLessThan(120);
    const axis = await page.locator('thead svg.lwAxis').boundingBox();
    expect(axis?.y).toBeLessThan(60);
  });

  it('comes back to the same row and the same place', async () => {
    const page = await openDay('thousand');
    await page.evaluate('window.scrollTo(0, 6000)');
    const pointed = "document.elementFromPoint(60, 500)?.closest('tr[data-row]')";
    await until(page, pointed);
    const [name, top] = await page.evaluate<[string, number]>(
      `[${pointed}.querySelector('.lwNameText').textContent, ${pointed}.getBoundingClientRect().top]`,
    );
    await page.mouse.click(60, 500);
    await page.waitForURL('**/series?**');
    await page.goBack();
    await rowsThere(page);
    await until(page, 'window.scrollY > 5900');
    expect(await focusedRow(page)).toBe(name);
    const back = await page.locator(`tr[data-row]:focus`).boundingBox();
    expect(Math.abs((back?.y ?? 0) - top)).toBeLessThan(2);
  });

  it('keeps the focus at its series when the rows above it change', async () => {
    const page = await openDay('ordinary', {}, '?filter=ssh');
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key);
    const name = await focusedRow(page);
    expect((await rowNames(page))[2]).toBe(name);
    // As a step back in the browser's history does it.
    await page.evaluate(`
      history.replaceState(history.state, '', location.pathname);
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    `);
    await until(page, "document.querySelectorAll('tr[data-row]').length > 20");
    expect((await rowNames(page))[2]).not.toBe(name);
    const focused = "document.activeElement?.closest('tr')?.querySelector('.lwNameText')";
    await until(page, `${focused}?.textContent === ${JSON.stringify(name)}`);
  });

  it.each([1600, 1280, 1024, 768, 400])(
    'has the names of its findings whole in a window of %i pixels',
    async (width) => {
      const page = await openDay('ordinary', { width });
      const cut = await page.evaluate<string[]>(
        "[...document.querySelectorAll('.lwRow-unusual :is(.lwNameText, .lwCode)')].filter((name) => name.querySelector('.lwCut-tail') || name.scrollWidth > name.clientWidth + 1).map((name) => name.textContent)",
      );
      expect(cut).toEqual([]);
      expect(await page.locator('.lwRow-unusual .lwWhole').count()).toBeGreaterThan(5);
    },
  );

  it('is printed on white sheets from a dark page, without what can only be clicked', async () => {
    const page = await openDay('silences', { theme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ground = await page.evaluate<string[]>(
      '[document.documentElement, document.body].flatMap((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).colorScheme])',
    );
    expect(new Set(ground)).toEqual(new Set(['rgb(255, 255, 255)', 'light']));
    expect(await page.locator(subject('logwaveSilenceMore')).isVisible()).toBe(false);
  });

  it('prints all rows, also those that are not on the screen', async () => {
    const page = await openDay('thousand');
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await rowNames(page)).toHaveLength(999);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await until(page, "document.querySelectorAll('tr[data-row]').length < 120");
  });

  it('keeps flags and controls in the colors that a reader forces on all pages', async () => {
    const page = await openDay('ordinary');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const styleOf = (selector: string, property: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
    const white = 'rgb(255, 255, 255)';
    expect(await styleOf('svg .lwFlagDot', 'fill')).toBe(white);
    expect(await styleOf('svg text.lwFlagText', 'fill')).toBe(white);
    expect(await styleOf('svg .lwToday', 'stroke')).toBe(white);
    expect(await styleOf(subject('logwaveAnalyze'), 'borderStyle')).toBe('solid');
  });

  it('drops columns in a narrow window and puts the words below the picture', async () => {
    const page = await openDay('ordinary', { width: 1100 });
    expect(await page.locator('svg.lwStrip').count()).toBe(0);
    expect(await page.locator('.lwWordsBelow').first().textContent()).toMatch(/^New\. 1 event/);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(1100);
  });
});
