import { Client } from '@elastic/elasticsearch';
import { MemoryCluster, memoryConnection } from '../../../standalone/memory';
import { countsSource } from '../../../test/fixtures/counts_source';
import { fetchDocumentsToTag } from './fetch_documents_to_tag';

const { signal } = new AbortController();
const FLAGGED = { hour: 10, count: 0, expected: 0, usual: null, score: 1, surprise: 1 };
const DAY = '2026-11-20';
const EVENTS = 6;
const KEYWORD = { type: 'keyword' as const };

const syslog = countsSource();
const programs = countsSource({
  ...{ id: 'program', name: 'Syslog by program', tag: 'program_outlier' },
  ...{ subtype_fields: ['program'] },
});

/** What is found about a source at 10:00. */
function finding(source: string, subtype: string, tag: string, events: number) {
  return { source, subtype, tag, hours: [10], flagged: [{ ...FLAGGED, events }] };
}

const run = { day: DAY, zone: 'UTC' };
const sources = [syslog, programs];
const errors = finding('syslog', '3', 'syslog_outlier', EVENTS);
const both = [errors, finding('program', 'sshd', 'program_outlier', EVENTS)];

/** Errors, of which the first are sshd's, and as many events of sshd that are not errors. */
function clusterWith(tagsOf: (at: number) => readonly string[]): Client {
  const cluster = new MemoryCluster();
  const properties = {
    ...{ '@timestamp': { type: 'date' as const }, type: KEYWORD, tags: KEYWORD },
    ...{ severity: KEYWORD, program: KEYWORD },
  };
  const index = cluster.make('logs-1', { mappings: { properties } });
  for (let at = 0; at < 2 * EVENTS; at += 1) {
    index.put(String(at), {
      '@timestamp': `${DAY}T10:00:00.000Z`,
      type: 'syslog',
      severity: at < EVENTS ? '3' : '6',
      program: at < 2 || at >= EVENTS + 2 ? 'sshd' : 'cron',
      tags: tagsOf(at),
    });
  }
  return new Client({ node: 'http://memory:9200', Connection: memoryConnection(cluster) });
}

describe('fetchDocumentsToTag', () => {
  it('counts a document once that is in findings of two sources', async () => {
    const client = clusterWith(() => []);
    const alone = { run, sources, findings: [errors] };
    expect(await fetchDocumentsToTag(client, alone, signal)).toEqual({
      documents: EVENTS,
      untagged: EVENTS,
      refused: [],
    });
    // Six errors and six events of sshd, two of which are errors.
    expect(await fetchDocumentsToTag(client, { run, sources, findings: both }, signal)).toEqual({
      ...{ documents: 2 * EVENTS - 2, untagged: 2 * EVENTS - 2, refused: [] },
    });
  });

  it('counts as untagged what lacks one of two tags', async () => {
    // An error of sshd that has one of its tags, and an error of cron that has its only one.
    const client = clusterWith((at) => (at === 0 || at === 2 ? ['syslog_outlier'] : []));
    expect(
      await fetchDocumentsToTag(client, { run, sources, findings: both }, signal),
    ).toMatchObject({
      ...{ documents: 2 * EVENTS - 2, untagged: 2 * EVENTS - 3 },
    });
  });
});
