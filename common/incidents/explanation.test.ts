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

  it('names the hours where the sentence speaks of several', () => {
    const sentence = '48 at 15:00, usually 9–14; 20 at 10:00, usually 11–14.';
    const words = explainedSentence({ ...plain, sentence, runs: [at(15), at(10)], values: [sudo] });
    expect(words).toBe(`${sentence} At 15:00: 39 of them from sudo, usually 1.`);
  });

  it('says what is missing, and on which day events were shared', () => {
    const missing = { field: 'host', value: 'web1', today: 0, usual: 12.4 };
    const less = { ...plain, verdict: 'less' as const, sentence: '2 at 15:00, usually 12–16.' };
    const shared = [{ ...view, shared: 11, of: 12, on: '2015-03-25' }];
    expect(explainedSentence({ ...less, values: [missing], shared })).toBe(
      '2 at 15:00, usually 12–16; none from web1, usually 12. ' +
        '11 of the 12 on 25 March were also syslog program sudo.',
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
