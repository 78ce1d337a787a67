import type { Page } from 'playwright-core';
import { faultsAtAllWidths, faultsOnPaper } from './page/at_all_widths';
import { seriousFaultsOfThemes } from './page/axe';
import { describeInChromium, pagesOfSuite } from './page/open_pages';
import { rowNames, rowsThere, subject, textOf, until } from './page/seen';

jest.setTimeout(180_000);

const DAY = 'day/2015-04-01';
/** How the hatching of rows is placed on the screen: its matrix, and the parts of a pixel that it begins at. */
const HATCHED = `[...document.querySelectorAll('tr.lwRow-quiet .lwHatch')].map((path) => {
  const { a, b, c, d, e, f } = path.getScreenCTM();
  return [a, b, c, d, ...[e, f].map((place) => Math.round(10 * place) % 10)];
})`;

describeInChromium()('the states of the overview', () => {
  const pages = pagesOfSuite();

  const open = (scenario: string): Promise<Page> => pages.open(`/${scenario}/${DAY}`);

  it('finds the latest day by itself', async () => {
    const page = await pages.open('/ordinary/');
    await page.waitForURL(`**/${DAY}`);
    await rowsThere(page);
  });

  it('of a first run say what was found, and lead to a result', async () => {
    const page = await open('first');
    await page.waitForSelector(subject('logwaveNotAnalyzed'));
    expect(await textOf(page, 'logwaveNotAnalyzed')).toContain('Logwave found 37 days of logs');
    expect(await page.locator(subject('logwaveFilter')).count()).toBe(0);
    await page.waitForSelector(subject('logwavePresets'));
    expect(await textOf(page, 'logwavePresets')).toContain('Windows events 131,072 documents have');
    await page.click(subject('logwavePresetsApply'));
    await page.waitForSelector(subject('logwavePresets'), { state: 'detached' });
    expect(
      await page.evaluate(
        "pageHost.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/settings')).map(({ body }) => body.settings.sources.at(-1))",
      ),
    ).toEqual([{ id: 'windows', enabled: true }]);
    await page.click(subject('logwaveAnalyzeFirst'));
    await page.waitForSelector(subject('logwaveProgress'));
    await rowsThere(page);
    expect(await textOf(page, 'logwaveSaid')).toBe('Analyzed.');
  });

  it('say which patterns match nothing', async () => {
    const page = await open('empty');
    await page.waitForSelector(subject('logwaveNotAnalyzed'));
    expect(await textOf(page, 'logwaveNotAnalyzed')).toContain('No index matches logstash-*');
  });

  it.each(['2014-01-05', '2015-03-01', '2015-04-02', '2015-06-01', '2016-06-01'])(
    'do not take a day without a result for the first one: %s',
    async (day) => {
      const page = await pages.open(`/ordinary/day/${day}`);
      await page.waitForSelector(subject('logwaveNotAnalyzed'));
      await until(page, "pageHost.requests.some(({ path }) => path.endsWith('/runs'))");
      await page.waitForTimeout(100);
      expect(await textOf(page, 'logwaveNotAnalyzed')).toMatch(/^This day has not been analyzed/);
    },
  );

  it('offer nothing for a day that has not begun, and do not ask for it', async () => {
    const page = await pages.open('/ordinary/day/2015-04-03');
    await page.waitForSelector('text=Friday 3 April has not begun');
    expect(await page.locator(subject('logwaveLeaveOut')).count()).toBe(0);
    const asked = "pageHost.requests.filter(({ path }) => path.includes('/days/')).length";
    expect(await page.evaluate(asked)).toBe(0);
    await page.keyboard.press('[');
    await page.waitForURL('**/day/2015-04-02');
    await page.waitForSelector(subject('logwaveLeaveOut'));
    expect(await page.evaluate(asked)).toBeGreaterThan(0);
  });

  it('keep the old result while a day is analyzed, and show three counts', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    const top = "document.querySelector('.lwRow-unusual').getBoundingClientRect().top + scrollY";
    const before = await page.evaluate(top);
    await page.click(subject('logwaveAnalyze'));
    await page.waitForSelector(subject('logwaveProgress-days'));
    expect(await rowNames(page)).not.toHaveLength(0);
    // It covers rows, which must neither move nor shine through.
    expect(await page.evaluate(top)).toBe(before);
    const ground = "getComputedStyle(document.querySelector('.lwProgress-over')).backgroundColor";
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    // Before the first sign of life the count is there already, and says "not yet".
    await page.locator(subject('logwaveProgress-days'), { hasText: /^\d+ of 32$/ }).waitFor();
    await page.waitForSelector(subject('logwaveProgress'), { state: 'detached' });
    expect(await textOf(page, 'logwaveSaid')).toBe('Analyzed.');
    const ended = await page.evaluate(top);
    await page.click(subject('logwaveAnalyze'));
    await page.waitForSelector(subject('logwaveProgress-days'));
    expect(await page.evaluate(top)).toBe(ended);
  });

  it('let a run be canceled, and say what became of it', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    await page.evaluate('pageHost.polls = 1000');
    await page.click(subject('logwaveAnalyze'));
    await page.waitForSelector(subject('logwaveProgress-days'));
    await page.click(subject('logwaveCancel'));
    await page.waitForSelector(subject('logwaveProgress'), { state: 'detached' });
    expect(await textOf(page, 'logwaveSaid')).toContain('removed 17 tags');
    expect(await rowNames(page)).toHaveLength(41);
  });

  it('write tags only where the reader has chosen so', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    const startedWith = (): Promise<unknown> =>
      page.evaluate(
        "pageHost.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/runs')).map(({ body }) => body.tag)",
      );
    await page.click(subject('logwaveAnalyze'));
    await page.waitForSelector(subject('logwaveProgress'), { state: 'detached' });
    expect(await startedWith()).toEqual([false]);
    await page.click(subject('logwaveTagging'));
    await page.click(subject('logwaveTagSwitch'));
    await page.keyboard.press('Escape');
    await page.click(subject('logwaveAnalyze'));
    await page.waitForSelector(subject('logwaveProgress'));
    expect(await startedWith()).toEqual([false, true]);
  });

  it('say that Elasticsearch did not answer, and continue when it does', async () => {
    const page = await open('down');
    await page.waitForSelector(subject('logwaveFault'));
    expect(await textOf(page, 'logwaveFault')).toContain('Elasticsearch did not answer');
    await page.evaluate('pageHost.isDown = false');
    await page.click(subject('logwaveRetry'));
    await rowsThere(page);
    expect(await page.locator(subject('logwaveFault')).count()).toBe(0);
  });

  it('stop saying so by themselves once it answers', async () => {
    const page = await open('down');
    await page.clock.install();
    await page.reload();
    await page.waitForSelector(subject('logwaveFault'));
    // In one step, since the page may ask again at any time.
    const there = `document.querySelectorAll(${JSON.stringify(subject('logwaveFault'))}).length`;
    expect(await page.evaluate(`pageHost.isDown = false, ${there}`)).toBe(1);
    await page.clock.fastForward(5000);
    await rowsThere(page);
    expect(await page.locator(subject('logwaveFault')).count()).toBe(0);
  });

  it('lead back to the last result when Elasticsearch goes away between two days', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    await page.evaluate('pageHost.isDown = true');
    await page.keyboard.press('[');
    await page.waitForSelector(subject('logwaveFault'));
    expect(await textOf(page, 'logwaveLastResult')).toBe(
      'Show the last result that this page received: Wednesday 1 April 2015',
    );
    await page.click(subject('logwaveLastResult'));
    await rowsThere(page);
    expect(await textOf(page, 'logwaveFault')).toContain('the last result that it received');
  });

  it('say that Elasticsearch has not answered, while it does not', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    await page.clock.install();
    await page.evaluate('pageHost.isSilent = true');
    await page.keyboard.press('[');
    await page.waitForSelector(subject('logwaveLoading'));
    await page.clock.fastForward(3000);
    await until(page, "document.body.textContent.includes('has not answered for several seconds')");
    expect(await textOf(page, 'logwaveLoading')).toBe(
      'Elasticsearch has not answered for several seconds. The page keeps waiting. Check that Elasticsearch is running.',
    );
    expect(await textOf(page, 'logwaveLastResult')).toBe(
      'Show the last result that this page received: Wednesday 1 April 2015',
    );
    await page.click(subject('logwaveLastResult'));
    await rowsThere(page);
    await page.clock.fastForward(3000);
    await page.waitForSelector(subject('logwaveSlow'));
    expect(await textOf(page, 'logwaveSlow')).toContain('the last result that it received');
  });

  it.each([
    [
      'isSlow',
      'Still waiting for the answer. Elasticsearch is running, and this request takes longer than others.',
    ],
    ['isBusy', 'Still waiting for the answer of Logwave.'],
  ])('do not blame Elasticsearch for an answer that is late: %s', async (state, words) => {
    const page = await open('ordinary');
    await rowsThere(page);
    await page.clock.install();
    await page.evaluate(`pageHost.${state} = true`);
    await page.keyboard.press('[');
    await page.waitForSelector(subject('logwaveLoading'));
    await page.clock.fastForward(3000);
    await until(page, "document.body.textContent.includes('Still waiting')");
    await until(page, `document.body.textContent.includes(${JSON.stringify(words)})`);
    expect(await page.content()).not.toContain('has not answered');
  });

  it.each(['month/2015-04-01', 'settings', 'silence', `${DAY}/series?source=syslog&subtype=5`])(
    'lead back to the last result from each other page, whether nobody answers or waits: %s',
    async (path) => {
      const page = await open('ordinary');
      await rowsThere(page);
      const go = (to: string) =>
        page.evaluate(
          `history.pushState({}, '', ${JSON.stringify(to)}); dispatchEvent(new PopStateEvent('popstate', { state: {} }))`,
        );
      await page.evaluate('pageHost.isDown = true');
      await go(`/ordinary/${path}`);
      await page.waitForSelector(subject('logwaveFault'));
      await page.click(subject('logwaveLastResult'));
      await rowsThere(page);
      await page.clock.install();
      await page.evaluate('Object.assign(pageHost, { isDown: false, isSilent: true })');
      await go(`/ordinary/${path}`);
      await page.waitForSelector(subject('logwaveLoading'));
      await page.clock.fastForward(3000);
      await page.click(subject('logwaveLastResult'));
      await rowsThere(page);
    },
  );

  it('say that one source is missing, and nothing of the others', async () => {
    const page = await open('missing');
    await rowsThere(page);
    expect(await textOf(page, 'logwaveSummary')).toMatch(
      /^1 source silent: OSSEC\. No finding in the \d+ series that could be assessed\. \d+ not assessed\./,
    );
    expect(await page.locator('tr.lwRow-unusual').count()).toBe(1);
  });

  it('say that a day was analyzed in part, and hatch the rest alike in all rows', async () => {
    const page = await open('unknown');
    await rowsThere(page);
    expect(await textOf(page, 'logwaveNotes')).toContain('Only part of the day is analyzed.');
    const places = await page.evaluate<number[][]>(HATCHED);
    expect(places.length).toBeGreaterThan(5);
    // Neither stretched nor turned, and the same part of a pixel in neighboring rows.
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(1);
    expect(places[0]?.slice(0, 4)).toEqual([1, 0, 0, 1]);
  });

  it('keep the result when Elasticsearch goes away while a day is analyzed', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    await page.click(subject('logwaveAnalyze'));
    await page.waitForSelector(subject('logwaveProgress-days'));
    await page.evaluate('pageHost.isDown = true');
    await until(page, "document.body.textContent.includes('page keeps trying')");
    expect(await rowNames(page)).not.toHaveLength(0);
    await page.evaluate('pageHost.isDown = false');
    await page.waitForSelector(subject('logwaveProgress'), { state: 'detached' });
  });

  it('show a silent source in one line, and hatch what is unknown', async () => {
    const page = await open('unknown');
    await rowsThere(page);
    const first = page.locator('tr[data-row]').first();
    expect(await first.textContent()).toContain('nothing from any series since 09:00');
    expect(await first.locator('a').count()).toBe(0);
    expect(await page.locator('.lwHatch').count()).toBe(11);
  });

  it('show a reader full results, no button that would be refused, and what is missing', async () => {
    const page = await open('reader');
    await rowsThere(page);
    expect(await rowNames(page)).toHaveLength(41);
    expect(await page.locator(subject('logwaveAnalyze')).count()).toBe(0);
    expect(await textOf(page, 'logwaveNotes')).toContain('events, and none is tagged');
    expect(await page.locator(subject('logwaveCopyRequest')).count()).toBe(1);
  });

  it('say that the schedule is off, or that its task fails', async () => {
    const off = await open('unscheduled');
    await off.waitForSelector(subject('logwaveNotes'));
    expect(await textOf(off, 'logwaveNotes')).toContain('The schedule is off');
    const failing = await open('failing');
    await failing.waitForSelector(subject('logwaveNotes'));
    expect(await textOf(failing, 'logwaveNotes')).toContain('The key of the schedule was revoked');
  });

  it('say “no finding” where a series could not be assessed', async () => {
    const page = await open('quiet');
    await rowsThere(page);
    expect(await textOf(page, 'logwaveSummary')).toMatch(/^No finding in the 36 series that could/);
  });

  it('say that all logging has stopped, over a row a source, with the reason once', async () => {
    const page = await open('stopped');
    await rowsThere(page);
    expect(await textOf(page, 'logwaveSummary')).toMatch(/^No logs from any source since 00:00;/);
    expect(await rowNames(page)).toEqual(['Syslog', 'OSSEC', 'Suricata', 'Postfix']);
    const groups = page.locator(subject('logwaveFoldGroup'));
    expect(await groups.count()).toBe(4);
    await groups.first().click();
    await page
      .locator('tr[data-row]')
      .nth(4 + 10 - 1)
      .waitFor();
    expect(await rowNames(page)).toHaveLength(4 + 10);
    expect(await page.locator('tbody').innerText()).not.toMatch(/(silent\.[^]*){9}/);
  });

  it('let a day be left out for every series or a source, and say so', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    await page.click(subject('logwaveLeaveOut'));
    await page.selectOption(subject('logwaveOutageSource'), 'ossec');
    await page.click(subject('logwaveOutageSave'));
    await page.waitForSelector(subject(`logwaveOutageTakeBack-2015-04-01`));
    expect(await textOf(page, 'logwaveOutageSaved')).toBe(
      'Saved. The next analysis of a day uses it.',
    );
    expect(await page.evaluate('pageHost.saved.outages')).toEqual([
      { day: '2015-04-01', source: 'ossec' },
    ]);
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await textOf(page, 'logwaveNotes')).toContain(
      'This day is left out of training for the series of ossec.',
    );
    await page.click(subject('logwaveLeaveOut'));
    await page.click(subject(`logwaveOutageTakeBack-2015-04-01`));
    await page.waitForSelector(subject('logwaveNotes'), { state: 'detached' });
  });

  it('let no reader leave a day out who may not change the settings', async () => {
    const page = await open('reader');
    await rowsThere(page);
    expect(await page.locator(subject('logwaveLeaveOut')).count()).toBe(0);
  });

  it('list what is silent before the series: how long, when last seen, and what is missing', async () => {
    const page = await open('silences');
    await page.waitForSelector(subject('logwaveSilentOfDay'));
    const rows = page.locator(`${subject('logwaveSilentOfDay')} tbody tr`);
    expect(await rows.nth(0).textContent()).toContain(
      '3 days 10 hours, listed for 4 mornings29 March 13:5812 an hour',
    );
    expect(await rows.nth(1).textContent()).toContain('1 April 09:00–09:59');
    expect(await rows.nth(2).textContent()).toContain(
      'from 1 April 08:10 to 1 April 14:40; logs again; 78 missing',
    );
    await page.click(subject('logwaveSilenceMore'));
    await page.waitForSelector(subject('logwaveSilence'));
  });

  it('show what is silent now, one row a cause, with the longest gap of 31 days', async () => {
    const page = await pages.open('/silences/silence', { waitFor: 'logwaveSilence' });
    expect(await textOf(page, 'logwaveSilenceSummary')).toBe('2 silent.');
    const host = page.locator(subject('silence-silent')).first();
    expect(await host.textContent()).toContain('longest gap less than 2 hours in 31 days');
    expect(await host.textContent()).toContain('1,056 missing');
    expect(await textOf(page, 'silence-recovered')).toContain(
      'from 1 April 08:10 to 1 April 14:40; logs again',
    );
    expect(await page.locator(subject('silenceBelow')).count()).toBe(0);
    await page.click(subject('silenceFold'));
    expect(await page.locator(subject('silenceBelow')).allTextContents()).toEqual([
      expect.stringContaining('smbd'),
      expect.stringContaining('cron'),
    ]);
  });

  it('let what is silent be muted, be marked as gone and be watched again by keyboard alone', async () => {
    const page = await pages.open('/silences/silence', { waitFor: 'logwaveSilence' });
    const press = async (label: string): Promise<void> => {
      const isFocused = `document.activeElement.getAttribute('aria-label') === '${label}'`;
      for (let tries = 0; tries < 30 && !(await page.evaluate<boolean>(isFocused)); tries += 1) {
        await page.keyboard.press('Tab');
      }
      expect(await page.evaluate<boolean>(isFocused)).toBe(true);
      await page.keyboard.press('Enter');
    };
    await press('Mute for 7 days: syslog files1.example.org');
    await page.waitForSelector(subject('silence-muted'));
    expect(await textOf(page, 'silence-muted')).toContain('muted until 8 April');
    await press('Mark as gone: postfix Bounce notices');
    await page.waitForSelector(subject('silence-gone'));
    expect(await textOf(page, 'logwaveSilenceSummary')).toBe('Nothing is silent.');
    await press('Watch again: postfix Bounce notices');
    await page.waitForSelector(subject('silence-gone'), { state: 'detached' });
    expect(await textOf(page, 'logwaveSilenceSummary')).toBe('1 silent.');
  });

  it.each(['silence', DAY])(
    'have what is silent whole at five widths and on paper: %s',
    async (path) => {
      const page = await pages.open(`/silences/${path}`);
      await page.waitForSelector('.lwSilence');
      expect(await faultsAtAllWidths(page)).toEqual([]);
      expect(await faultsOnPaper(page)).toEqual([]);
    },
  );

  it('know an address that names no day, and name what it has instead', async () => {
    const page = await pages.open('/ordinary/day/2015-02-30');
    expect(await textOf(page, 'logwaveNotFound')).toContain('No such page');
    expect(await textOf(page, 'logwaveNotFound')).toContain('“2015-02-30”, which is not a day');
    const bare = await pages.open(`/ordinary/${DAY}/documents?source=syslog`);
    expect(await textOf(bare, 'logwaveNotFound')).toContain('needs both source=… and subtype=…');
    expect(await bare.locator(subject('logwaveAddress')).count()).toBe(0);
  });

  it.each([
    [`${DAY}?scale=log`, 'scale=log'],
    [`${DAY}?run=abc`, 'run=abc'],
    [`${DAY}/series?source=syslog&subtype=5&without=x`, 'without=x'],
    [`${DAY}/documents?source=syslog&subtype=5&order=first`, 'order=first'],
    [`${DAY}/documents?source=syslog&subtype=5&hours=99`, 'hours=99'],
    ['month/2015-04-01?host=web1', 'host=web1'],
    ['silence?source=nope', 'source=nope'],
    ['settings?source=nope', 'source=nope'],
  ])('say what they cannot use of their address: %s', async (path, parameter) => {
    const page = await pages.open(`/ordinary/${path}`, { waitFor: 'logwaveAddress' });
    expect(await textOf(page, 'logwaveAddress')).toContain(`The address has ${parameter}, `);
    expect(await faultsAtAllWidths(page)).toEqual([]);
  });

  it('list no documents for hours that do not exist, and name a series that does not', async () => {
    const wrong = `/ordinary/${DAY}/documents?source=syslog&subtype=5&hours=99`;
    const page = await pages.open(wrong, { waitFor: 'logwaveDocumentsRefused' });
    expect(await page.locator('.lwLogLine').count()).toBe(0);
    await page.click(`${subject('logwaveDocumentsRefused')} a`);
    await page.waitForSelector('.lwLogLine');
    for (const [source, title] of [
      ['nope', 'No such source'],
      ['syslog', 'No such series on this day'],
    ] as const) {
      const path = `/ordinary/${DAY}/documents?source=${source}&subtype=none`;
      const other = await pages.open(path);
      await other.evaluate('pageHost.isEmptied = true');
      await other.evaluate("document.querySelector('.lwFoot a').click()");
      await rowsThere(other);
      await other.goBack();
      await other.waitForSelector(subject('logwaveNoSeries'));
      expect(await textOf(other, 'logwaveNoSeries')).toContain(title);
      expect(await textOf(other, 'logwaveDocumentsShown')).toBe('');
    }
  });

  it('say of a day without logs that there are none, and draw no empty table', async () => {
    const page = await open('nologs');
    await page.waitForSelector(subject('logwaveSummary'));
    expect(await textOf(page, 'logwaveSummary')).toBe(
      'No logs for this day: the first are from 2 April 2015. Nothing could be assessed.',
    );
    const text = await page.evaluate<string>("document.querySelector('.lw').innerText");
    expect(text).not.toMatch(/[Hh]atched|Nothing unusual/);
    expect(await page.locator(subject('logwaveTable')).count()).toBe(0);
    expect(await faultsAtAllWidths(page)).toEqual([]);
    expect(await faultsOnPaper(page)).toEqual([]);
  });

  it('do not offer to analyze a day before all logs', async () => {
    const page = await pages.open('/first/day/2015-02-20');
    await page.waitForSelector(subject('logwaveNotAnalyzed'));
    await until(
      page,
      "document.body.innerText.includes('The first logs are from 23 February 2015')",
    );
    expect(await page.locator(subject('logwaveAnalyzeFirst')).count()).toBe(0);
    const silent = await pages.open('/first/day/2015-03-17');
    await silent.waitForSelector(subject('logwaveAnalyzeFirst'));
    await until(silent, "document.body.innerText.includes('which sources were silent')");
  });

  it.each([
    ['ordinary', DAY],
    ['first', DAY],
    ['down', DAY],
    ['unknown', DAY],
    ['missing', DAY],
    ['stopped', DAY],
    ['quiet', DAY],
    ['reader', DAY],
    ['silences', DAY],
    ['silences', 'silence'],
    ['ordinary', `${DAY}?rows=comfortable`],
    ['ordinary', `${DAY}/documents?source=syslog&subtype=5`],
  ])('have nothing that axe finds serious in either theme: %s, %s', async (scenario, path) => {
    const page = await pages.open(`/${scenario}/${path}`);
    await page.waitForSelector(subject('logwaveLoading'), { state: 'detached' });
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
  });

  it('have nothing that axe finds serious in what opens above them', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    await page.keyboard.press('?');
    await page.waitForSelector(subject('logwaveKeys'));
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.click(subject('logwaveTagging'));
    await page.waitForSelector(subject('logwaveTagSwitch'));
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
  });

  it('turn dark and light again where the reader wants so', async () => {
    const page = await open('ordinary');
    await rowsThere(page);
    const ground = (): Promise<string> =>
      page.evaluate("getComputedStyle(document.querySelector('.lw')).backgroundColor");
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.click(subject('logwaveTheme'));
    expect(await ground()).toBe('rgb(29, 30, 36)');
    await page.reload();
    await rowsThere(page);
    expect(await ground()).toBe('rgb(29, 30, 36)');
  });
});
