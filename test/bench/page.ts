import type { Page } from 'playwright-core';
import { buildPage, PAGE_FOLDER } from '../browser/page/build_page';
import { findChromium, launchChromium } from '../browser/page/find_chromium';
import { servePage } from '../browser/page/serve_page';
import { traceTasks } from './page_trace';

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
    aims: { paint: 500, task: 50, filter: A_FRAME },
  },
  { scenario: 'crowded', series: 10_000, rounds: ROUNDS_OF_MANY },
];

interface Measured {
  readonly paint: number;
  readonly longestWall: number;
  readonly longestCpu: number;
  /** Until the first rows are painted, and until all on the screen are. */
  readonly filter: number;
  readonly filterAll: number;
  readonly filterCpu: number;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

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
  await page.evaluate('window.scrollTo(0, 0)');
  let times = { first: NaN, all: NaN };
  const { cpu: filterCpu } = await traceTasks(page, async () => {
    times = await page.evaluate("pageMeasure.filterTimes('ssh')");
  });
  return { paint, longestWall, longestCpu, filter: times.first, filterAll: times.all, filterCpu };
}

async function measure(origin: string, scenario: string, rounds: number): Promise<Measured[]> {
  const browser = await launchChromium(findChromium() ?? '');
  try {
    const measured: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage({ viewport: SIZE });
      measured.push(await measureOnce(page, `${origin}/${scenario}/day/2015-04-01`));
      await page.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** Measures the overview in Chromium: the first painted table, scrolling through all rows, the filter. */
export async function benchPage(print: Print): Promise<void> {
  if (findChromium() === undefined) {
    print('Page: skipped, since no Chromium is installed (apt-get install chromium).');
    return;
  }
  await buildPage();
  const served = await servePage(PAGE_FOLDER);
  try {
    for (const { scenario, series, rounds, aims } of SCENARIOS) {
      const measured = await measure(served.origin, scenario, rounds);
      print(`Page with ${series.toLocaleString('en-US')} series, median of ${rounds} in Chromium`);
      const of = (name: keyof Measured): number[] => measured.map((one) => one[name]);
      print(line('from the data to the first painted table', of('paint'), aims?.paint));
      print(line('longest task while scrolling through all rows', of('longestWall'), aims?.task));
      print(line('  of that, processor time of its own', of('longestCpu'), aims?.task));
      print(line('from a key in the filter to the first painted rows', of('filter'), aims?.filter));
      print(line('  to all rows on the screen', of('filterAll'), undefined));
      print(line('  of that, processor time of its own', of('filterCpu'), undefined));
    }
  } finally {
    await served.close();
  }
}
