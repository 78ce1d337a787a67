import type { Page } from 'playwright-core';
import type { ShapedKibana } from './shaped_page';

const DAY = '/day/2015-04-01';
const SERIES = `${DAY}/series?source=syslog&subtype=5`;

/** What is seen of the page with one set of packages. */
export interface Look {
  /** The text of each page, in one line. */
  readonly words: readonly string[];
  /** Images that show nothing, by their addresses. */
  readonly emptyImages: readonly string[];
  /** How many figures have no name. */
  readonly unnamedFigures: number;
  /** The day's chart as the library draws it, and nothing over it: a PNG in base64. */
  readonly dayChart: string;
}

const EMPTY_IMAGES = `[...document.images]
  .filter((image) => image.complete && image.naturalWidth === 0)
  .map((image) => image.getAttribute('src') ?? '')`;

/** A figure within a picture that has a name is a part of it. */
const UNNAMED_FIGURES = `[...document.querySelectorAll('figure, [role="figure"]')].filter((figure) => {
  if (figure.closest('[role="img"][aria-label]') !== null) return false;
  const ids = (figure.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
  const label = ids.map((id) => document.getElementById(id)?.textContent ?? '').join('').trim();
  const own = (figure.getAttribute('aria-label') ?? '').trim();
  return label === '' && own === '';
}).length`;

/** The page's text without what only a machine reads, since the library words that itself. */
const WORDS = `[...document.querySelector('.lw').querySelectorAll('*')]
  .filter((element) => element.childElementCount === 0 && element.getClientRects().length > 0)
  .filter((element) => element.closest('.echScreenReaderOnly, .euiScreenReaderOnly, [class*="euiScreenReaderOnly"], .echChart') === null)
  .map((element) => element.textContent.trim())
  .filter((text) => text !== '').join(' ')`;

const DAY_CHART = `document.querySelector('.lwChart canvas').toDataURL('image/png').split(',')[1]`;

const subject = (name: string) => `[data-test-subj="${name}"]`;

class Looking {
  readonly words: string[] = [];
  readonly emptyImages = new Set<string>();
  unnamedFigures = 0;

  async at(page: Page): Promise<void> {
    await page.waitForLoadState('networkidle');
    this.words.push(await page.evaluate<string>(WORDS));
    for (const src of await page.evaluate<string[]>(EMPTY_IMAGES)) this.emptyImages.add(src);
    this.unnamedFigures += await page.evaluate<number>(UNNAMED_FIGURES);
  }
}

/** Opens all pages, a table in place of a chart, the menu of tags and a dialog, and leaves again. */
export async function lookAround(kibana: ShapedKibana): Promise<Look> {
  const looking = new Looking();
  const day = await kibana.open(DAY);
  await day.waitForSelector('tr[data-row]');
  await looking.at(day);
  await day.keyboard.press('j');
  await day.waitForFunction("document.activeElement.closest('tr[data-row]') !== null");
  await day.click(subject('logwaveTagging'));
  await day.waitForSelector(subject('logwaveTagSwitch'));
  await day.close();

  const month = await kibana.open('/month/2015-04-01');
  await month.waitForSelector('tr.lwMonthRow');
  await looking.at(month);
  await month.close();

  const series = await kibana.open(SERIES);
  await series.locator('.lwChart canvas').first().waitFor();
  await series.waitForLoadState('networkidle');
  const dayChart = await series.evaluate<string>(DAY_CHART);
  await looking.at(series);
  await series
    .getByRole('button', { name: /as (a )?table/i })
    .first()
    .click();
  await series.waitForSelector('.lwChartSection table, table');
  await series.evaluate('window.closeLogwave()');
  await series.waitForSelector(subject('logwaveApp'), { state: 'detached' });
  await series.close();

  const settings = await kibana.open('/settings');
  await settings.waitForSelector(subject('logwaveUninstall'));
  await looking.at(settings);
  await settings.click(subject('logwaveUninstall'));
  await settings.waitForSelector(subject('confirmModalConfirmButton'));
  await settings.close();

  const { words, emptyImages, unnamedFigures } = looking;
  return { words, emptyImages: [...emptyImages].sort(), unnamedFigures, dayChart };
}

/** Edges are smoothed a little differently: a ring around a point is another color altogether. */
const CLEARLY = 96;

/** Runs in a browser: how many pixels of two pictures are clearly of another color. */
const DIFFERING = `async ([one, other]) => {
  const pixelsOf = async (png) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const { width, height } = image;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height);
  };
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)];
  if (a.width !== b.width || a.height !== b.height) return a.data.length;
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const apart = [0, 1, 2, 3].map((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]));
    if (Math.max(...apart) > ${CLEARLY}) count += 1;
  }
  return count;
}`;

/** How many pixels of two charts are clearly of another color. @param page an empty one */
export function differingPixels(page: Page, one: Look, other: Look): Promise<number> {
  const pictures = JSON.stringify([one.dayChart, other.dayChart]);
  return page.evaluate<number>(`(${DIFFERING})(${pictures})`);
}
