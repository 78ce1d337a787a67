import type { ComparedFinding, FindingChange } from '../../../server/app/again/compare_findings';
import type { CountChange, LateChanges } from '../../../server/app/again/late_changes';
import type { Replay } from '../../../server/app/again/replay';
import { lateChangesLines, replayLines } from './report_changes';

const RUN = 'default:2015-04-01:UTC';
const found: ComparedFinding = {
  verdict: 'more',
  hours: [15],
  count: 48,
  expected: 12,
  surprise: 1.28123456789,
  sentence: '48 at 15:00, usually 9–14.',
};
const series = { source: 'syslog', subtype: '5', name: 'Syslog notice', code: 'syslog severity 5' };
const gone: FindingChange = { ...series, before: found, after: null };
const replayed: Replay = {
  run_id: RUN,
  sources: ['syslog', 'ossec'],
  findings: 3,
  changes: [],
  notes: [],
};
const late: LateChanges = { run_id: RUN, sources: ['syslog'], counts: [], findings: [], notes: [] };
const grown: CountChange = { ...series, before: 1_200, after: 1_500, hours: [9, 20] };

describe('replayLines', () => {
  it('say that all is the same, and how much was compared', () => {
    expect(replayLines(replayed)).toEqual([
      `${RUN}: The same findings: 3 findings of 2 sources, assessed again from kept counts.`,
    ]);
  });

  it('show both sides of a finding that differs, with as many digits as are kept', () => {
    expect(replayLines({ ...replayed, changes: [gone] })).toEqual([
      `${RUN}: 1 series with another finding, against 3 findings of 2 sources stored.`,
      '',
      'Syslog notice (syslog severity 5)',
      '  stored: More. 48 at 15:00, usually 9–14. (surprise 1.28123457)',
      '  now:    no finding',
    ]);
  });

  it('say where nothing could be assessed again, and why', () => {
    const notes = ['the day had not ended when it was analyzed'];
    expect(replayLines({ ...replayed, sources: [], notes })).toEqual([
      `${RUN}: nothing could be assessed again.`,
      '',
      'Notes:',
      '  - the day had not ended when it was analyzed',
    ]);
  });
});

describe('lateChangesLines', () => {
  it('show counts that changed, at which hours, and the resulting findings', () => {
    const came: FindingChange = { ...series, before: null, after: { ...found, surprise: null } };
    expect(lateChangesLines({ ...late, counts: [grown], findings: [came] })).toEqual([
      `${RUN}: the counts of 1 series changed; 1 finding would come, go or change.`,
      '  syslog severity 5: 1,200 → 1,500 at 09:00, 20:00',
      '',
      'Syslog notice (syslog severity 5)',
      '  stored: no finding',
      '  now:    More. 48 at 15:00, usually 9–14.',
    ]);
  });

  it('say how many series are not shown, where more than 20 changed', () => {
    const lines = lateChangesLines({ ...late, counts: Array<CountChange>(22).fill(grown) });
    expect(lines).toHaveLength(1 + 20 + 1);
    expect(lines.at(-1)).toBe('  and 2 series more');
  });

  it('say that nothing changed', () => {
    expect(lateChangesLines(late)).toEqual([
      `${RUN}: the counts of 0 series changed; 0 findings would come, go or change.`,
    ]);
  });
});
