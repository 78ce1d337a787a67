import type { Box } from '../hatch_path';
import type { Label, LabelWish, Reach, Surroundings } from './label_wish';

/** Width of a figure in the font of the labels, and its height. */
const FIGURE = 7;
const HEIGHT = 9;
/** From one line of a text to the next. */
export const LINE_HEIGHT = 16;
const BESIDE = 7;
const ABOVE = 6;
const BELOW = 14;
/** Above a line that continues flat: letters reach below their own line. */
const CLEAR = 5;

/** Gap between two numbers side by side, so that they are not read as one. */
export const APART = 4;
/** How many places a dot has at each distance, without those that are slid. */
const AROUND = 8;

/** The part of a text that is left of its anchor. */
const LEFT_OF = { start: 0, middle: 1 / 2, end: 1 } as const;

/** A place of a text: its anchor and its foot. */
export interface Place extends Pick<Label, 'x' | 'y' | 'anchor'> {
  /** Its position in the order of preference. */
  readonly order: number;
  readonly box: Box;
}

/** The places of one text around its dot. */
export class PlacesAround {
  private readonly triedAcross = new Set<number>();
  private readonly triedUp = new Set<number>();
  private readonly width: number;
  private readonly more: number;
  /** Where slid texts begin. */
  private readonly lefts: readonly number[];

  constructor(
    private readonly wish: LabelWish,
    private readonly around: Surroundings,
  ) {
    const { x, text, below } = wish;
    const { frame, figure = FIGURE, slides = [] } = around;
    const width = Math.max(text.length, below?.length ?? 0) * figure;
    // At the edges as well, if the text then still is over its dot.
    const edges = slides.length === 0 ? [] : [frame.left + APART, frame.right - APART - width];
    this.lefts = [...slides.map((part) => x - part * width), ...edges].filter(
      (at) => at <= x && at + width >= x,
    );
    this.more = below === undefined ? 0 : LINE_HEIGHT;
    this.width = width;
  }

  /** How many there are at each distance. */
  get number(): number {
    return AROUND + 2 * this.lefts.length;
  }

  /**
   * The eight places at a distance, in order of preference, then those that are slid. Those outside
   * the drawing are left out, and those that an earlier distance had too.
   */
  at({ across, up }: Reach): Place[] {
    const { x, y } = this.wish;
    const { beside = BESIDE, above = ABOVE } = this.around;
    const isNewAcross = !this.triedAcross.has(across);
    const isNewUp = !this.triedUp.has(up);
    this.triedAcross.add(across);
    this.triedUp.add(up);
    const [right, left] = [x + beside * across, x - beside * across];
    const top = y - this.more - above * up;
    const upper = y - this.more - CLEAR * up;
    const lower = y + BELOW * up;
    const places: (Place | false | undefined)[] = [
      isNewAcross && this.place(0, right, y + 4, 'start'),
      isNewAcross && this.place(1, left, y + 4, 'end'),
      isNewUp && this.place(2, x, top, 'middle'),
      this.place(3, left, upper, 'end'),
      this.place(4, right, upper, 'start'),
      isNewUp && this.place(5, x, lower, 'middle'),
      this.place(6, right, lower, 'start'),
      this.place(7, left, lower, 'end'),
    ];
    for (const [slide, at] of isNewUp ? this.lefts.entries() : []) {
      places.push(this.place(AROUND + 2 * slide, at, top, 'start'));
      places.push(this.place(AROUND + 2 * slide + 1, at, lower, 'start'));
    }
    return places.flatMap((place) => place || []);
  }

  /** A place; undefined if it is not inside the drawing. */
  private place(order: number, x: number, y: number, anchor: Label['anchor']): Place | undefined {
    const { frame } = this.around;
    const left = x - this.width * LEFT_OF[anchor];
    const [right, top, bottom] = [left + this.width, y - HEIGHT, y + this.more];
    if (left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom) {
      return undefined;
    }
    return { order, x, y, anchor, box: { left, right, top, bottom } };
  }
}
