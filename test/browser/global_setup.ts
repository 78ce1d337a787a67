import { buildPage } from './page/build_page';
import { findChromium } from './page/find_chromium';

/** Bundles the page over its fixtures once for all suites, which only read it. */
export default async function setup(): Promise<void> {
  if (findChromium() !== undefined) await buildPage();
}
