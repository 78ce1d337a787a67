import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerSample } from '../../standalone/cli/commands/sample';
import type { WrittenSample } from '../../standalone/sample/write_sample';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { ingestRunner } from '../fixtures/ingest_runner';

/** A busy machine is slow; no test is about time. */
jest.setTimeout(120_000);

const YEAR = 1998;
const runner = ingestRunner(YEAR);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-sample-'));
  await runner.start();
});
afterAll(async () => {
  await runner.stop();
  await rm(folder, { recursive: true, force: true });
});

const options = ['--days', '2', '--last-day', `${YEAR}-11-18`, '--zone', 'Asia/Kolkata'];
const sample = (dir: string, ...more: readonly string[]): Promise<Said> =>
  runInProcess(registerSample, ['sample', dir, ...options, ...more]);

async function bytesOf(dir: string): Promise<Map<string, string>> {
  const names = await readdir(dir, { recursive: true });
  const files = names.filter((name) => name.includes('.') || name.includes('messages'));
  const entries = files.map(async (name): Promise<[string, string]> => [
    name,
    (await readFile(join(dir, name))).toString('base64'),
  ]);
  return new Map(await Promise.all(entries));
}

describe('logwave sample', () => {
  it('writes the same bytes each time, and says what it planted and what to do next', async () => {
    const dir = join(folder, 'twice');
    const { out } = await sample(dir);
    const first = await bytesOf(dir);
    expect(out).toContain('- a mail daemon gone silent from 14:00\n');
    expect(out).toContain(`Next: bin/logwave ingest ${dir} --zone Asia/Kolkata --year ${YEAR}`);
    await sample(dir);
    expect(await bytesOf(dir)).toEqual(first);
    expect(first.size).toBe(14);
  });

  it('becomes as many documents as it says, all of them understood', async () => {
    const dir = join(folder, 'ingested');
    const written = JSON.parse((await sample(dir, '--json')).out) as WrittenSample;
    expect(written).toMatchObject({ first_day: `${YEAR}-11-17`, last_day: `${YEAR}-11-18` });
    const summary = await runner.summaryOf(dir, '--zone', 'Asia/Kolkata', '--year', String(YEAR));
    expect(summary).toMatchObject({
      files: written.files,
      documents: written.documents,
      created: written.documents,
      parse_failures: 0,
      first_day: written.first_day,
      last_day: written.last_day,
    });
    expect(summary.by_type.map(({ type }) => type)).toEqual([
      'ossec',
      'postfix',
      'suricata',
      'syslog',
    ]);
    const { count } = await runner.client.count({
      index: `logstash-${YEAR}.11.*`,
      query: { term: { 'alert.signature_id': 2210044 } },
    });
    expect(count).toBe(10);
  });

  it('does not mix with files of something else', async () => {
    await writeFile(join(folder, 'own.log'), 'precious');
    await expect(sample(folder)).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('has other files, such as') as string,
    });
    await expect(readFile(join(folder, 'own.log'), 'utf8')).resolves.toBe('precious');
  });

  it.each([
    ['--days', '0'],
    ['--days', '401'],
    ['--days', 'many'],
    ['--seed', '-1'],
    ['--zone', 'Nowhere'],
    ['--last-day', '2015-02-30'],
  ])('refuses %s %s', async (name, value) => {
    const asked = runInProcess(registerSample, ['sample', folder, name, value]);
    await expect(asked).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });
});
