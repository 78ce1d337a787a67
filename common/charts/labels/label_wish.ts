import type { Box } from '../hatch_path';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight piece of a line. */
export interface Piece {
  readonly from: Point;
  readonly to: Point;
}

/** A number that should be next to its dot. */
export interface LabelWish extends Point {
  readonly text: string;
  /** A second line below the first. */
  readonly below?: string;
  /** How far from its dot it may be, in pixels; anywhere if absent. */
  readonly farthest?: number;
}

/** A number and where it stands. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  /** A line from its dot to the text, if the text is not next to it. */
  readonly leader?: Leader;
}

/** A straight line from a dot to its text. */
export type Leader = Piece;

/** A distance from a dot, as a multiple of the usual one. */
export interface Reach {
  readonly across: number;
  readonly up: number;
}

/** What is already on the drawing. */
export interface Surroundings {
  readonly frame: Box;
  readonly dots: readonly Point[];
  /** Corners of the line of the day. */
  readonly line: readonly Point[];
  /** Other straight lines of the drawing, such as the usual levels. */
  readonly levels?: readonly Piece[];
  /**
   * How much stays free around a text, in pixels. If this is given, a text that would hide anything
   * is left out.
   */
  readonly clear?: number;
  /** A text that is farther from its dot than this has a leader, in pixels. */
  readonly nextTo?: number;
  /** How far from its dot a text may be, as multiples of the usual distance, the nearest first. */
  readonly reaches?: readonly Reach[];
  /** From the middle of a dot to a text next to it, in pixels. */
  readonly beside?: number;
  /** From the middle of a dot to the foot of a text above it, in pixels. */
  readonly above?: number;
  /** The width of a character, in pixels. */
  readonly figure?: number;
  /**
   * Further places above and below a dot, where the text stands only partly over it: the part of
   * the text's width that is left of the dot.
   */
  readonly slides?: readonly number[];
}
