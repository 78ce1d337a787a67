import type { IdentifiedDocument } from './documents/make_documents';
import { IngestTally } from './ingest_summary';

function event(at: string, event_type: string): IdentifiedDocument {
  const fields = {
    '@version': '1',
    host: 'ids',
    message: '{}',
    path: 'eve.json',
    tags: [],
  } as const;
  return {
    document: { '@timestamp': at, type: 'suricata', ...fields, event_type },
    instant: Date.parse(at),
    format: 'Suricata eve.json',
  } as unknown as IdentifiedDocument;
}

describe('IngestTally', () => {
  it('leaves days out that have no event to count, such as those of a replayed capture', () => {
    const tally = new IngestTally();
    tally.countDocument(event('2015-04-01T10:00:00Z', 'alert'));
    tally.countDocument(event('2026-11-20T10:00:00Z', 'stats'));
    tally.countDocument(event('2026-11-21T10:00:00Z', 'flow'));
    const { days, first_day, last_day } = tally.summarize('UTC');
    expect(days).toEqual(['2015-04-01']);
    expect([first_day, last_day]).toEqual(['2015-04-01', '2026-11-21']);
  });
});
