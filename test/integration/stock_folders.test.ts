import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { presetSources } from '../../common/sources/presets';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import type { Analysis } from '../../standalone/cli/run_analysis';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { ingestRunner } from '../fixtures/ingest_runner';
import { alpine, debian, fedora, ubuntu, wazuh, type StockFolder } from '../fixtures/stock_folders';
import { testUrl as url } from '../fixtures/test_cluster';

const YEAR = 1986;
const runner = ingestRunner(YEAR);
const { summaryOf, write } = runner;
const INDEX = `logstash-${YEAR}.*`;

/** The presets, but on the indices of this suite: others create and delete theirs meanwhile. */
const ownSettings = {
  zone: 'UTC',
  sources: presetSources
    .filter(({ index }) => index === 'logstash-*')
    .map(({ id }) => ({ id, index: INDEX })),
};

const analyze = async (day: string, ...args: readonly string[]): Promise<Said> => {
  const settings = await write('settings.json', JSON.stringify(ownSettings));
  const place = ['--es', url, '--settings', settings];
  return runInProcess(registerAnalyze, ['analyze', '--day', day, ...place, ...args]);
};

/** A busy machine is slow; no test is about time. */
jest.setTimeout(120_000);

beforeAll(runner.start);
afterAll(async () => {
  await runner.client.indices.delete({ index: 'logstash-undated', ignore_unavailable: true });
  await runner.stop();
});

/** Writes a folder as it is on the evening of its day. */
async function writeFolder({ name, day, files }: StockFolder): Promise<string> {
  const evening = new Date(`${day}T23:59:00Z`);
  for (const [path, content] of Object.entries(files)) {
    const file = await write(join(name, path), content);
    await utimes(file, evening, evening);
  }
  return join(runner.folder(), name);
}

describe('a whole folder of logs', () => {
  it.each([
    debian(`${YEAR}-01-23`),
    ubuntu(`${YEAR}-03-20`),
    fedora(`${YEAR}-05-22`),
    alpine(`${YEAR}-07-24`),
    wazuh(`${YEAR}-09-25`),
  ])('of $name is read and analyzed by two commands', async (folder) => {
    const { day, types } = folder;
    const path = await writeFolder(folder);
    const summary = await summaryOf(path, '--zone', 'UTC');
    expect(summary).toMatchObject({
      errors: [],
      refused: 0,
      last_day: day,
    });
    expect(summary.by_type.map(({ type }) => type)).toEqual(types);
    expect(summary.passed_over.length).toBeGreaterThan(0);

    const { out } = await analyze(day, '--tag', '--json');
    const { run, findings, tagging } = JSON.parse(out) as Analysis;
    expect(run.status).toBe('analyzed');
    expect(findings.length).toBeGreaterThan(0);
    expect(tagging?.updated).toBeGreaterThan(0);

    const again = await summaryOf(path, '--zone', 'UTC');
    expect(again).toMatchObject({ created: 0, errors: [] });
  });

  it('of which nothing is understood is reported, and the analysis fails', async () => {
    const day = `${YEAR}-11-20`;
    const { files } = debian(day);
    const packages = Object.entries(files).filter(([file]) =>
      /^(?:dpkg|apt|README|wtmp)/.test(file),
    );
    const folder = { name: 'bare', day, types: [], files: Object.fromEntries(packages) };
    const { out } = await runner.ingest(await writeFolder(folder), '--zone', 'UTC');
    expect(out).toContain('Nothing here can be analyzed, because no line is syslog');
    expect(out).toContain('journalctl -o json | bin/logwave ingest -');
    await expect(analyze(day)).rejects.toMatchObject({
      message: expect.stringContaining(
        'have no event in a series, though there are documents',
      ) as string,
      said: { out: expect.stringMatching(/none\s+was\s+understood/) as string },
    });
  });
});
