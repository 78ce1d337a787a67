import { judgedWords } from './judged_words';

const judgment = {
  id: 'a',
  source: 'syslog',
  subtype: '5',
  judgment: 'expected' as const,
  day: '2015-04-01',
  hours: [15],
  repeats: 'once' as const,
  until: null,
  note: 'weekly backup',
  author: 'ana',
  at: '2015-04-02T06:00:00.000Z',
};
const mute = { owner: 'bo', author: 'ana', reason: 'moving', until: '2015-05-01T00:00:00.000Z' };

describe('judgedWords', () => {
  it('says who judged and who muted a finding, and why', () => {
    expect(judgedWords({ judgment: null, mute: null }, true)).toBe('');
    expect(judgedWords({ judgment, mute }, true)).toBe(
      ' Expected (ana: weekly backup). Muted by bo until 2015-05-01 (moving), not tagged.',
    );
    const bare = { ...judgment, judgment: 'incident' as const, author: null, note: null };
    expect(judgedWords({ judgment: bare, mute: null }, true)).toBe(' Incident.');
  });

  it('shows no author and no note if names are left out', () => {
    expect(judgedWords({ judgment, mute }, false)).toBe(
      ' Expected. Muted until 2015-05-01, not tagged.',
    );
  });
});
