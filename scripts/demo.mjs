/** `npm run demo [-- --once] [-- --full]`: set-up, then the demo; the full one gets Elasticsearch. */
import { runNode, runScript, setUpPackages } from './setup.mjs';

await runScript(async () => {
  await setUpPackages();
  return runNode(['bin/logwave', 'demo', ...process.argv.slice(2)]);
});
