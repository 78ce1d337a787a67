import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findChromium, launchChromium } from '../browser/page/find_chromium';
import { setStage } from './stage';
import { takePictures } from './take_pictures';

const FOLDER = resolve(__dirname, '../../docs/images');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** `npm run screenshots`: takes the pictures of the documentation from a host with sample logs. */
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
    await takePictures(browser, stage, (name) => join(FOLDER, `${name}.png`), say);
  } finally {
    await browser.close();
    await stage.close();
  }
}

void main();
