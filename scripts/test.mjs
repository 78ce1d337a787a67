/** `npm test [-- jest's arguments]`: set-up, then all tests. */
import { setUpChromium } from './chromium.mjs';
import { runNode, runScript, setUpElasticsearch, setUpPackages } from './setup.mjs';

await runScript(async () => {
  await setUpPackages();
  await setUpElasticsearch();
  setUpChromium();
  return runNode(['node_modules/jest/bin/jest.js', ...process.argv.slice(2)]);
});
