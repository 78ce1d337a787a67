import { sentWords } from './send_report';

describe('the words about a report that was sent', () => {
  const day = '2026-11-28';

  it('name who got it, and what went wrong even so', () => {
    const to = ['a@example.org', 'b@example.org'];
    expect(sentWords(day, 'mail', false, { to, words: null })).toBe(
      'The report of 2026-11-28 went to a@example.org, b@example.org.',
    );
    expect(sentWords(day, 'mail', false, { to, words: 'c@example.org was refused.' })).toBe(
      'The report of 2026-11-28 went to a@example.org, b@example.org. c@example.org was refused.',
    );
  });

  it('do not let a heartbeat carry it', () => {
    expect(sentWords(day, 'hb', true, { to: ['switch.example'], words: null })).toBe(
      'The heartbeat hb was sent to switch.example; it carries no report.',
    );
  });
});
