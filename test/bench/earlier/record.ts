import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { loadBuild, provideEarlierBuild } from './earlier_build';
import { casesToRecord, RECORDED, resultsOf } from './recorded_results';

/** `npx tsx test/bench/earlier/record.ts COMMIT`: records what that build makes of some cases. */
async function main([commit]: readonly string[]): Promise<void> {
  if (commit === undefined) throw new Error('name the commit whose results are to be recorded');
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const build = loadBuild(commit, await provideEarlierBuild(commit, say));
  const lines = casesToRecord().map((seriesCase) =>
    JSON.stringify({ case: seriesCase, ...resultsOf(build, seriesCase) }),
  );
  await writeFile(RECORDED, gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
  say(`${lines.length} cases recorded`);
}

void main(process.argv.slice(2));
