import type { HourNote } from './flag_notes';
import type { HourFrame, ValueScale } from '../scales/hour_frame';
import type { Label, Reach } from './label_wish';
import { placeLabels } from './place_labels';
import { LINE_HEIGHT } from './places_around';
import { px } from '../scales/px';

interface Point {
  readonly x: number;
  readonly y: number;
}

type Counts = readonly (number | null)[];

/** A note and its place. */
export interface PlacedNote extends Label {
  readonly isFlag: boolean;
  /** Whether it is the strongest finding: its second line is below it. */
  readonly isFirst: boolean;
  /** The position of a second line. */
  readonly nextY: number;
}

/** Width of a character of a note, on average, in pixels. */
const LETTER = 6.5;
/** A note may stand partly over its dot: so much of it is to the left. */
const SLIDES = [0.25, 0.75, 0.1, 0.9];

const EDGE = 4;
/** Dots are larger here than in a row. */
const BESIDE = 11;
/** Letters reach below their own line. */
const ABOVE = 11;
/**
 * There is room: a note moves farther from its dot before it hides the line, and then has a leader
 * to it.
 */
const REACHES: readonly Reach[] = [1, 2, 4, 8, 12]
  .flatMap((across) => [1, 2, 4, 8, 12, 16, 20, 28].map((up) => ({ across, up })))
  .sort((a, b) => a.across + a.up - b.across - b.up);

/**
 * Puts the notes next to their hours, where they hide neither the line nor the dots nor each other.
 * A note that finds no place there has a leader to its dot.
 *
 * @param dots of the chart, other than those of the notes
 * @param rank the second line of the strongest note
 */
export function placeNotes(
  notes: readonly HourNote[],
  today: Counts,
  { x, left, right, bottom }: HourFrame,
  { y }: ValueScale,
  dots: readonly Point[] = [],
  rank?: string,
): PlacedNote[] {
  const pointAt = (hour: number) => ({ x: x.center(hour), y: y(today[hour] ?? 0) });
  const isFirst = ({ isFlag, text }: HourNote): boolean =>
    isFlag && notes[0]?.isFlag === true && notes[0].text === text;
  const line = today.flatMap((count, hour) => (count === null ? [] : [pointAt(hour)]));
  const own = notes.filter(({ isFlag }) => isFlag).map(({ hour }) => pointAt(hour));
  const wishes = notes.map((note) => ({
    ...pointAt(note.hour),
    text: note.text,
    ...(rank !== undefined && isFirst(note) && { below: rank }),
  }));
  const frame = { left, right, top: EDGE, bottom };
  return placeLabels(wishes, {
    frame,
    dots: [...own, ...dots],
    line,
    reaches: REACHES,
    beside: BESIDE,
    above: ABOVE,
    figure: LETTER,
    slides: SLIDES,
  }).map((label) => {
    const note = notes.find(({ text }) => text === label.text);
    return {
      ...label,
      nextY: px(label.y + LINE_HEIGHT),
      isFlag: note?.isFlag === true,
      isFirst: note !== undefined && isFirst(note),
    };
  });
}
