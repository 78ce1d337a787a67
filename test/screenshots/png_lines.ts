/** Pixels of a picture, line by line. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB each. */
  readonly colors: Uint32Array;
}

const BYTES_PER_PIXEL = 3;

/** What a PNG predicts by Paeth's rule: the neighbor that is nearest to left + up - corner. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((near) => Math.abs(guess - near));
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return left;
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** What is added to a byte of a line that was written with a filter. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default:
      return paeth(left, up, corner);
  }
}

/** Undoes the filters of all lines, in place of the bytes themselves. */
function unfilter(bytes: Buffer, length: number): void {
  const line = length + 1;
  for (let start = 0; start < bytes.length; start += line) {
    const filter = bytes[start] ?? 0;
    for (let at = start + 1; at < start + line; at += 1) {
      const isFirst = at - start <= BYTES_PER_PIXEL;
      const left = isFirst ? 0 : (bytes[at - BYTES_PER_PIXEL] ?? 0);
      const up = bytes[at - line] ?? 0;
      const corner = isFirst ? 0 : (bytes[at - line - BYTES_PER_PIXEL] ?? 0);
      bytes[at] = (bytes[at] ?? 0) + predicted(filter, left, up, corner);
    }
  }
}

/**
 * The pixels of a PNG's lines.
 *
 * @param data lines of red, green and blue, each after the number of its filter; it is changed
 */
export function pixelsOf(data: Buffer, width: number, height: number): Pixels {
  unfilter(data, width * BYTES_PER_PIXEL);
  const colors = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colors.length; pixel += 1) {
    const line = Math.floor(pixel / width);
    colors[pixel] = data.readUIntBE(pixel * BYTES_PER_PIXEL + line + 1, BYTES_PER_PIXEL);
  }
  return { width, height, colors };
}
