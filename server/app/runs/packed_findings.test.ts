import { findingWith } from '../../../test/fixtures/tagging_finding';
import { PackedFindings } from './packed_findings';

const finding = (subtype: string) => findingWith({ subtype, events: new Map([[3, 9]]) });

describe('packed findings', () => {
  it('are none at first', () => {
    const none = new PackedFindings();
    expect([none.length, [...none]]).toEqual([0, []]);
  });

  it.each([1, 499, 500, 501, 1_750])('come back as %d were added, any number of times', (count) => {
    const findings = Array.from({ length: count }, (_, place) => finding(`${place} "é\u0000`));
    const packed = new PackedFindings();
    for (const one of findings) packed.add(one);
    expect(packed.length).toBe(count);
    expect([...packed]).toEqual(findings);
    expect([...packed]).toEqual(findings);
  });

  it('take a small part of the memory of findings', () => {
    const packed = new PackedFindings();
    for (let place = 0; place < 5_000; place += 1) packed.add(finding(`series ${place}`));
    const size = (packed as unknown as { packed: Buffer[] }).packed
      .map(({ length }) => length)
      .reduce((sum, length) => sum + length, 0);
    expect(size / packed.length).toBeLessThan(300);
  });
});
