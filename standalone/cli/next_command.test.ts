import { systemZone } from '../../common/time/zone';
import type { IngestSummary } from '../ingest/ingest_summary';
import type { Run, SourceResult } from '../../server/app/runs/run';
import { nextLines, otherDayLines, type IngestedBy } from './next_command';

const NOW = new Date('2015-04-03T12:00:00Z');
const summary: IngestSummary = {
  ...{
    files: 1,
    bytes: 1,
    lines: 1,
    documents: 1,
    created: 1,
    read_twice: 0,
    split: 0,
    already_there: 0,
  },
  ...{ refused: 0, refused_file: null, stopped: null, parse_failures: 0 },
  ...{ by_format: [], not_understood: [], passed_over: [], days: ['2015-04-01'] },
  ...{ by_type: [], errors: [], notes: [], took_ms: 1 },
  ...{ first_day: '2015-04-01', last_day: '2015-04-01', zone: 'UTC' },
};
const next = (options: Partial<IngestedBy> = {}, parts: Partial<IngestSummary> = {}): string[] =>
  nextLines({ ...summary, ...parts }, { zone: systemZone(), ...options }, NOW);

describe('nextLines', () => {
  it('repeats how the cluster is reached, ready for a shell', () => {
    const files = { ca: "ann's ca.crt", passwordFile: 'secret.txt' };
    expect(next({ es: 'https://es:9200', user: 'ann', ...files })).toEqual([
      '',
      "Next: bin/logwave analyze --day 2015-04-01 --es https://es:9200 --ca 'ann'\\''s ca.crt' --user ann --password-file secret.txt",
    ]);
  });

  it('repeats the data folder and a zone that is not that of the machine', () => {
    expect(next({ data: '/tmp/a b', zone: 'Asia/Kolkata' })).toEqual([
      '',
      "Next: bin/logwave analyze --day 2015-04-01 --zone Asia/Kolkata --data '/tmp/a b'",
    ]);
  });

  it('prints no password, and says where it goes', () => {
    const lines = next({ es: 'https://ann:topsecret@es:9200' });
    expect(lines.join(' ')).not.toContain('topsecret');
    expect(lines.slice(1)).toEqual([
      'Next: bin/logwave analyze --day 2015-04-01 --es https://es:9200/',
      expect.stringContaining('ELASTICSEARCH_PASSWORD'),
    ]);
  });

  it('is silent if there is no day, or the ingestion ended early', () => {
    expect(next({}, { first_day: null, last_day: null, days: [] })).toEqual([]);
    expect(next({}, { stopped: 'the disk is full' })).toEqual([]);
  });
});

describe('otherDayLines', () => {
  const run = (results: readonly Partial<SourceResult>[]): Run =>
    ({ day: '2026-11-27', source_results: results }) as unknown as Run;
  const days = (nearest: string) => ({ first: '2015-03-01', last: '2015-04-01', nearest });
  const absent = (nearest: string): Partial<SourceResult> => ({
    state: 'unknown',
    log_days: days(nearest),
  });

  it('repeats the analysis for the nearest day with logs', () => {
    const results = [absent('2015-04-01'), absent('2015-03-30'), { state: 'unknown' as const }];
    const options = { zone: 'UTC', settings: 'my logs.json', tag: true, data: '/tmp/x' } as const;
    expect(otherDayLines(run(results), options)).toEqual([
      '',
      "Next: bin/logwave analyze --day 2015-04-01 --zone UTC --settings 'my logs.json' --tag --data /tmp/x",
    ]);
  });

  it('is silent where a source has logs of the day, and where none has any', () => {
    expect(otherDayLines(run([absent('2015-04-01'), { state: 'judged' }]), {})).toEqual([]);
    expect(otherDayLines(run([{ state: 'unknown' }]), {})).toEqual([]);
  });
});
