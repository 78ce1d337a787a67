import { createHoleFiller, withoutLeadingNuls } from './nul_runs';

const nuls = (count: number): Buffer => Buffer.alloc(count);
const filled = (...chunks: readonly (string | Buffer)[]): string => {
  const fill = createHoleFiller();
  return Buffer.concat(chunks.map((chunk) => fill(Buffer.from(chunk)))).toString();
};

describe('a hole of NUL bytes', () => {
  it('at the beginning of a line leaves nothing', () => {
    expect(filled(nuls(10), 'a\n', nuls(500), 'b\n')).toBe('a\nb\n');
  });

  it('within a line ends it, since what comes after was written later', () => {
    expect(filled('cut off', nuls(500), 'b\n')).toBe('cut off\nb\n');
  });

  it('may reach over several chunks', () => {
    expect(filled('a', nuls(3), nuls(2), Buffer.concat([nuls(2), Buffer.from('b')]))).toBe('a\nb');
  });

  it('of fewer bytes is kept', () => {
    expect(filled('a\0b\n\0\0\0c')).toBe('a\0b\n\0\0\0c');
  });
});

describe('withoutLeadingNuls', () => {
  it('passes over as many as there are', async () => {
    async function* source(): AsyncGenerator<Buffer> {
      yield* await Promise.resolve([nuls(5), nuls(5), Buffer.from('\0a\0b'), nuls(2)]);
    }
    const parts: Buffer[] = [];
    for await (const chunk of withoutLeadingNuls(source())) parts.push(chunk);
    expect(Buffer.concat(parts).toString()).toBe('a\0b\0\0');
  });
});
