import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { readChunks } from '../../screenshots/png_chunks';
import { pixelsOf, type Pixels } from '../../screenshots/png_lines';

/** From a row to the outer edge of its outline, in pixels. */
const OUTSIDE = 3;
/** A line of pixels in the middle of the outline. */
const INSIDE = 1;
/** Corners are round, in pixels from the outer edge. */
const CORNER = 8;

function pictureOf(png: Buffer): Pixels {
  const data = readChunks(png).flatMap((chunk) => (chunk.type === 'IDAT' ? [chunk.data] : []));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return pixelsOf(inflateSync(Buffer.concat(data)), width, height);
}

/** The sides of the outline of what has the focus that are not of one color between the corners. */
export async function outlineHoles(page: Page): Promise<string[]> {
  const box = await page.locator(':focus').boundingBox();
  if (box === null) throw new Error('nothing has the focus');
  const clip = {
    x: Math.round(box.x) - OUTSIDE,
    y: Math.round(box.y) - OUTSIDE,
    width: Math.round(box.width) + 2 * OUTSIDE,
    height: Math.round(box.height) + 2 * OUTSIDE,
  };
  const { width, height, colors } = pictureOf(await page.screenshot({ clip }));
  const range = (length: number) =>
    Array.from({ length: length - 2 * CORNER }, (_, at) => at + CORNER);
  const line = (y: number) => range(width).map((x) => colors[y * width + x]);
  const column = (x: number) => range(height).map((y) => colors[y * width + x]);
  const color = colors[INSIDE * width + Math.round(width / 2)];
  const sides = {
    upper: line(INSIDE),
    lower: line(height - 1 - INSIDE),
    left: column(INSIDE),
    right: column(width - 1 - INSIDE),
  };
  return Object.entries(sides).flatMap(([side, found]) => {
    const holes = found.filter((one) => one !== color).length;
    return holes === 0 ? [] : [`the ${side} side has ${holes} other pixels`];
  });
}
