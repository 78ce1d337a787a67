/** `npm run demo [-- --once]`: set-up, then the demo, which gets Elasticsearch by itself. */
import { runNode, runScript, setUpPackages } from './setup.mjs';

await runScript(async () => {
  await setUpPackages();
  return runNode(['bin/logwave', 'demo', ...process.argv.slice(2)]);
});
