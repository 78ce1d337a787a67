/** The colours of a picture, and which of them stands for each that it had. */
export interface Palette {
  /** 0xRRGGBB each. */
  readonly colours: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
}

/** What a byte can tell apart. */
const MOST_COLOURS = 256;
const CHANNELS = [16, 8, 0];

function distance(one: number, other: number): number {
  return CHANNELS.reduce((sum, shift) => {
    const difference = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
    return sum + difference * difference;
  }, 0);
}

/** Which of the palette's colours stands for a colour, and how far it is from it. */
interface Stand {
  readonly colour: number;
  readonly count: number;
  index: number;
  gap: number;
}

/** How much a picture would gain by another colour in its palette. */
const need = ({ count, gap }: Stand): number => count * gap;

/**
 * The colours that leave the least undone: the most frequent one, then again and again that of which
 * most is missing, since it is frequent or far from all that are there. So the few letters of a link
 * keep their colour, and edges of letters become the nearest that there is.
 */
export function paletteOf(pixels: Uint32Array): Palette {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const stands: Stand[] = [...counts]
    .sort(([a, more], [b, less]) => less - more || a - b)
    .map(([colour, count]) => ({ colour, count, index: 0, gap: Infinity }));
  const colours: number[] = [];
  while (colours.length < Math.min(MOST_COLOURS, stands.length)) {
    const { colour } = stands.reduce((best, stand) => (need(stand) > need(best) ? stand : best));
    for (const stand of stands) {
      const gap = distance(stand.colour, colour);
      if (gap < stand.gap) Object.assign(stand, { gap, index: colours.length });
    }
    colours.push(colour);
  }
  return { colours, indexOf: new Map(stands.map(({ colour, index }) => [colour, index])) };
}
