import { burstLogs, burstMappings, burstSettings } from '../../../test/fixtures/burst_logs';
import { testFolder, type TestFolder } from '../../../test/fixtures/cli_settings';
import { runInProcess } from '../../../test/fixtures/command_in_process';
import { serveMemory, type TestServer } from '../../../test/fixtures/memory_server';
import { MemoryCluster } from '../../memory';
import { registerAnalyze } from './analyze';

const DAY = '2026-09-11';
const EVENTS = { firewall: 22, mail: 30 } as const;

let folder: TestFolder;
let server: TestServer;

beforeEach(async () => {
  folder = await testFolder();
  const cluster = new MemoryCluster();
  for (const [id, events] of Object.entries(EVENTS)) {
    const index = cluster.make(`logs-${id}`, { mappings: burstMappings });
    burstLogs(DAY, 14, { hour: 10, events }).forEach((log, place) =>
      index.put(`${place}`, { ...log }),
    );
  }
  server = await serveMemory(cluster);
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

async function analyze(...ids: readonly (keyof typeof EVENTS)[]): Promise<string> {
  const each = ids.map((id) => burstSettings(id, `logs-${id}`));
  const sources = each.flatMap((file) => file.sources.filter((one) => 'tag' in one));
  const [first] = each;
  const off = (first?.sources ?? []).filter((one) => !('tag' in one));
  const path = await folder.write(`${ids.join('_')}.json`, {
    zone: 'UTC',
    sources: [...off, ...sources],
  });
  const options = ['--es', server.url, '--settings', path, '--day', DAY, '--tag'];
  const { out } = await runInProcess(registerAnalyze, ['analyze', ...options]);
  return out.replace(/\s+/g, ' ');
}

describe('the headline of an analysis', () => {
  it('counts the tagged documents of its sources, not those of other settings', async () => {
    expect(await analyze('firewall')).toContain('1 of 1 series unusual. 22 documents tagged.');
    const second = await analyze('mail');
    expect(second).toContain('1 of 1 series unusual. 30 documents tagged.');
    expect(second).toContain('30 tags added.');
    // Those that an earlier run has tagged are among them.
    const both = await analyze('firewall', 'mail');
    expect(both).toContain('2 of 2 series unusual. 52 documents tagged.');
    expect(both).toContain('0 tags added; 52 documents already had the tag.');
  });
});
