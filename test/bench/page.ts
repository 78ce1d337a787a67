import type { Page } from 'playwright-core';
import { buildPage, PAGE_FOLDER } from '../browser/page/build_page';
import { findChromium, launchChromium } from '../browser/page/find_chromium';
import { servePage } from '../browser/page/serve_page';
import { median } from './median';
import { traceTasks } from './page_trace';
import { benchPreview } from './preview';

type Print = (line: string) => void;

const SIZE = { width: 1400, height: 1000 };
const ROUNDS = 5;
/** Ten times the rows take ten times as long to make, not to show. */
const ROUNDS_OF_MANY = 2;
const NAME_WIDTH = 50;
/** Sixty a second. */
const A_FRAME = 16;
/** A brisk turn of the wheel. */
const PIXELS_A_FRAME = 120;

interface Measuring {
  readonly scenario: string;
  readonly series: number;
  readonly rounds: number;
  /** Milliseconds; with ten thousand series it only has to work. */
  readonly aims?: { readonly paint: number; readonly task: number; readonly filter: number };
}

const SCENARIOS: readonly Measuring[] = [
  {
    scenario: 'thousand',
    series: 1000,
    rounds: ROUNDS,
    aims: { paint: 300, task: 50, filter: A_FRAME },
  },
  { scenario: 'crowded', series: 10_000, rounds: ROUNDS_OF_MANY },
];

interface Measured {
  readonly paint: number;
  readonly longestWall: number;
  readonly longestCpu: number;
}

/** From a key in the filter until the first rows are painted, and until all on the screen are. */
interface Answered {
  readonly first: number;
  readonly all: number;
}

/** What the field holds after each key; at last it is emptied. */
const TYPED = ['s', 'ss', 'ssh', ''];
/** Between two keys everything has come to rest, in milliseconds. */
const BETWEEN_KEYS = 200;
/** Frames follow as soon as they are ready: the work is measured, and not the wait for the screen. */
const FREE_FRAMES = ['--disable-frame-rate-limit'];

function line(name: string, values: readonly number[], aim: number | undefined): string {
  const least = Math.min(...values).toFixed(0);
  const value = median(values).toFixed(0);
  const aimed = aim === undefined ? '' : `; aim: under ${aim}`;
  return `  ${name.padEnd(NAME_WIDTH)} ${value.padStart(5)} ms (best ${least}${aimed})`;
}

async function numberOf(page: Page, expression: string): Promise<number> {
  return Number(await page.evaluate(expression));
}

async function measureOnce(page: Page, address: string): Promise<Measured> {
  await page.goto(address);
  const paint = await numberOf(page, 'pageMeasure.paintTime()');
  const { longestWall, longestCpu } = await traceTasks(page, () =>
    page.evaluate(`pageMeasure.scrollThrough(${PIXELS_A_FRAME})`),
  );
  return { paint, longestWall, longestCpu };
}

async function filterOnce(page: Page, address: string): Promise<Answered[]> {
  await page.goto(address);
  await page.evaluate('pageMeasure.paintTime()');
  const answered: Answered[] = [];
  for (const text of TYPED) {
    await page.waitForTimeout(BETWEEN_KEYS);
    answered.push(await page.evaluate(`pageMeasure.filterTimes('${text}')`));
  }
  return answered;
}

async function repeat<T>(
  rounds: number,
  flags: readonly string[],
  measure: (page: Page) => Promise<T>,
): Promise<T[]> {
  const browser = await launchChromium(findChromium() ?? '', flags);
  try {
    const measured: T[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage({ viewport: SIZE });
      measured.push(await measure(page));
      await page.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/**
 * Measures what a reader of the page waits for: the preview of settings; and in Chromium the first
 * painted table, scrolling through all rows, and the filter.
 */
export async function benchPage(print: Print): Promise<void> {
  await benchPreview(print);
  if (findChromium() === undefined) {
    print('Page: skipped, since no Chromium is installed (apt-get install chromium).');
    return;
  }
  await buildPage();
  const served = await servePage(PAGE_FOLDER);
  try {
    for (const { scenario, series, rounds, aims } of SCENARIOS) {
      const address = `${served.origin}/${scenario}/day/2015-04-01`;
      const measured = await repeat(rounds, [], (page) => measureOnce(page, address));
      const keys = await repeat(rounds, FREE_FRAMES, (page) => filterOnce(page, address));
      print(`Page with ${series.toLocaleString('en-US')} series, median of ${rounds} in Chromium`);
      const of = (name: keyof Measured): number[] => measured.map((one) => one[name]);
      const answered = (name: keyof Answered): number[] => keys.flat().map((one) => one[name]);
      print(line('from the data to the first painted table', of('paint'), aims?.paint));
      print(line('longest task while scrolling through all rows', of('longestWall'), aims?.task));
      print(line('  of that, processor time of its own', of('longestCpu'), aims?.task));
      print(
        line('from a key in the filter to first painted rows', answered('first'), aims?.filter),
      );
      print(line('  to all rows on the screen', answered('all'), undefined));
    }
  } finally {
    await served.close();
  }
}
