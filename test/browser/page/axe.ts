import { source as axe } from 'axe-core';
import type { Page } from 'playwright-core';
import { until } from './seen';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * A button that has just been enabled, a theme, and what fades in are still on the way to their
 * color. A wait that turns without end (a spinner) never rests, so it does not count.
 */
async function untilColorsRest(page: Page): Promise<void> {
  await until(
    page,
    '!document.getAnimations().some((one) => one.effect.getComputedTiming().endTime < Infinity && one.playState === "running")',
  );
}

/** All rules of axe, and the one that is off unless it is asked for. */
const ALL_RULES = { rules: { 'target-size': { enabled: true } } };
/** The rules whose answer depends on colors. */
const RULES_OF_COLOR = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe finds on a page, of whatever impact, a line each: the rule and the element. */
export async function seriousFaults(page: Page, rules: object = ALL_RULES): Promise<string[]> {
  await untilColorsRest(page);
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...rules })})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

/** Each theme with its ground, and the rules that it is held to: the themes differ in colors only. */
const THEMES = [
  ['light', 'rgb(255, 255, 255)', ALL_RULES],
  ['dark', 'rgb(29, 30, 36)', RULES_OF_COLOR],
] as const;

/** Waits until a page has followed the system to a theme; what opens from then on does not fade in. */
async function followTheme(page: Page, [colorScheme, ground]: (typeof THEMES)[number]) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await until(
    page,
    `getComputedStyle(document.querySelector('.lw')).backgroundColor === '${ground}'`,
  );
}

/** What axe finds serious or critical in the light and in the dark theme, each line with its theme. */
export async function seriousFaultsOfThemes(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const theme of THEMES) {
    await followTheme(page, theme);
    faults.push(...(await seriousFaults(page, theme[2])).map((fault) => `${theme[0]}: ${fault}`));
  }
  return faults;
}
