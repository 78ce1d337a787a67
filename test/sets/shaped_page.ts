import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import {
  sharedStyles,
  fixtureHostScript,
  kibanaShapedScript,
  sharedDepsScript,
} from './bundle_scripts';

const ORIGIN = 'http://kibana.test';
const PUBLIC = 'kibana/logwave/target/public/';

/** A build of the plugin: its scripts by file name, and the host of its fixtures. */
export interface BuiltPage {
  readonly scripts: ReadonlyMap<string, string>;
  readonly host: string;
}

/** @param zip of the build. @param sources of the project at the state of the build */
export async function readBuild(zip: string, sources?: string): Promise<BuiltPage> {
  const { files } = await JSZip.loadAsync(await readFile(zip));
  const scripts = new Map<string, string>();
  for (const [path, file] of Object.entries(files)) {
    if (!path.startsWith(PUBLIC) || !path.endsWith('.js')) continue;
    scripts.set(path.slice(PUBLIC.length), await file.async('text'));
  }
  return { scripts, host: await fixtureHostScript(sources) };
}

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kibana</title>
<link rel="stylesheet" href="/styles.css"><link rel="icon" href="data:,"></head>
<body style="margin:0"><div id="app"></div>
<script src="/deps.js"></script><script src="/host.js"></script><script src="/kibana.js"></script>
<script src="/bundles/logwave.plugin.js"></script></body></html>`;

/** A Kibana with one set of packages and one build of the plugin. */
export interface ShapedKibana {
  /** Opens a path of the application, in a page of its own. */
  open(path: string): Promise<Page>;
  /** Errors and warnings of the console, and exceptions that nobody caught. */
  readonly faults: string[];
}

/** @param folder with the packages of a set */
export async function startShapedKibana(
  browser: Browser,
  folder: string,
  { scripts, host }: BuiltPage,
): Promise<ShapedKibana> {
  const files = new Map<string, string>([
    ['/deps.js', await sharedDepsScript(folder)],
    ['/host.js', host],
    ['/kibana.js', await kibanaShapedScript()],
    ...[...scripts].map(([name, code]): [string, string] => [`/bundles/${name}`, code]),
  ]);
  const styles = await sharedStyles(folder);
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  const faults: string[] = [];
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/styles.css') return route.fulfill({ body: styles, contentType: 'text/css' });
    const script = files.get(pathname);
    if (script !== undefined) {
      return route.fulfill({ body: script, contentType: 'text/javascript; charset=utf-8' });
    }
    const isPage = route.request().resourceType() === 'document';
    return isPage
      ? route.fulfill({ body: HTML, contentType: 'text/html; charset=utf-8' })
      : route.fulfill({ status: 404, body: '' });
  });
  return {
    faults,
    open: async (path) => {
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      await page.goto(`${ORIGIN}/app/logwave${path}`);
      await page.evaluate('window.openLogwave()');
      await page.waitForSelector('[data-test-subj="logwaveApp"]');
      return page;
    },
  };
}
