import fc from 'fast-check';
import { toDocument } from './log_document';

const origin = { host: 'web1', path: '/var/log/syslog', tags: [] };

describe('toDocument', () => {
  it('writes the time as JavaScript does, whatever was written before', () => {
    const instant = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });
    const near = fc.tuple(instant, fc.integer({ min: 0, max: 120_000 }));
    fc.assert(
      fc.property(near, ([first, step]) => {
        for (const one of [first, first + step]) {
          const result = { ok: false, type: 'syslog' } as const;
          const document = toDocument('text', result, { ...origin, instant: one });
          expect(document['@timestamp']).toBe(new Date(one).toISOString());
        }
      }),
    );
  });
});
