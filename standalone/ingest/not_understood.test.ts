import { NotUnderstoodTally } from './not_understood';

describe('records that were not understood', () => {
  it('are told apart by how they begin, each kind with its first record', () => {
    const tally = new NotUnderstoodTally();
    tally.count('2026-11-24 10:00:29 status installed libfoo', 'dpkg.log');
    tally.count('[24/Nov/2026] GET /', 'access.log');
    tally.count('2026-11-25 11:00:00 configure libbar', 'dpkg.log');
    expect(tally.summarize()).toEqual([
      { documents: 2, file: 'dpkg.log', example: '2026-11-24 10:00:29 status installed libfoo' },
      { documents: 1, file: 'access.log', example: '[24/Nov/2026] GET /' },
    ]);
  });

  it('are few kinds, whatever a file holds', () => {
    const tally = new NotUnderstoodTally();
    const signs = Array.from({ length: 1000 }, (_, index) => String.fromCodePoint(0x2200 + index));
    signs.forEach((sign, index) => tally.count(`${sign} ${'x'.repeat(500)}`, `noise${index}.log`));
    const kinds = tally.summarize();
    expect(kinds).toHaveLength(8);
    signs.forEach((sign) => tally.count(`${sign}${sign}`, 'noise.log'));
    expect(tally.summarize().filter(({ file }) => file === 'noise.log').length).toBeLessThan(3);
    expect(kinds.every(({ example }) => example.length <= 120)).toBe(true);
  });
});
