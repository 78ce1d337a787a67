import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Finding } from '../../../common/waveform/hours';

/** As many as are stored with one request. */
const FINDINGS_PER_PORTION = 500;
/** The fastest level: findings are similar, and shrink to less than a tenth. */
const LEVEL = 1;

/**
 * The findings of a run until all of them are known and can be stored. One is 2.9 kB, and there may
 * be one for each of 100,000 series, so full portions are kept compressed, and decompressed one at
 * a time.
 */
export class PackedFindings implements Iterable<Finding> {
  private readonly packed: Buffer[] = [];
  private open: Finding[] = [];

  /** How many findings there are. */
  get length(): number {
    return this.packed.length * FINDINGS_PER_PORTION + this.open.length;
  }

  add(finding: Finding): void {
    this.open.push(finding);
    if (this.open.length < FINDINGS_PER_PORTION) return;
    this.packed.push(deflateRawSync(JSON.stringify(this.open), { level: LEVEL }));
    this.open = [];
  }

  /** In the order in which they were added. */
  *[Symbol.iterator](): Generator<Finding> {
    for (const portion of this.packed) {
      yield* JSON.parse(inflateRawSync(portion).toString()) as Finding[];
    }
    yield* this.open;
  }
}
