import { gzipSync } from 'node:zlib';
import { ZstdErrorCode } from 'fzstd';
import { PackedError } from './packed_error';
import { unpackerOf } from './packings';
import { unzstdByLibrary, zstdFault } from './unzstd';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `line ${(index * 7919) % 10_007}\n`).join('');
const text = lines(400);
/** What xz 5.4 and zstd 1.5 make of this text. */
const xz = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4A9xA1pdADYaSh8IoCXB3pT4f0jCTUIXKEg25JH8y4m9L8ChYdD1' +
    'G+svuMIRSIyWFTMVfMgIA0BBJDilBN+x95WBEnYPl67F+wAuWpoK2B15hvKf7QuyKmlw8bCdAOlscTvJpFXi' +
    'U+B3Buy28OfCjjHlnr+jUWSJOWPg+mPnBgoZZU6VYKy5Eu5z7fjgebl3218U3Tt3kwwqCU6PXJ3nMnFgzngR' +
    'uWukS8HkiKYt8ZSwJUGrOcWphH3W6CuHOcNxZnv3JB1XkxSGoAtUn0b4buh9KT3+ZwR43y0ciw9a0257CSqW' +
    'wNp6+QZ0obBbqYZky22zsLSl8AJ1HVVecOdYqs5fX2ajH7hmZusdOYMEoRlEFlD9OahJA/UcUW9Qgp1j2Ts/' +
    'Q24zaPgHN7/8W4hJd18FPy+cX8x4qbdsRnDn8a5+N48q6Qel1jpbhDfpaS1UOmgBfSsYOmQJFD0J7BInoo4T' +
    'OLGY0cuSyHh565T8qdCHfilga3NUD4NHNLtB10vZKJdvuckV+aw3zlbrqbZpioWlVvcDgE6wPNHlpku/fg8E' +
    'kFBwreeAXrGUoKTTx4jTUj8AHFcIlZ5LjAPsbA1ZkI5eBcWUO+iTbBccCkqhX5Ksfm+hl3AWKvtcYm8ebpaR' +
    '84SuYnGCSPoWddaCfTnier58i0/GGe9hLCf9jrDyDqcC16AXPSOdAmQBH3OJ2cSqe001uNiVKvvuIS5aBNSi' +
    'kHrxRKWIA2ZCltRmsyfixU36WE+DR4tU8M/8AAl03VAiPjmOGWm3mceVNivaLX5zzDuHTHmjt0OIG8o2N/+8' +
    'ahJ+Q6JVSCu0K5mZNXlCtdwMzICCgTJDdtptxRrDxz2OVKdOLnKCKPoSata/oBqeLRECAHj9nDqNcX0kRjNU' +
    'JA2v3SwLK/6SZdfx3bQl7jCduiHWx6D/1UyZLoo6eHazGPeHMX7YEwAMpZiE7ieyU9+s4LnXIkdOd8zKDFsz' +
    '9GTL21R89vf09WfFCGj0ZTlbBShkdTluBUylXYqeTjCqng/8TQ8wTk9+xG/7JUmTbxc/ulGTFtqhR/6UaKDZ' +
    'uP4Ye3xP6dPJTvi9hn9dI2fHTZKKeJO37cNljilBTsrFmC1RTLsN3efNVfULOYHsl2mJExwxYOm7XmDcP5T7' +
    'RkCbOpfCAAAAAK/1607/RQZgAAH2BvIeAAAviwm1scRn+wIAAAAABFla',
  'base64',
);
const zstd = Buffer.from(
  'KLUv/WRyDjUZAJphAAsSsKWQA47gkkDJTUmZ9iuCCwACrACqAKoAkpAR9d+HcUxH5bmFoYRCJIL2Ue3NkF1l' +
    '8kSmIT7x30FukBRr+mQhQYVQztS1b05wlxQaEiNBwkXGWruOHKoSS8Tsn3o+0xBlaBOK5CB7BMaHskvWFufT' +
    'QyQsRHQec4srITeNDXUkHMLIzKx+13AuQhKFiA+zv48ZbTWasnHQHxHkD/NEaZlS20TEBWkneD62R9hPDI7F' +
    'RSRCSHOxM8882dCs0PBxC8IAYCBAIF7wdPi5QlhCDKGCHNfFi1BqVlb2ZM7w0K+Y0DcmUEaSyrZgJXQ0DVvO' +
    'mfdS4Y2IBZFcGEae7h/DqiimYhzhl3kEhw2jnYxFjIkCF2fvTqhnI9U3CZaI6xExolc0Z46vNBaWhGH4ePyf' +
    'QbwYJZVoFiafhOGmbemxhnJRBEYIf+LBEkOpGydapFdwxK176N6zKmQik1BD2MTspZgd50ozi0sICg8ch1u5' +
    'p6AWC7tEHTJz6UjmTcoGdkJ+jDh8/KsJXyOEojBxZG7wPoNTyWZ0/P1BQSZiDdJdhpY6CXJXa/FMmH5k84mD' +
    'Q+MxiYvkGBlonZ8bUitwOLofDiF8TCMNa4QLo4x0DXdhhjPyJRr4hS35hKJh2kcZOrgPOq6R5WSE6TchYlmo' +
    'Ottc6KgweLobMyN9YNAoWBEvdF6hmcLkWXv+yETjWgiVh5EjKvJp1krhNHSvyASCel55riFZIcOH2//HQdrY' +
    'KJVpJIug/JynpT3lbBdRYJDwBPlHwpbYUaRjvYgjxGg+7NwuGaLJQupjEwJnKHW3usIZ6SFBD0E/zJG3inGS' +
    'kUH1hP87PCP6VMNsIRIJok1Y+41NtiJ6senlEyLEPKgTnMVSXVuEqEfpYPN+PbFewtCwmBB5kPgaZ5U5Y2WW' +
    'oNnE2xDuCUGHVGFQvvYgjAlVX25s8Vx8RIGPqBEkGH4NQXsMEST8AVWRECL25YkiAcQ+JovFTEQN2uyEAGF8' +
    'jjS1YyeKBDH25USRAGI/JotiJqImanZCgGJ8Rpraie1UkQBiH5NFaaJ9rADC8RkpipmIulkPrbZZQFUFzeE8' +
    'VQ==',
  'base64',
);

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

interface Unpacked {
  readonly text: string;
  /** What ended it early. */
  readonly error: unknown;
}

/** What was given before the end or the error. */
async function taken(chunks: AsyncIterable<Buffer>): Promise<Unpacked> {
  const given: Buffer[] = [];
  let error: unknown;
  try {
    for await (const chunk of chunks) given.push(chunk);
  } catch (thrown) {
    error = thrown;
  }
  return { text: Buffer.concat(given).toString(), error };
}

function unpacked(bytes: Buffer, size = 4096): Promise<Unpacked> {
  const unpack = unpackerOf(bytes);
  if (unpack === undefined) throw new Error('it is not packed');
  return taken(unpack(pieces(bytes, size)));
}

describe.each([
  ['gzip', gzipSync(lines(20_000)), lines(20_000)],
  ['xz', xz, text],
  ['zstd', zstd, text],
])('a file that is packed by %s', (name, packed, whole) => {
  it.each([7, 100, 1e9])(
    'is unpacked, whatever the pieces of %d bytes it comes in',
    async (size) => {
      expect(await unpacked(packed, size)).toEqual({ text: whole, error: undefined });
    },
  );

  it('is unpacked where it has several parts', async () => {
    const two = Buffer.concat([packed, packed]);
    expect(await unpacked(two)).toEqual({ text: `${whole}${whole}`, error: undefined });
  });

  it.each([0.3, 0.9])('returns what is before a cut at %d of it', async (share) => {
    const cut = await unpacked(packed.subarray(0, packed.length * share));
    expect(cut.error).toBeInstanceOf(PackedError);
    expect(cut.error).toMatchObject({
      message: `the ${name} file ends early; its whole lines before the end were ingested`,
    });
    expect(whole.startsWith(cut.text)).toBe(true);
  });

  it('ends with an error wherever one byte is damaged', async () => {
    for (let place = 10; place < packed.length; place += Math.ceil(packed.length / 60)) {
      const damaged = Buffer.from(packed);
      damaged[place] = (damaged[place] ?? 0) ^ 0xff;
      const { error, text: given } = await unpacked(damaged);
      if (error === undefined && name === 'zstd') expect(given).not.toBe(whole);
      else expect(error).toBeInstanceOf(PackedError);
    }
  });

  it('passes on an error of the disk as it is', async () => {
    const broken = new Error('the disk is gone');
    // eslint-disable-next-line @typescript-eslint/require-await
    async function* source(): AsyncGenerator<Buffer> {
      yield packed.subarray(0, 60);
      throw broken;
    }
    const unpack = unpackerOf(packed);
    expect((await taken(unpack?.(source()) ?? source())).error).toBe(broken);
  });
});

describe('a file with an option that is not supported', () => {
  it('is not called damaged: a check by SHA-256, of xz', async () => {
    const sha256 = Buffer.from(
      '/Td6WFoAAArh+wyhAgAhARYAAAB0L+Wj4ABjACNdABiMMIFRihq7QSN/Hzi6gpwAP3nhuOVbZW+7eMX/mIo0' +
        'HWkgAAAg3FMgaCx+jLkZEAu1Z00O7ePJU9T9EvBV0SKsgUcYRwABV2T526OfGJtLmgEAAAAAClla',
      'base64',
    );
    const { error } = await unpacked(sha256);
    expect(error).toMatchObject({
      message:
        'the xz file uses an option of xz that is not supported: decompress it first, with xz -d',
    });
  });

  it.each([
    { code: 'ZSTD_error_frameParameter_windowTooLarge' },
    { code: ZstdErrorCode.WindowSizeTooLarge },
  ])('is not called damaged: a large window, of zstd (%j)', (error) => {
    expect(zstdFault(error)).toBe('unsupported');
    expect(zstdFault({ code: 'ZSTD_error_corruption_detected' })).toBe('damaged');
  });
});

describe('zstd by the library', () => {
  it('is unpacked also where Node has no zstd', async () => {
    expect(await taken(unzstdByLibrary(pieces(zstd, 9)))).toEqual({ text, error: undefined });
  });
});
