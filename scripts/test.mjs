/** `npm test [-- jest's arguments]`: set-up, then all tests. */
import { runNode, runScript, setUpElasticsearch, setUpPackages } from './setup.mjs';

await runScript(async () => {
  await setUpPackages();
  await setUpElasticsearch();
  return runNode(['node_modules/jest/bin/jest.js', ...process.argv.slice(2)]);
});
