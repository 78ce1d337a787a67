import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findChromium, launchChromium } from '../browser/page/find_chromium';
import { setStage } from './stage';
import { takePictures } from './take_pictures';

const FOLDER = resolve(__dirname, '../../docs/images');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * `npm run screenshots [-- NAME…]`: takes the pictures of the documentation, or those named, from a
 * host with sample logs.
 */
async function main(): Promise<void> {
  const chromium = findChromium();
  if (chromium === undefined) {
    say('There is no Chromium: install one, or name one in CHROMIUM.');
    process.exitCode = 1;
    return;
  }
  await mkdir(FOLDER, { recursive: true });
  const stage = await setStage(say);
  const browser = await launchChromium(chromium);
  try {
    const names = process.argv.slice(2);
    const isWanted = (name: string): boolean => names.length === 0 || names.includes(name);
    await takePictures(browser, stage, {
      fileOf: (name) => join(FOLDER, `${name}.png`),
      isWanted,
      say,
    });
  } finally {
    await browser.close();
    await stage.close();
  }
}

void main();
