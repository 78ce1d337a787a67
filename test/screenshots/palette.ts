/** The colors of a picture, and which of them stands for each that it had. */
export interface Palette {
  /** 0xRRGGBB each. */
  readonly colors: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
}

/** The number of colors that a byte can distinguish. */
const MOST_COLORS = 256;
const CHANNELS = [16, 8, 0];

function distance(one: number, other: number): number {
  return CHANNELS.reduce((sum, shift) => {
    const difference = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
    return sum + difference * difference;
  }, 0);
}

/** Which of the palette's colors stands for a color, and how far it is from it. */
interface Stand {
  readonly color: number;
  readonly count: number;
  index: number;
  gap: number;
}

/** How much a picture would gain by another color in its palette. */
const need = ({ count, gap }: Stand): number => count * gap;

/**
 * The colors that leave the least undone: the most frequent one, then again and again that of which
 * most is missing, since it is frequent or far from all that are there. So the few letters of a link
 * keep their color, and edges of letters become the nearest that there is.
 */
export function paletteOf(pixels: Uint32Array): Palette {
  const counts = new Map<number, number>();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const stands: Stand[] = [...counts]
    .sort(([a, more], [b, less]) => less - more || a - b)
    .map(([color, count]) => ({ color, count, index: 0, gap: Infinity }));
  const colors: number[] = [];
  while (colors.length < Math.min(MOST_COLORS, stands.length)) {
    const { color } = stands.reduce((best, stand) => (need(stand) > need(best) ? stand : best));
    for (const stand of stands) {
      const gap = distance(stand.color, color);
      if (gap < stand.gap) Object.assign(stand, { gap, index: colors.length });
    }
    colors.push(color);
  }
  return { colors, indexOf: new Map(stands.map(({ color, index }) => [color, index])) };
}
