import type { FindingStretch } from '../waveform/hours';
import { explainedSentence } from './explanation';

const at = (from: number, to = from + 1): FindingStretch => ({
  from,
  to,
  count: 48,
  expected: 10,
  usual: [9, 14],
  surprise: 2,
});
const sudo = { field: 'program', value: 'sudo', today: 39, usual: 1 };
const view = {
  source: 'syslog_program',
  subtype: 'sudo',
  series_name: 'syslog program sudo',
  shared: 39,
  of: 48,
  on: null,
};
const plain = {
  sentence: '48 at 15:00, usually 9–14.',
  verdict: 'more' as const,
  runs: [at(15)],
};

describe('the sentence with its explanation', () => {
  it('says who or what it was, and what else shows the same events', () => {
    expect(explainedSentence({ ...plain, values: [sudo], shared: [view] })).toBe(
      '48 at 15:00, usually 9–14; 39 of them from sudo, usually 1. ' +
        '39 of the 48 are also syslog program sudo.',
    );
  });

  it('is the sentence itself if nothing else is known', () => {
    expect(explainedSentence(plain)).toBe(plain.sentence);
  });

  it('says that all of them have a value, if they do', () => {
    const all = { field: 'host', value: 'files1', today: 48, usual: 2 };
    expect(explainedSentence({ ...plain, values: [all, sudo] })).toBe(
      '48 at 15:00, usually 9–14; all 48 from files1, usually 2; 39 from sudo, usually 1.',
    );
    const one = { ...plain, sentence: '1 at 15:00.', runs: [{ ...at(15), count: 1 }] };
    expect(explainedSentence({ ...one, values: [{ ...all, today: 1, usual: null }] })).toBe(
      '1 at 15:00; 1 from files1.',
    );
  });

  it('says that all events of an hour that the clock shows twice have a value', () => {
    const doubled = { ...at(1), count: 24, logged: { count: 48, expected: 20, usual: null } };
    const all = { field: 'host', value: 'files1', today: 48, usual: 2 };
    const sentence = '48 at 01:00, usually 18–28.';
    expect(explainedSentence({ ...plain, sentence, runs: [doubled], values: [all] })).toBe(
      '48 at 01:00, usually 18–28; all 48 from files1, usually 2.',
    );
  });

  it('names the hours where the sentence speaks of several', () => {
    const sentence = '48 at 15:00, usually 9–14; 20 at 10:00, usually 11–14.';
    const words = explainedSentence({ ...plain, sentence, runs: [at(15), at(10)], values: [sudo] });
    expect(words).toBe(`${sentence} At 15:00: 39 of them from sudo, usually 1.`);
  });

  it('says what is missing, and on which day events were shared', () => {
    const missing = { field: 'host', value: 'web1', today: 0, usual: 12.4 };
    const less = { ...plain, verdict: 'less' as const, sentence: '2 at 15:00, usually 12–16.' };
    const shared = [{ ...view, hours: [15], shared: 11, of: 12, on: '2015-03-25' }];
    expect(explainedSentence({ ...less, values: [missing], shared })).toBe(
      '2 at 15:00, usually 12–16; none from web1, usually 12. ' +
        '11 of the 12 at 15:00 on 25 March were also syslog program sudo.',
    );
  });

  it('names the hours of shared events if they are more than those of the finding', () => {
    const sudoRow = {
      ...plain,
      sentence: '14 at 18:00, usually 0.',
      runs: [{ ...at(18), count: 14 }],
    };
    const notice = { ...view, series_name: 'Syslog notice', shared: 28, of: 28 };
    const words = (...shared: Partial<typeof notice & { hours: readonly number[] }>[]): string =>
      explainedSentence({ ...sudoRow, shared: shared.map((one) => ({ ...notice, ...one })) });
    expect(words({ hours: [18, 19] })).toBe(
      '14 at 18:00, usually 0. All 28 from 18:00 to 20:00 are also Syslog notice.',
    );
    expect(words({ hours: [15, 18] })).toContain('All 28 at 15:00 and at 18:00 are also');
    expect(words({ hours: [9, 12, 18] })).toContain(
      'All 28 in the hours in which either is flagged are also',
    );
    expect(words({ hours: [18], shared: 14, of: 14 })).toContain('All 14 are also');
    expect(
      words({ hours: [18], shared: 14, of: 14 }, { hours: [18, 19], shared: 20, of: 28 }),
    ).toContain('All 14 are also Syslog notice; 20 of 28 from 18:00 to 20:00 also Syslog notice.');
  });

  it('does not pass off events of more hours as those of the finding, in older findings', () => {
    const older = { ...plain, shared: [{ ...view, shared: 60, of: 60 }] };
    expect(explainedSentence(older)).toContain(
      'All 60 in the hours in which either is flagged are also',
    );
  });

  it('cuts a long value, and names three views at most', () => {
    const long = { ...sudo, value: 'x'.repeat(500), usual: null };
    const views = Array.from({ length: 5 }, () => view);
    const words = explainedSentence({ ...plain, values: [long], shared: views });
    expect(words).toHaveLength(219);
    expect(words).toMatch(/; 39 also syslog program sudo; 2 more views\.$/);
  });
});
