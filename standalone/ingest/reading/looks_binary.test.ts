import { randomBytes } from 'node:crypto';
import { looksBinary } from './looks_binary';

describe('looksBinary', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['ASCII', Buffer.from('Apr  1 15:02:19 web1 a: b\r\n\tnext\x1b[0m\n')],
    ['Greek in UTF-8', Buffer.from('σφάλμα δικτύου '.repeat(100))],
    ['UTF-8 cut within a character', Buffer.from('σφάλμα').subarray(0, 11)],
    ['a one-byte alphabet', Buffer.from('Apr  1 15:02:19 web1 a: d\u00e9j\u00e0 vu\n', 'latin1')],
    [
      'a few broken bytes',
      Buffer.concat([Buffer.from('Apr  1 15:02:19 web1 a: b\n'.repeat(9)), Buffer.alloc(9)]),
    ],
  ])('takes %s for text', (_, bytes) => {
    expect(looksBinary(bytes)).toBe(false);
  });

  it.each([
    ['zeros', Buffer.alloc(100)],
    ['random bytes', randomBytes(4096)],
    ['UTF-16', Buffer.from('Apr  1 15:02:19 web1 a: b\n', 'utf16le')],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0', 'latin1')],
  ])('takes %s for binary', (_, bytes) => {
    expect(looksBinary(bytes)).toBe(true);
  });
});
