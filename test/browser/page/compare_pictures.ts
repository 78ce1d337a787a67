import type { Page } from 'playwright-core';

/** Runs inside the browser, which knows how to read a PNG. */
async function compare([one, other]: readonly string[]): Promise<number> {
  const pixelsOf = async (source = ''): Promise<ImageData> => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const { width, height } = image;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext(
      '2d',
    );
    if (context === null) throw new Error('this browser draws no canvas');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height);
  };
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  if (a.width !== b.width || a.height !== b.height) return 255;
  return a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (b.data[at] ?? 0))), 0);
}

/**
 * How far two pictures are apart: the strongest difference of a color of a pixel, 0 to 255.
 *
 * @param page whose browser compares them, in a page of its own that no policy restricts
 * @param pictures two PNG files; 255 where they are not of one size
 */
export async function strongestDifference(
  page: Page,
  pictures: readonly [Buffer, Buffer],
): Promise<number> {
  const blank = await page.context().newPage();
  const sources = pictures.map((png) => `data:image/png;base64,${png.toString('base64')}`);
  const difference = await blank.evaluate(compare, sources);
  await blank.close();
  return difference;
}
