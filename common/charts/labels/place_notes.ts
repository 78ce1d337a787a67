import type { HourNote } from './flag_notes';
import type { HourFrame, ValueScale } from '../scales/hour_frame';
import { placeLabels, type Label } from './place_labels';
import { px } from '../scales/px';

interface Point {
  readonly x: number;
  readonly y: number;
}

type Counts = readonly (number | null)[];

/** A note in its place. */
export interface PlacedNote extends Label {
  readonly isFlag: boolean;
  /** Whether it is the first of the flags: what is said of the strongest stands below it. */
  readonly isFirst: boolean;
  /** Where a further line of it stands: below it, or above where there is no room. */
  readonly nextY: number;
}

/** A second line below the first note has to stay in the drawing. */
const EDGE = 4;

const NEXT_LINE = 16;
/** Dots are larger here than in a row. */
const BESIDE = { start: 4, middle: 0, end: -4 };
/** Places looked at on each piece of the line: it may be steep, and words are low. */
const PLACES = 12;

function closePoints(line: readonly Point[]): Point[] {
  return line.flatMap((point, index) => {
    const next = line[index + 1] ?? point;
    return Array.from({ length: PLACES }, (_, place) => ({
      x: point.x + ((next.x - point.x) * place) / PLACES,
      y: point.y + ((next.y - point.y) * place) / PLACES,
    }));
  });
}

/** Puts the notes beside their hours, where they hide neither the line nor one another. */
export function placeNotes(
  notes: readonly HourNote[],
  today: Counts,
  { x, left, right, bottom }: HourFrame,
  { y }: ValueScale,
): PlacedNote[] {
  const pointAt = (hour: number) => ({ x: x.center(hour), y: y(today[hour] ?? 0) });
  const line = today.flatMap((count, hour) => (count === null ? [] : [pointAt(hour)]));
  const dots = notes.filter(({ isFlag }) => isFlag).map(({ hour }) => pointAt(hour));
  const wishes = notes.map(({ hour, text }) => ({ ...pointAt(hour), text }));
  const frame = { left, right, top: EDGE, bottom };
  return placeLabels(wishes, { frame, dots, line: closePoints(line) }).map((label) => ({
    ...label,
    x: px(label.x + BESIDE[label.anchor]),
    nextY: label.y + (label.y + NEXT_LINE > bottom ? -NEXT_LINE : NEXT_LINE),
    isFlag: notes.some(({ isFlag, text }) => isFlag && text === label.text),
    isFirst: notes[0]?.isFlag === true && notes[0].text === label.text,
  }));
}
