import fc from 'fast-check';
import { messagePattern, messagePatterns } from './message_pattern';

describe('the pattern of a message', () => {
  it.each([
    [
      'Failed password for root from 203.0.113.7 port 51122 ssh2',
      'Failed password for root from <ip> port <n> ssh<n>',
    ],
    [
      'Apr  1 15:03:11 web01 sshd[4015]: closed by 2001:db8::1',
      '<time> web<n> sshd[<n>]: closed by <ip>',
    ],
    ['2015-04-01T15:03:11.123Z took 1,204.5 ms', '<time> took <n> ms'],
    ['mail from <ana@example.org> id 4fd1c2a9b0', 'mail from <<mail>> id <hex>'],
    ['link 00:1a:2b:3c:4d:5e up', 'link <mac> up'],
    ['run 123e4567-e89b-12d3-a456-426614174000 at 0x7ffe', 'run <id> at <hex>'],
    ['  two\t words \n', 'two words'],
    ['session opened for user deadbeat', 'session opened for user deadbeat'],
  ])('of %j is %j', (message, pattern) => {
    expect(messagePattern(message)).toBe(pattern);
  });

  it('holds no digit and has an end, whatever a log holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (message) => {
        const pattern = messagePattern(message);
        expect(pattern.length).toBeLessThanOrEqual(200);
        expect(pattern).not.toMatch(/[0-9]/);
      }),
    );
  });
});

describe('the patterns of an hour', () => {
  const of = (lines: readonly string[], events = lines.length) => ({ lines, events });

  it('are counted on this day and usually, the strongest change first', () => {
    const today = of(['a 1', 'a 2', 'a 3', 'b']);
    const usual = of(['b', 'b', 'c 1', 'c 2']);
    expect(messagePatterns(today, usual, 2, 10)).toEqual({
      lines: 4,
      usual_lines: 4,
      values: [
        { value: 'a <n>', today: 3, usual: 0 },
        { value: 'c <n>', today: 0, usual: 1 },
        { value: 'b', today: 1, usual: 1 },
      ],
      more: { patterns: 0, today: 0, usual: 0 },
    });
  });

  it('represent all events if only some lines were read', () => {
    const found = messagePatterns(of(['a', 'b'], 1000), of(['a', 'a', 'b', 'b'], 40), 4, 1);
    expect(found?.values).toEqual([{ value: 'a', today: 500, usual: 5 }]);
    // The values and the others together are all events.
    expect(found?.more).toEqual({ patterns: 1, today: 500, usual: 5 });
  });

  it('are none if no line was read', () => {
    expect(messagePatterns(of([]), of(['a']), 4, 10)).toBeUndefined();
  });
});
