import fc from 'fast-check';
import { createLocalClock } from '../parsing/local_to_utc';
import { parseSyslogOrPostfix } from '../parsing/parse_postfix';
import { createDocumentMaker } from './make_documents';
import { createYearSettler, type KnownDocuments } from './settle_years';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const signal = new AbortController().signal;

/** A cluster in memory that is ingested into as often as one likes. */
function createCluster(zone = 'UTC') {
  const indices = new Map<string, Set<string>>();
  let questions = 0;
  const known: KnownDocuments = {
    hasIndex: (index) => indices.has(index),
    count: (places) => {
      questions += 1;
      return Promise.resolve(places.filter(({ index, id }) => indices.get(index)?.has(id)).length);
    },
  };
  /** How many documents a file adds that was last written then, and in which indices it is. */
  const ingest = async (lines: readonly string[], modified: number) => {
    const base = { host: 'here', localToUtc: createLocalClock(zone), year: undefined };
    const context = { ...base, parse: parseSyslogOrPostfix, now: Math.min(NOW, modified) };
    const settle = createYearSettler({ ...context, latest: NOW }, known);
    const maker = createDocumentMaker({ ...context, path: '/x', fallbackInstant: modified });
    let added = 0;
    const used = new Set<string>();
    for (let at = 0; at < lines.length; at += 5) {
      const records = lines.slice(at, at + 5).map((text) => {
        const record = { text, split: false };
        return { record, result: parseSyslogOrPostfix(text, context) };
      });
      const dated = await settle(records, signal);
      const made = dated.flatMap(({ record, result }) => maker.push(record, result));
      for (const { index, id } of at + 5 < lines.length ? made : [...made, ...maker.end()]) {
        const ids = indices.get(index) ?? new Set();
        indices.set(index, ids);
        used.add(index);
        if (!ids.has(id)) added += 1;
        ids.add(id);
      }
    }
    return { added, indices: [...used].sort() };
  };
  return { ingest, questions: () => questions };
}

const clock = (instant: number): string =>
  new Date(instant).toUTCString().replace(/^\w+, (\d\d) (\w+) \d+ ([\d:]+) GMT$/, (...parts) => {
    const [, day, month, time] = parts as string[];
    return `${month} ${day?.replace(/^0/, ' ')} ${time}`;
  });
const linesFrom = (start: string, count: number, hours: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const at = Date.parse(start) + index * hours * 3_600_000;
    return `${clock(at)} web1 sshd[${index + 7}]: session ${index}`;
  });
const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

describe('createYearSettler', () => {
  it('puts a file whose time was changed to another year where it was put before', async () => {
    const { ingest } = createCluster();
    const lines = linesFrom('2025-11-20T00:00:00Z', 12, 2);
    const before = await ingest(lines, at('2025-11-21'));
    expect(before).toEqual({ added: 12, indices: ['logstash-2025.11.20'] });
    expect(await ingest(lines, at('2026-11-27'))).toEqual({ ...before, added: 0 });
    expect(await ingest(lines, at('2024-11-27'))).toEqual({ ...before, added: 0 });
  });

  it('puts the days that came since behind those that were ingested', async () => {
    const { ingest } = createCluster();
    const lines = linesFrom('2024-12-30T00:00:00Z', 30, 6);
    await ingest(lines.slice(0, 10), at('2025-01-01'));
    const { added, indices } = await ingest(lines, at('2026-06-01'));
    expect(added).toBe(20);
    expect(indices[0]).toBe('logstash-2024.12.30');
    expect(indices.at(-1)).toBe('logstash-2025.01.06');
  });

  it('keeps the year of a file that spans more than a year', async () => {
    const { ingest } = createCluster();
    const lines = linesFrom('2025-03-03T10:00:00Z', 30, 24 * 14);
    await ingest(lines.slice(0, 5), at('2025-05-01'));
    const { added, indices } = await ingest(lines, at('2026-04-20'));
    expect(added).toBe(25);
    expect(indices[0]).toBe('logstash-2025.03.03');
    expect(indices).toContain('logstash-2026.03.02');
  });

  it('keeps the new year of lines that are like those of a year before in part', async () => {
    const { ingest } = createCluster();
    const daily = (year: number): string[] =>
      linesFrom(`${year}-11-20T00:00:00Z`, 12, 2).map((line, index) =>
        index % 3 === 0 ? line.replace(/sshd.*/, 'cron: daily') : `${line} of ${year}`,
      );
    await ingest(daily(2025), at('2025-11-21'));
    expect(await ingest(daily(2026), at('2026-11-21'))).toEqual({
      added: 12,
      indices: ['logstash-2026.11.20'],
    });
  });

  it('does not draw a file back whose days before are of the new year', async () => {
    const { ingest } = createCluster();
    const daily = (from: string, days: number): string[] =>
      Array.from({ length: days }, (_, index) => {
        return `${clock(Date.parse(from) + index * 86_400_000)} nas1 backup: started`;
      });
    await ingest(daily('2025-11-20T02:00:00Z', 8), at('2025-11-28'));
    await ingest([`${clock(at('2026-11-19'))} nas1 backup: configured`], at('2026-11-19'));
    const lines = [
      `${clock(at('2026-11-19'))} nas1 backup: configured`,
      ...daily('2026-11-20T02:00:00Z', 8),
    ];
    expect((await ingest(lines, at('2026-11-27'))).indices.at(-1)).toBe('logstash-2026.11.27');
  });

  it('searches nothing if no other year has the day', async () => {
    const { ingest, questions } = createCluster();
    const lines = linesFrom('2026-09-01T00:00:00Z', 60, 24);
    await ingest(lines, at('2026-11-20'));
    expect((await ingest(lines, at('2026-11-20'))).added).toBe(0);
    expect(questions()).toBe(0);
  });

  it('adds nothing the second time, whatever the time of the file, at any zone', async () => {
    const instants = fc.integer({ min: at('2019-01-01'), max: NOW });
    await fc.assert(
      fc.asyncProperty(
        instants,
        instants,
        fc.integer({ min: 1, max: 24 * 40 }),
        fc.constantFrom('UTC', 'Europe/Vienna', 'America/Toronto', 'Pacific/Auckland'),
        async (first, second, hours, zone) => {
          const { ingest } = createCluster(zone);
          const lines = linesFrom('2022-01-01T23:30:00Z', 25, hours);
          const before = await ingest(lines, first);
          expect(await ingest(lines, second)).toEqual({ added: 0, indices: before.indices });
        },
      ),
      // A record of the last day of slack, whose year was once lost.
      { numRuns: 40, examples: [[1_795_824_000_000, 1_546_344_000_000, 664, 'UTC']] },
    );
  });
});
