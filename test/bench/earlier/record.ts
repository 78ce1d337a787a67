import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { provideEarlierBuild } from './earlier_build';
import { loadBuild, type Build } from './load_build';
import { DIGESTS, digestOf, generatedCases, SHARED_CASES, sharedCases } from './recorded_digests';
import { casesToRecord, RECORDED, resultsOf } from './recorded_results';

/** Records what a build makes of many cases: of those beside the project, too, which must be there. */
async function recordDigests(build: Build): Promise<number> {
  if (SHARED_CASES === undefined) throw new Error('the labeled cases are not beside the project');
  const generated = generatedCases().map((seriesCase) => digestOf(build, seriesCase));
  const shared = (await sharedCases(SHARED_CASES)).map((one) => digestOf(build, one));
  const text = JSON.stringify({ generated, shared }).replaceAll('],[', '],\n[');
  await writeFile(DIGESTS, gzipSync(`${text}\n`, { level: 9 }));
  return generated.length + shared.length;
}

/** `npx tsx test/bench/earlier/record.ts COMMIT`: records what that build makes of some cases. */
async function main([commit]: readonly string[]): Promise<void> {
  if (commit === undefined) throw new Error('name the commit whose results are to be recorded');
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const build = loadBuild(commit, await provideEarlierBuild(commit, say));
  const lines = casesToRecord().map((seriesCase) =>
    JSON.stringify({ case: seriesCase, ...resultsOf(build, seriesCase) }),
  );
  await writeFile(RECORDED, gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
  say(`${lines.length} cases recorded, ${await recordDigests(build)} in a few numbers each`);
}

void main(process.argv.slice(2));
