import { parseSettings } from '../../../common/settings/parse_settings';
import type { PairCounts } from '../../../common/incidents';
import type { Finding } from '../../../common/waveform/hours/finding';
import { findingWith } from '../../../test/fixtures/tagging_finding';
import { unknownFor } from '../counting/counting_ports';
import { explainFindings } from './explain_findings';
import type { ExplainingPorts, PairToCount } from './explaining_ports';

const signal = new AbortController().signal;
const NOTHING: PairCounts = { today: 0, usual: 0, usual_a: 0, usual_b: 0 };
const ONE: PairCounts = { ...NOTHING, today: 40, usual: 2 };

const parsed = parseSettings({ zone: 'UTC' });
const sources = 'settings' in parsed ? parsed.settings.sources : [];

/** A finding of 48 events at 15:00, of which 9 are usual. */
function at15(
  source: string,
  subtype: string,
  surprise = 2,
  parts: Partial<Finding> = {},
): Finding {
  const made = findingWith({ source, subtype, events: new Map([[15, 48]]) });
  const today = made.today.map((count, hour) => (hour === 15 ? 48 : count));
  return { ...made, today, surprise, ...parts };
}

interface Fake extends ExplainingPorts {
  readonly pairs: PairToCount[];
  readonly valued: string[];
}

function fakePorts(parts: Partial<ExplainingPorts> = {}): Fake {
  const pairs: PairToCount[] = [];
  const valued: string[] = [];
  return {
    pairs,
    valued,
    earlierIncidents: () => Promise.resolve([]),
    countPairs: (asked) => {
      pairs.push(...asked);
      return Promise.resolve({ state: 'known', value: asked.map(() => ONE) });
    },
    countValues: ({ subtype }, _times, days) => {
      valued.push(subtype);
      const values = new Map([['sudo', { today: 39, training: 1 }]]);
      const events = { today: 48, training: 9 };
      const value = { events, days, fields: [{ field: 'program', values }] };
      return Promise.resolve({ state: 'known', value });
    },
    ...parts,
  };
}

async function explain(findings: readonly Finding[], ports: ExplainingPorts, isAgain = false) {
  const toExplain = { runId: 'run', findings, sources, leastShared: 0.7, isAgain };
  const explained = await explainFindings(toExplain, ports, signal);
  return { notes: explained.notes, findings: [...explained.findings] };
}

describe('explainFindings', () => {
  const notice = at15('syslog', '5', 3);
  const sudo = at15('syslog_program', 'sudo');

  it('puts two views together, with the times of the day and of the training days', async () => {
    const ports = fakePorts();
    const { findings, notes } = await explain([sudo, notice], ports);
    expect(notes).toEqual([]);
    expect(findings[0]?.incident).toBe(findings[1]?.incident);
    expect(findings[1]?.shared).toMatchObject([{ subtype: 'sudo', shared: 40, of: 48 }]);
    const hour = 3_600_000;
    const day = Date.parse('2026-11-20T15:00Z');
    const usual = Date.parse('2026-11-13T15:00Z');
    expect(ports.pairs).toMatchObject([
      { today: [{ from: day, to: day + hour }], usual: [{ from: usual, to: usual + hour }] },
    ]);
  });

  it('says who or what it was', async () => {
    const { findings } = await explain([notice], fakePorts());
    expect(findings[0]?.values).toEqual([{ field: 'program', value: 'sudo', today: 39, usual: 1 }]);
    expect(findings[0]?.incident).toMatch(/^[\w-]{22}$/);
  });

  it('keeps the incident of an earlier attempt while one of its findings stays', async () => {
    const stored = [{ source: 'syslog_program', subtype: 'sudo', incident: 'the first' }];
    const ports = fakePorts({ earlierIncidents: () => Promise.resolve(stored) });
    const ofRun = [notice, sudo].map((finding) => ({ ...finding, run_id: 'run' }));
    const { findings } = await explain(ofRun, ports, true);
    expect(findings.map(({ incident }) => incident)).toEqual(['the first', 'the first']);
    const twice = await explain(ofRun, fakePorts(), true);
    expect(twice.findings).toEqual((await explain(ofRun, fakePorts())).findings);
  });

  it('leaves findings apart that share no index', async () => {
    const ports = fakePorts({
      countPairs: (asked) => Promise.resolve({ state: 'known', value: asked.map(() => undefined) }),
    });
    const { findings } = await explain([notice, sudo], ports);
    expect(new Set(findings.map(({ incident }) => incident)).size).toBe(2);
    expect(findings[0]).not.toHaveProperty('shared');
  });

  it('says what could not be counted, and keeps the findings', async () => {
    const unknown = () => Promise.resolve(unknownFor('the shard is gone', true));
    const ports = fakePorts({ countPairs: unknown, countValues: unknown });
    const { findings, notes } = await explain([notice, sudo], ports);
    expect(findings).toHaveLength(2);
    expect(notes).toEqual([
      'findings were not grouped into incidents: the shard is gone',
      'who or what is behind 2 findings is not known: the shard is gone',
    ]);
  });

  it('compares the 100 most surprising, asks about 50, and says so', async () => {
    const many = Array.from({ length: 260 }, (_, place) =>
      at15('syslog', `s${place}`, place + 1, { basis_days: [] }),
    );
    const ports = fakePorts({
      countPairs: (asked) => {
        ports.pairs.push(...asked);
        return Promise.resolve({ state: 'known', value: asked.map(() => NOTHING) });
      },
    });
    const { findings, notes } = await explain(many, ports);
    expect(notes).toEqual([
      'only the 100 most surprising of 260 findings were grouped into incidents',
      'only 1,000 of 4,950 pairs of findings were compared',
    ]);
    expect(ports.pairs).toHaveLength(1_000);
    expect(ports.valued).toHaveLength(50);
    expect(ports.valued).toContain('s259');
    expect(new Set(findings.map(({ incident }) => incident)).size).toBe(260);
    expect(findings.map(({ subtype }) => subtype)).toEqual(many.map(({ subtype }) => subtype));
  });
});
