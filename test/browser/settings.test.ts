import type { Page } from 'playwright-core';
import { seriousFaults, seriousFaultsOfThemes } from './page/axe';
import { faultsAtAllWidths, faultsOnPaper } from './page/at_all_widths';
import { describeInChromium, pagesOfSuite } from './page/open_pages';
import { subject, textOf, until } from './page/seen';

jest.setTimeout(180_000);

/** What the page has sent to be saved, the latest last. */
const SAVED =
  "pageHost.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/settings')).map(({ body }) => body.settings)";

describeInChromium()('the settings', () => {
  const pages = pagesOfSuite();

  async function openSettings(scenario = 'ordinary'): Promise<Page> {
    const page = await pages.open(`/${scenario}/settings`);
    await page.waitForSelector(subject('logwaveScheduleStatus'));
    await page.waitForSelector(subject('logwaveSources'));
    return page;
  }

  it('is whole in windows of five widths and on paper', async () => {
    const page = await openSettings();
    expect(await faultsAtAllWidths(page)).toEqual([]);
    expect(await faultsOnPaper(page)).toEqual([]);
  });

  const waitFor = (page: Page, name: string, words: string) =>
    page.locator(subject(name)).filter({ hasText: words }).first().waitFor();

  /** Presses the tab key until an element has the focus: as one does who has no mouse. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let press = 0; press < 150; press += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate<string>('document.activeElement.dataset.testSubj ?? ""');
      if (focused === name) return;
    }
    throw new Error(`the tab key does not lead to ${name}`);
  }

  async function retype(page: Page, name: string, text: string): Promise<void> {
    await tabTo(page, name);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  }

  it('say what a threshold would do before it is saved, and save it, by keyboard alone', async () => {
    const page = await openSettings();
    expect(await page.isDisabled(subject('logwaveSaveSettings'))).toBe(true);
    await retype(page, 'logwaveSetting-score_limit', '12');
    await waitFor(page, 'logwaveSaveState', 'Not saved yet.');
    await waitFor(
      page,
      'logwavePreview',
      'With these settings: 3 findings a day instead of 9, over the last 31 days.',
    );
    await tabTo(page, 'logwaveSaveSettings');
    await page.keyboard.press('Enter');
    await waitFor(page, 'logwaveSaveState', 'Saved. The next run uses these settings.');
    const [saved] = await page.evaluate<{ calibrated: unknown }[]>(SAVED);
    expect(saved?.calibrated).toEqual({ score_limit: 12 });
    expect(await page.inputValue(subject('logwaveSetting-score_limit'))).toBe('12');
    expect(await page.isDisabled(subject('logwaveSaveSettings'))).toBe(true);
  });

  it('list the channels of messages, and send a test by one', async () => {
    const page = await openSettings();
    const channels = page.locator(subject('logwaveChannels'));
    await channels.waitFor();
    expect(await channels.locator('tbody th').allTextContents()).toEqual(['team', 'chat']);
    expect(await channels.textContent()).toContain(
      'the address of the channel "chat" is not a URL',
    );
    expect(await page.locator(subject('logwaveTestChannel-chat')).count()).toBe(0);
    await page.click(subject('logwaveTestChannel-team'));
    await channels.locator('[role="status"]').filter({ hasText: 'soc@example.org' }).waitFor();
  });

  it('save when messages are sent, and what a channel gets', async () => {
    const page = await openSettings();
    const rules = 'logwaveChannelRules-team';
    await page.fill(subject('logwaveSetting-send_at'), '6:30');
    await waitFor(page, 'logwaveSaveState', 'Time of the message');
    await page.fill(subject('logwaveSetting-send_at'), '06:30');
    await page.focus(subject(`${rules}-quiet_days`));
    await page.keyboard.press('Space');
    await page.fill(subject(`${rules}-least_surprise`), '2');
    await page.fill(subject(`${rules}-sources`), 'sylog');
    await waitFor(page, rules, 'There is no source with the ID "sylog".');
    await page.fill(subject(`${rules}-sources`), 'syslog');
    await page.locator(subject(rules)).getByLabel('Less').focus();
    await page.keyboard.press('Space');
    expect(await seriousFaults(page)).toEqual([]);
    await page.click(subject('logwaveSaveSettings'));
    await waitFor(page, 'logwaveSaveState', 'Saved.');
    const [saved] = await page.evaluate<{ notifications: unknown }[]>(SAVED);
    expect(saved?.notifications).toMatchObject({
      send_at: '06:30',
      channels: [
        {
          channel: 'team',
          verdicts: ['more', 'new', 'silent', 'moved'],
          least_surprise: 2,
          sources: ['syslog'],
          quiet_days: false,
        },
      ],
    });
  });

  it('show the findings of each day, as they are and as they would be', async () => {
    const page = await openSettings();
    await page.fill(subject('logwaveSetting-score_limit'), '6');
    await page.locator(subject('logwavePreviewDays')).locator('summary').click();
    const rows = page.locator(`${subject('logwavePreviewDays')} tbody tr`);
    expect(await rows.count()).toBe(31);
    expect(await rows.first().locator('th, td').allTextContents()).toEqual([
      'Wednesday 1 April 2015',
      '42',
      '9',
      '6',
    ]);
  });

  it('say at its field what is wrong, and save nothing until it is fixed', async () => {
    const page = await openSettings();
    await page.fill(subject('logwaveSetting-zone'), 'Mars');
    await page.fill(subject('logwaveSetting-training_days'), 'many');
    const wrong = page.locator('.euiFormRow', { has: page.locator('[aria-invalid="true"]') });
    expect(await wrong.locator('.euiFormErrorText').allTextContents()).toEqual([
      'Use an IANA zone such as Europe/Vienna or UTC.',
      'Must be a number.',
    ]);
    expect(await textOf(page, 'logwaveSaveState')).toBe(
      '2 fields are not valid yet: Time zone, Training days.',
    );
    expect(await page.isDisabled(subject('logwaveSaveSettings'))).toBe(true);
    await page.fill(subject('logwaveSetting-zone'), 'UTC');
    expect(await textOf(page, 'logwaveSaveState')).toBe('1 field is not valid yet: Training days.');
    await page.click(subject('logwaveDiscard'));
    expect(await page.inputValue(subject('logwaveSetting-zone'))).toBe('America/Toronto');
    expect(await wrong.count()).toBe(0);
  });

  it('offer the thresholds of the chosen method', async () => {
    const page = await openSettings();
    await tabTo(page, 'logwaveSetting-method');
    await page.keyboard.press('t');
    await retype(page, 'logwaveSetting-difference_limit', '0.7');
    await retype(page, 'logwaveSetting-contribution_limit', '0.3');
    await retype(page, 'logwaveSetting-depth', '4');
    await retype(page, 'logwaveSetting-low_percentile', '2');
    await retype(page, 'logwaveSetting-high_percentile', '98');
    expect(await page.locator(subject('logwaveSetting-score_limit')).count()).toBe(0);
    await page.click(subject('logwaveSaveSettings'));
    await waitFor(page, 'logwaveSaveState', 'Saved');
    expect(await page.evaluate(SAVED)).toMatchObject([
      {
        method: 'talk',
        talk: {
          ...{ difference_limit: 0.7, contribution_limit: 0.3 },
          ...{ depth: 4, low_percentile: 2, high_percentile: 98 },
        },
      },
    ]);
  });

  it('add a source by keyboard alone, checked while it is typed, with the series it gives', async () => {
    const page = await openSettings();
    await tabTo(page, 'logwaveSourceAdd');
    await page.keyboard.press('Enter');
    expect(await textOf(page, 'logwaveSaveState')).toBe(
      '5 fields are not valid yet: New source: ID, New source: Name, New source: Indices, New source: Subtype fields, New source: Tag.',
    );
    const form = page.locator(subject('logwaveSourceForm'));
    expect(await form.locator('.euiFormErrorText').count()).toBe(0);
    const typed = [
      ['id', 'dns'],
      ['name', 'DNS by zone'],
      ['index', 'nothing-*'],
      ['subtype_fields', 'zone'],
      ['tag', 'dns_outlier'],
    ] as const;
    for (const [field, text] of typed) {
      await page.locator(subject(`logwaveSourceField-${field}`)).focus();
      await page.keyboard.type(text);
    }
    await waitFor(page, 'logwaveCheck', 'No index matches nothing-*. Choose another pattern.');
    expect(await form.locator('.euiFormErrorText').allTextContents()).toEqual([
      'No index matches nothing-*. Choose another pattern.',
    ]);
    await page.locator(subject('logwaveSourceField-index')).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('logstash-*');
    await waitFor(page, 'logwaveCheck', 'Logwave counts by zone.keyword instead of zone. ');
    const series = page.locator(`${subject('logwaveCheckSeries')} tbody tr`);
    expect(await series.first().locator('th, td').allTextContents()).toEqual(['6', '14,100']);

    await page.locator(subject('logwaveFilterAdd')).focus();
    await page.keyboard.press('Enter');
    await page.fill(subject('logwaveFilterField'), 'type');
    await page.fill(subject('logwaveFilterValues'), 'dns\nmdns');
    await page.fill(subject('logwaveSourceFloor-least_count'), '10');
    await page.locator(subject('logwaveSaveSettings')).focus();
    await page.keyboard.press('Enter');
    await waitFor(page, 'logwaveSaveState', 'Saved');
    const [saved] = await page.evaluate<{ sources: unknown[]; floors: unknown }[]>(SAVED);
    expect(saved?.sources.at(-1)).toMatchObject({
      id: 'dns',
      subtype_fields: ['zone'],
      filter: [{ field: 'type', any_of: ['dns', 'mdns'] }],
    });
    expect(saved?.floors).toEqual([{ source: 'dns', floors: { least_count: 10 } }]);
    await waitFor(page, 'logwaveSources', 'DNS by zone');
  });

  it('make a source of a data view of Kibana, and refuse its runtime fields by name', async () => {
    const page = await openSettings('kibana-ordinary');
    await page.selectOption(subject('logwaveDataView'), 'users');
    await page.getByText('The data view "Users" has no time field.').waitFor();
    await page.selectOption(subject('logwaveDataView'), 'web');
    const valueOf = (field: string) => page.inputValue(subject(`logwaveSourceField-${field}`));
    expect([await valueOf('index'), await valueOf('time_field'), await valueOf('name')]).toEqual([
      'web-*',
      'event.created',
      'Web servers',
    ]);
    await page.fill(subject('logwaveSourceField-subtype_fields'), 'status_class');
    const refused = '"status_class" is a runtime field of the data view "Web servers"';
    await waitFor(page, 'logwaveSourceForm', refused);
    expect(await page.isDisabled(subject('logwaveSaveSettings'))).toBe(true);
    await page.fill(subject('logwaveSourceField-subtype_fields'), 'verb');
    await page.click(subject('logwaveFilterAddJson'));
    await page.fill(subject('logwaveFilterJson'), '{"range": {"field": "status", "gte": "400"}}');
    await waitFor(page, 'logwaveSourceForm', 'range.gte: must be a number');
    await page.fill(subject('logwaveFilterJson'), '{"range": {"field": "status", "gte": 400}}');
    expect(await seriousFaults(page)).toEqual([]);
    await page.click(subject('logwaveSaveSettings'));
    await waitFor(page, 'logwaveSaveState', 'Saved');
    const saved = await page.evaluate<{ sources: unknown[] }[]>(SAVED);
    expect(saved.at(-1)?.sources.at(-1)).toMatchObject({
      id: 'web',
      index: 'web-*',
      time_field: 'event.created',
      subtype_fields: ['verb'],
      filter: [{ range: { field: 'status', gte: 400 } }],
    });
  });

  it('refuse a second source of an id, and let a new one be removed again', async () => {
    const page = await openSettings();
    await page.click(subject('logwaveSourceAdd'));
    await page.fill(subject('logwaveSourceField-id'), 'ossec');
    await waitFor(page, 'logwaveSourceForm', 'Another source has this id.');
    await page.click(subject('logwaveSourceRemove'));
    expect(await page.locator(subject('logwaveSourceForm')).count()).toBe(0);
    expect(await page.isDisabled(subject('logwaveSaveSettings'))).toBe(true);
  });

  it('switch a source off by keyboard', async () => {
    const page = await openSettings();
    await tabTo(page, 'logwaveSource-ossec');
    await page.keyboard.press('Space');
    await page.click(subject('logwaveSaveSettings'));
    await waitFor(page, 'logwaveSaveState', 'Saved');
    const rule = page.locator('tr', { has: page.locator(subject('logwaveSource-ossec')) });
    await rule.filter({ hasText: 'off' }).waitFor();
  });

  it('list the left-out days of series, each to be taken back, and minimums of their own', async () => {
    const page = await openSettings('omitting');
    const entries = page.locator(subject('logwaveSeriesEntry'));
    expect(await entries.count()).toBe(2);
    expect(await entries.nth(0).textContent()).toContain('Wednesday 18 March 2015');
    await tabTo(page, 'logwaveTakeBack-2015-03-18');
    await page.keyboard.press('Enter');
    expect(await entries.nth(0).textContent()).not.toContain('Wednesday 18 March 2015');
    await entries.nth(1).locator(subject('logwaveSeriesFloor-judge')).click();
    await entries.nth(1).locator(subject('logwaveSeriesFloor-least_ratio')).fill('0.5');
    expect(await entries.nth(1).textContent()).toContain('At least 1.');
    await entries.nth(1).locator(subject('logwaveSeriesFloor-least_ratio')).fill('1.5');
    await page.click(subject('logwaveSaveSettings'));
    await waitFor(page, 'logwaveSaveState', 'Saved');
    expect(await page.evaluate(SAVED)).toMatchObject([
      {
        series: [
          { source: 'syslog', subtype: '5', omit_days: ['2015-03-25'] },
          { source: 'ossec', subtype: '550', floors: { least_ratio: 1.5 } },
        ],
      },
    ]);
  });

  it('list the calendars, and remove one only after asking, by keyboard alone', async () => {
    const page = await openSettings();
    const rows = page.locator(`${subject('logwaveCalendars')} tbody tr`);
    expect(await rows.nth(0).textContent()).toBe(
      'holidaysall sourceslike a Sunday21 days in the next 2 yearsFriday 3 April 2015: Good FridayMonday 18 May 2015: Victoria DayRemove',
    );
    expect(await rows.nth(1).textContent()).toContain(
      'Tuesday 14 April 2015, 22:00–24:00: Patches',
    );
    await page.focus(subject('logwaveCalendarRemove-holidays'));
    await page.keyboard.press('Enter');
    await page.waitForSelector(subject('logwaveCalendarConfirm'));
    await page.keyboard.press('Escape');
    await page.waitForSelector(subject('logwaveCalendarConfirm'), { state: 'detached' });
    expect(await rows.count()).toBe(2);
    await page.focus(subject('logwaveCalendarRemove-holidays'));
    await page.keyboard.press('Enter');
    await page.focus(subject('confirmModalConfirmButton'));
    await page.keyboard.press('Enter');
    await until(page, 'pageHost.calendars.length === 1');
    await page.waitForSelector(subject('logwaveCalendar-holidays'), { state: 'detached' });
  });

  it('add a calendar from a file, and say at each field why one is refused', async () => {
    const page = await openSettings();
    const file = page.locator(subject('logwaveCalendarFile'));
    const choose = (text: string) =>
      file.setInputFiles({
        name: 'feasts.ics',
        mimeType: 'text/calendar',
        buffer: Buffer.from(text),
      });
    await tabTo(page, 'logwaveCalendarAdd');
    await page.keyboard.press('Enter');
    const form = page.locator(subject('logwaveCalendarForm'));
    const errors = form.locator('.euiFormErrorText');
    await errors.first().waitFor();
    expect(await errors.allTextContents()).toEqual([
      'Choose an ICS file.',
      'Enter a name.',
      'Choose at least one meaning.',
    ]);
    await choose('x'.repeat(600_000));
    await waitFor(page, 'logwaveCalendarForm', 'The file is 600 kB, and a calendar can be at most');
    await choose('no calendar');
    await page.getByLabel('like a Sunday').focus();
    await page.keyboard.press('Space');
    expect(await page.inputValue(subject('logwaveCalendarName'))).toBe('feasts');
    await page.click(subject('logwaveCalendarAdd'));
    await waitFor(
      page,
      'logwaveCalendarForm',
      'The file is not a calendar: it has no BEGIN:VCALENDAR',
    );
    expect(await file.getAttribute('aria-invalid')).toBe('true');
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
    await choose('BEGIN:VCALENDAR');
    expect(await errors.count()).toBe(0);
    await page.click('label[for="logwaveCalendarSources-postfix"]');
    await page.click(subject('logwaveCalendarAdd'));
    await waitFor(page, 'logwaveCalendar-feasts', 'Monday 6 April 2015: Feast');
    expect(await textOf(page, 'logwaveCalendar-feasts')).toContain('postfix');
    expect(await page.inputValue(subject('logwaveCalendarName'))).toBe('');
  });

  it('set minimums of a series that had none', async () => {
    const page = await openSettings();
    await tabTo(page, 'logwaveSeriesAdd');
    await page.keyboard.press('Enter');
    await page.selectOption(subject('logwaveSeriesSource'), 'postfix');
    await page.fill(subject('logwaveSeriesSubtype'), 'smtpd');
    await page.click(subject('logwaveSeriesFloor-judge'));
    await page.click(subject('logwaveSaveSettings'));
    await waitFor(page, 'logwaveSeriesSettings', 'postfix program smtpd');
  });

  it('switch the schedule off and on by keyboard, at another interval', async () => {
    const page = await openSettings();
    expect(await textOf(page, 'logwaveScheduleStatus')).toMatch(
      /^The schedule runs every 1h as ana, with tagging/,
    );
    await tabTo(page, 'logwaveScheduleOff');
    await page.keyboard.press('Enter');
    await waitFor(page, 'logwaveScheduleStatus', 'The schedule is off. Logwave analyzes');
    await page.fill(subject('logwaveScheduleInterval'), 'often');
    expect(await page.isDisabled(subject('logwaveScheduleOn'))).toBe(true);
    await page.fill(subject('logwaveScheduleInterval'), '30m');
    await page.click(subject('logwaveScheduleTag'));
    await page.locator(subject('logwaveScheduleOn')).focus();
    await page.keyboard.press('Enter');
    await waitFor(
      page,
      'logwaveScheduleStatus',
      'The schedule runs every 30m as ana, without tagging.',
    );
  });

  it('say that the task fails, and why', async () => {
    const page = await openSettings('failing');
    const status = page.locator(subject('logwaveScheduleStatus'));
    expect(await status.getAttribute('role')).toBe('alert');
    expect(await status.textContent()).toContain(
      'The last run failed, 2 April 06:02: The key of the schedule was revoked; turn the schedule on again.',
    );
  });

  it('describe the obstacle of the schedule, instead of a button', async () => {
    const page = await openSettings('hindered');
    await waitFor(page, 'logwaveScheduleObstacle', 'Set xpack.encryptedSavedObjects');
    expect(await page.locator(subject('logwaveScheduleOn')).count()).toBe(0);
  });

  it('show no button that one space cannot use, and say why', async () => {
    const page = await openSettings('kibana-space');
    await waitFor(page, 'logwaveOfAllSpaces', 'in this space only');
    await waitFor(page, 'logwaveScheduleStatus', 'The schedule');
    for (const name of ['logwaveScheduleOff', 'logwaveUninstall', 'logwaveSaveSettings']) {
      expect(await page.locator(subject(name)).count()).toBe(0);
    }
  });

  it('say that no login is required, and who may switch tagging on', async () => {
    const page = await openSettings('open');
    await waitFor(page, 'logwaveOpenToAll', 'Anyone who opens this page can do everything');
    const sections = await page.locator('section.lwSection2').allTextContents();
    expect(sections.join()).toContain('It stays off until someone does.');
    expect(sections.join()).toContain('Security is off, so every visitor can do everything');
  });

  it('show what of invalid settings can be used, what cannot, and mend them by saving', async () => {
    const page = await openSettings('invalid');
    const notice = await textOf(page, 'logwaveInvalid');
    expect(notice).toContain('training.days: at most 92');
    expect(notice).toContain('sources[0].tag: use letters');
    expect(await page.inputValue(subject('logwaveSetting-zone'))).toBe('America/Toronto');
    await page.click(subject('logwaveSaveSettings'));
    await waitFor(page, 'logwaveSaveState', 'Saved');
    await page.locator(subject('logwaveInvalid')).waitFor({ state: 'detached' });
  });

  it('keep what was typed when somebody else has saved, until it is loaded again', async () => {
    const page = await openSettings();
    await page.fill(subject('logwaveSetting-score_limit'), '12');
    await page.evaluate('pageHost.isConflicting = true');
    await page.click(subject('logwaveSaveSettings'));
    await waitFor(page, 'logwaveFault', 'Someone else has saved');
    expect(await page.inputValue(subject('logwaveSetting-score_limit'))).toBe('12');
    await page.click(subject('logwaveLoadSettings'));
    await until(
      page,
      "document.querySelector('[data-test-subj=logwaveSetting-score_limit]').value === '4'",
    );
  });

  it('ask before what is not saved is left', async () => {
    const page = await openSettings();
    await page.fill(subject('logwaveSetting-score_limit'), '12');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    await page.click(subject('logwaveNav-month'));
    expect(page.url()).toMatch(/\/settings$/);
    await page.click(subject('logwaveNav-month'));
    await page.waitForURL('**/month/2015-04-01');
    expect(asked[0]).toBe('Leave the settings without saving your changes?');
  });

  it('remove what Logwave keeps only after saying what stays', async () => {
    const page = await openSettings();
    await tabTo(page, 'logwaveUninstall');
    await page.keyboard.press('Enter');
    for (const button of ['logwaveUninstall', 'confirmModalConfirmButton']) {
      expect(await page.getAttribute(subject(button), 'class')).toContain('danger');
    }
    await waitFor(
      page,
      'logwaveUninstallStays',
      'Logwave leaves behind: tags in your logs; findings',
    );
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector(subject('logwaveUninstallConfirm'), { state: 'detached' });
    await page.keyboard.press('Enter');
    await page.click('label[for="logwaveUninstall-remove_indices"]');
    await waitFor(page, 'logwaveUninstallStays', 'Logwave leaves behind: tags in your logs.');
    await page.click(subject('confirmModalConfirmButton'));
    await waitFor(page, 'logwaveUninstalled', 'The schedule is off.');
    const sent = await page.evaluate(
      "pageHost.requests.find(({ path }) => path.endsWith('/uninstall')).body",
    );
    expect(sent).toEqual({ remove_tags: false, remove_indices: true });
  });

  it('say what was removed and what was not, and let it be tried again', async () => {
    const page = await openSettings();
    await page.click(subject('logwaveUninstall'));
    await page.click('label[for="logwaveUninstall-remove_tags"]');
    await page.click(subject('confirmModalConfirmButton'));
    await waitFor(page, 'logwaveUninstalled', 'The schedule is off.');
    await waitFor(page, 'logwaveNotUninstalled', 'Not all tags were removed');
    expect(await seriousFaults(page)).toEqual([]);
    await page.waitForSelector(subject('logwaveUninstallConfirm'), { state: 'detached' });
    await page.focus(subject('logwaveUninstall'));
    await page.keyboard.press('Enter');
    await page.waitForSelector(subject('logwaveUninstallConfirm'));
    await page.focus(subject('confirmModalConfirmButton'));
    await page.keyboard.press('Enter');
    await page.waitForSelector(subject('logwaveNotUninstalled'), { state: 'detached' });
  });

  it('keep the edges of fields and switches in the colors that a reader forces', async () => {
    const page = await openSettings();
    await page.emulateMedia({ forcedColors: 'active' });
    const edge = (selector: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).borderTopStyle`);
    expect(await edge(subject('logwaveSetting-score_limit'))).toBe('solid');
    expect(await edge('.euiSwitch__body')).toBe('solid');
  });

  it('give a reader text, no field and no button but to save files, and name the privilege', async () => {
    const page = await openSettings('reader');
    await waitFor(page, 'logwaveSettingsReadOnly', 'the privilege “Logwave settings”');
    expect(await textOf(page, 'logwaveAssessment')).toContain('America/Toronto');
    const controls = '.lwPage input, .lwPage select, .lwPage textarea, .lwPage button';
    const names = await page.locator(controls).allTextContents();
    expect(names).toEqual(['Save the settings as a file', 'Save for a report']);
  });

  it('announce the boxes of a field as a group with its label, and label no missing field', async () => {
    const page = await openSettings();
    const boxes = (name: string): Promise<number> =>
      page.getByRole('group', { name, exact: true }).getByRole('checkbox').count();
    expect(await boxes('Weekend')).toBe(7);
    expect(await boxes('Days of the message')).toBe(7);
    expect(await boxes('Its days are')).toBe(3);
    const unlabeled = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLLabelElement>('label[for]'))
        .filter(({ control }) => control === null)
        .map(({ textContent }) => textContent),
    );
    expect(unlabeled).toEqual([]);
  });

  it('have nothing that axe finds serious in either theme if they are only read', async () => {
    const page = await pages.open('/reader/settings');
    await page.waitForSelector(subject('logwaveScheduleStatus'));
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
  });

  it('have nothing that axe finds serious in either theme in a form with faults', async () => {
    const page = await pages.open('/omitting/settings');
    await page.click(subject('logwaveSourceAdd'));
    await page.click(subject('logwaveFilterAdd'));
    await page.fill(subject('logwaveSetting-zone'), 'Mars');
    expect(await seriousFaultsOfThemes(page)).toEqual([]);
  });
});
