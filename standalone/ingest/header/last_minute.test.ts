import fc from 'fast-check';
import type { ParseContext } from '../documents/log_document';
import { createLocalClock } from '../parsing/local_to_utc';
import { readTime } from './header_time';

const contextOf = (): ParseContext => ({
  localToUtc: createLocalClock('Europe/Vienna'),
  year: undefined,
  now: Date.parse('2026-11-28T12:00:00Z'),
});

const clock = fc.constantFrom(
  ...['Nov 24 10:00:', 'Nov 24 10:01:', 'Oct 25 02:30:', 'Nov 29 23:59:', 'nov 24 10:00:'],
);
const second = fc.constantFrom('00', '07', '59', '60', '6', '99', '0x');
const after = fc.constantFrom(
  ...[
    ' web1 x',
    ' Web1 x',
    ' CET web1',
    ' 2025 web1',
    '.123 web1',
    '+0100 web1',
    'Z web1',
    '',
    ':',
  ],
);
const line = fc.tuple(fc.constantFrom('', '<13>'), clock, second, after);

describe('times of one minute', () => {
  it('are read as each would be alone', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const context = contextOf();
        for (const [priority, ...parts] of lines) {
          const text = priority + parts.join('');
          const alone = readTime(text, priority.length, contextOf());
          expect(readTime(text, priority.length, context)).toEqual(alone);
        }
      }),
    );
  });
});
