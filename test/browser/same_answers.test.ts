import type { Browser } from 'playwright-core';
import type { SeriesCase } from '../../common/waveform/hours/series_case';
import { generateCases } from '../generator/labeled_case';
import { bundleDetector } from './detector/bundle_detector';
import { assessCases } from './detector/assess_cases';
import { findChromium, launchChromium } from './page/find_chromium';
import { describeInChromium } from './page/open_pages';

jest.setTimeout(120_000);

const CASES = 1_000;
const SEED = 2015;
const PER_FAMILY = 50;
const NEVER_SEEN_EVERY = 50;

/** A series that nobody saw in training. */
function neverSeen({ day, counts, training }: SeriesCase): SeriesCase {
  const nothing = training.map((trained) => ({ ...trained, counts: trained.counts.map(() => 0) }));
  return { day, counts, training: nothing };
}

/** Cases of every family that the generator knows, without their labels; some as if never seen. */
function makeCases(): SeriesCase[] {
  const cases = generateCases(SEED, PER_FAMILY).slice(0, CASES);
  return cases.map(({ day, counts, training }, place) => {
    const seriesCase = { day, counts, training };
    return place % NEVER_SEEN_EVERY === 0 ? neverSeen(seriesCase) : seriesCase;
  });
}

describeInChromium()('the calibrated method in Node and in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(findChromium() ?? '');
  });
  afterAll(() => browser.close());

  it('says the same of 1,000 cases, to the last digit', async () => {
    const cases = makeCases();
    expect(cases).toHaveLength(CASES);
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundleDetector() });
    const given = JSON.stringify(cases);
    const there = await page.evaluate<string[]>(`detector.assessCases(${JSON.stringify(given)})`);
    const here = assessCases(given);
    expect(there.filter((answer, place) => answer !== here[place])).toEqual([]);
    expect(there).toHaveLength(CASES);
    const verdicts = new Set(here.map((answer) => /"verdict":"(\w+)"/.exec(answer)?.[1]));
    expect(verdicts).toEqual(new Set([undefined, 'more', 'less', 'silent', 'moved', 'new']));
  });
});
