import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { countSeries } from '../fixtures/count_series';
import { ingestRunner } from '../fixtures/ingest_runner';

const YEAR = 2005;
const FILE = resolve(__dirname, '../../../shared/data/linux_syslog_2005.log');
const runner = ingestRunner(YEAR);
const isThere = existsSync(FILE);

/** A busy machine is slow; no test is about time. */
jest.setTimeout(120_000);

beforeAll(runner.start);
afterAll(runner.stop);

const title = isThere
  ? 'becomes a document a line, of June and July 2005, with series by program'
  : `is left out: ${FILE} is not there`;

describe('a real log of one host', () => {
  (isThere ? it : it.skip)(title, async () => {
    const { client, summaryOf } = runner;
    const summary = await summaryOf(FILE, '--year', String(YEAR), '--zone', 'America/Toronto');
    expect(summary).toMatchObject({
      lines: 2000,
      documents: 2000,
      created: 2000,
      parse_failures: 0,
      refused: 0,
      by_type: [{ type: 'syslog', documents: 2000 }],
      first_day: '2005-06-14',
      last_day: '2005-07-27',
    });
    const programs = await countSeries(client, `logstash-${YEAR}.*`, 'program');
    expect(programs.size).toBeGreaterThan(20);
    expect([programs.get('ftpd'), programs.get('sshd(pam_unix)')]).toEqual([916, 677]);
    const severities = await countSeries(client, `logstash-${YEAR}.*`, 'syslog_severity_code');
    expect(severities).toEqual(new Map([['5', 2000]]));
    expect(
      await summaryOf(FILE, '--year', String(YEAR), '--zone', 'America/Toronto'),
    ).toMatchObject({ created: 0, already_there: 2000 });
  });
});
