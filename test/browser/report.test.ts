import type { Browser } from 'playwright-core';
import { dayReport, reportHtml } from '../../common/report';
import { ordinaryDay } from '../fixtures/page_day';
import { SILENT_ROWS } from '../fixtures/page_silence';
import { findChromium, launchChromium } from './page/find_chromium';
import { describeInChromium } from './page/open_pages';

jest.setTimeout(120_000);

/** What heads each section of the report, of what is on the screen. */
const HEADS = `[...document.querySelectorAll('thead th:first-child, .group th, h2')]
  .filter((head) => head.getBoundingClientRect().height > 0)
  .map((head) => head.textContent)`;

describeInChromium()('the report as HTML', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(findChromium() ?? '');
  });
  afterAll(() => browser.close());

  it.each([
    [600, []],
    [1200, ['Series']],
  ])('heads each section at a width of %i', async (width, columns) => {
    const page = await browser.newPage({ viewport: { width, height: 1000 } });
    const answer = { ...ordinaryDay(), silences: SILENT_ROWS };
    await page.setContent(reportHtml(dayReport(answer, { link: null, sourceNames: new Map() })));
    const heads = await page.evaluate<string[]>(HEADS);
    const sections = ['Silent hosts, sources and series', ...columns, 'Silent', 'Unusual'];
    expect(heads.slice(0, sections.length)).toEqual(sections);
  });
});
