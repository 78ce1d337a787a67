import type { ApiFlaggedHour } from '../../api/schemas/finding_schema';
import { endLabels, namesBands, type EndLabelData } from './end_labels';
import { flagNotes, quietNote, type NotedFinding } from './flag_notes';
import { hourFrame, valueScale } from '../scales/hour_frame';
import { placeNotes } from './place_notes';

const FLAT = new Array<number>(24).fill(9);
const LENGTHS = new Array<number>(24).fill(1);
const frame = hourFrame(880, 26, 216, 8);
const scale = valueScale(frame, 0, 50);

function dayOf(counts: Readonly<Record<number, number>>): number[] {
  return FLAT.map((count, hour) => counts[hour] ?? count);
}

const TODAY = dayOf({ 10: 20, 11: 31, 15: 48 });

function flag(hour: number, surprise: number): ApiFlaggedHour {
  return { hour, surprise, count: 1, events: 1, expected: 1, usual: null, score: surprise };
}

function findingOf(part: Partial<NotedFinding> = {}): NotedFinding {
  const run = { expected: 13, surprise: 1 };
  return {
    verdict: 'more',
    flagged: [flag(10, 1.1), flag(15, 2)],
    runs: [
      { ...run, from: 15, to: 16, count: 48, usual: [9, 14] },
      { ...run, from: 10, to: 11, count: 20, usual: [11, 14] },
    ],
    ...part,
  };
}

describe('flagNotes', () => {
  it('name each stretch at its hour', () => {
    expect(flagNotes(findingOf(), LENGTHS)).toEqual([
      { hour: 15, text: '48 at 15:00, usually 9–14', isFlag: true },
      { hour: 10, text: '20 at 10:00, usually 11–14', isFlag: true },
    ]);
  });

  it('name a long stretch at its most surprising hour, a silent one at its beginning', () => {
    const runs = [
      { from: 9, to: 12, count: 0, expected: 40, usual: [36, 45] as [number, number], surprise: 1 },
    ];
    const flagged = [flag(9, 1), flag(10, 3), flag(11, 1)];
    expect(flagNotes({ verdict: 'less', runs, flagged }, LENGTHS)[0]?.hour).toBe(10);
    expect(flagNotes({ verdict: 'silent', runs, flagged }, LENGTHS)).toEqual([
      { hour: 9, text: '0 from 09:00 to 12:00, usually 12–15 an hour', isFlag: true },
    ]);
  });

  it('say what is usual in the hours that the clock shows', () => {
    const usual = [36, 45] as [number, number];
    const runs = [{ from: 0, to: 4, count: 0, expected: 40, usual, surprise: 1 }];
    const flagged = [flag(0, 1), flag(1, 1), flag(3, 1)];
    const lengths = LENGTHS.map((length, hour) => (hour === 2 ? 0 : length));
    expect(flagNotes({ verdict: 'silent', runs, flagged }, lengths)).toEqual([
      { hour: 0, text: '0 from 00:00 to 04:00, usually 12–15 an hour', isFlag: true },
    ]);
  });

  it('are four at most', () => {
    const runs = [1, 3, 5, 7, 9, 11].map((from) => ({
      ...{ from, to: from + 1, count: 1, expected: null, usual: null, surprise: 1 },
    }));
    expect(flagNotes(findingOf({ runs }), LENGTHS)).toHaveLength(4);
  });
});

describe('quietNote', () => {
  it('names the highest hour that is not flagged', () => {
    expect(quietNote(TODAY, [10, 15], () => [26, 30], LENGTHS)).toEqual([
      { hour: 11, text: '31 at 11:00, usually 26–30', isFlag: false },
    ]);
  });

  it('names all events of an hour that the clock shows twice, and as many as are usual', () => {
    const lengths = LENGTHS.map((length, hour) => (hour === 11 ? 2 : length));
    expect(quietNote(TODAY, [10, 15], () => [26, 30], lengths)).toEqual([
      { hour: 11, text: '62 at 11:00, usually 52–60', isFlag: false },
    ]);
  });

  it('names nothing that is usual, low, flat, or compared with nothing', () => {
    expect(quietNote(TODAY, [10, 15], () => [26, 33], LENGTHS)).toEqual([]);
    expect(quietNote(TODAY, [10, 15], () => null, LENGTHS)).toEqual([]);
    expect(quietNote(TODAY, [10, 11, 15], () => [1, 2], LENGTHS)).toEqual([]);
    expect(quietNote(FLAT, [], () => [1, 2], LENGTHS)).toEqual([]);
    expect(quietNote(dayOf({ 10: 9, 15: 48, 11: 12 }), [15], () => [1, 2], LENGTHS)).toEqual([]);
  });
});

describe('placeNotes', () => {
  it('puts all of them next to their hours and marks the strongest flag', () => {
    const notes = [
      ...flagNotes(findingOf(), LENGTHS),
      ...quietNote(TODAY, [10, 15], () => [26, 30], LENGTHS),
    ];
    const placed = placeNotes(notes, TODAY, frame, scale);
    expect(placed.map(({ isFlag, isFirst }) => [isFlag, isFirst])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
    expect(placed[0]?.anchor).toBe('start');
    expect(placed[0]?.x).toBeGreaterThan(frame.x.center(15));
    expect(placed[1]?.anchor).toBe('end');
  });

  it('adds a second line if there is room for both', () => {
    const silent = FLAT.map((count, hour) => (hour >= 9 ? 0 : count));
    const notes = [{ hour: 9, text: '0 from 09:00 to 24:00', isFlag: true }];
    const [note] = placeNotes(notes, silent, frame, scale, [], 'the lowest of 31 days');
    expect(note?.nextY).toBe((note?.y ?? 0) + 16);
    // The words do not touch the rule that runs along zero.
    expect(note?.nextY).toBeLessThan(frame.bottom - 3);
  });

  it('hides neither the line, nor a dot, nor another note, whatever the day', () => {
    const crossing = dayOf({ 2: 5, 3: 3, 4: 8, 5: 48, 6: 30, 7: 4 });
    const notes = [
      { hour: 5, text: '91 from 05:00 to 07:00, usually 4–7', isFlag: true },
      { hour: 2, text: '8 from 02:00 to 04:00, usually 87–95', isFlag: true },
    ];
    const dots = [2, 3, 5, 6].map((hour) => ({
      x: frame.x.center(hour),
      y: scale.y(crossing[hour] ?? 0),
    }));
    const placed = placeNotes(notes, crossing, frame, scale, dots, 'the highest of 31 days');
    expect(placed).toHaveLength(2);
    const boxes = placed.map(({ x, y, anchor, text, isFirst }) => {
      const width = text.length * 6.5;
      const left = x - { start: 0, middle: width / 2, end: width }[anchor];
      return { left, right: left + width, top: y - 8, bottom: isFirst ? y + 16 : y };
    });
    const isIn = (at: { x: number; y: number }): boolean =>
      boxes.some(
        ({ left, right, top, bottom }) =>
          at.x > left && at.x < right && at.y > top && at.y < bottom,
      );
    const line = crossing.map((count, hour) => ({ x: frame.x.center(hour), y: scale.y(count) }));
    const points = line.slice(1).flatMap((to, index) => {
      const from = line[index] ?? to;
      return Array.from({ length: 40 }, (_, step) => ({
        x: from.x + ((to.x - from.x) * step) / 40,
        y: from.y + ((to.y - from.y) * step) / 40,
      }));
    });
    expect([...points, ...dots].filter(isIn)).toEqual([]);
    const [first, second] = boxes;
    const isApart =
      (first?.bottom ?? 0) < (second?.top ?? 0) ||
      (second?.bottom ?? 0) < (first?.top ?? 0) ||
      (first?.right ?? 0) < (second?.left ?? 0) ||
      (second?.right ?? 0) < (first?.left ?? 0);
    expect(isApart).toBe(true);
  });
});

describe('a note that finds no place next to its hour', () => {
  // Flat at zero, with one steep peak: between that and the edge there is little room.
  const peak = FLAT.map((_, hour) => (hour === 7 ? 35 : 0));
  const notes = [
    { hour: 7, text: '35 at 07:00, usually 0', isFlag: true },
    { hour: 4, text: 'Less: 0 at 04:00, usually 39–48', isFlag: true },
  ];
  const widths = [343, 368, 480, 640, 720, 880, 928, 976, 1120];

  it.each(widths)('has a line to it, and hides nothing, %i px wide', (width) => {
    const wide = hourFrame(width, 26, 216, 8);
    const { y } = valueScale(wide, 0, 60);
    const at = (hour: number) => ({ x: wide.x.center(hour), y: y(peak[hour] ?? 0) });
    const scaled = valueScale(wide, 0, 60);
    const placed = placeNotes(notes, peak, wide, scaled, [], 'the highest of 31 days');
    expect(placed).toHaveLength(2);
    const line = peak.map((_, hour) => at(hour));
    placed.forEach(({ x, anchor, leader, isFirst, text, ...note }, index) => {
      const length = text.length * 6.5;
      const left = x - { start: 0, middle: length / 2, end: length }[anchor];
      const [top, bottom] = [note.y - 8, isFirst ? note.y + 16 : note.y];
      const dot = at(notes[index]?.hour ?? 0);
      const [across, up] = [
        Math.max(left - dot.x, 0, dot.x - left - length),
        Math.max(top - dot.y, 0, dot.y - bottom),
      ];
      const gap = Math.hypot(across, up);
      if (leader === undefined) expect(gap).toBeLessThanOrEqual(26);
      else {
        expect(Math.hypot(leader.from.x - dot.x, leader.from.y - dot.y)).toBeLessThan(9);
        expect(leader.to.x).toBeGreaterThan(left - 4);
        expect(leader.to.x).toBeLessThan(left + length + 4);
        expect(leader.to.y).toBeGreaterThan(top - 5);
        expect(leader.to.y).toBeLessThan(bottom + 4);
      }
      const isHidden = line.slice(1).some((to, piece) => {
        const from = line[piece] ?? to;
        return Array.from({ length: 60 }, (_, step) => ({
          x: from.x + ((to.x - from.x) * step) / 60,
          y: from.y + ((to.y - from.y) * step) / 60,
        })).some(
          (point) => point.x > left && point.x < left + length && point.y > top && point.y < bottom,
        );
      });
      expect(isHidden).toBe(false);
    });
  });
});

describe('endLabels', () => {
  const data: EndLabelData = {
    today: FLAT,
    total: 287,
    usual: dayOf({ 21: 20.5 }),
    inner: { low: dayOf({ 21: 18 }), high: dayOf({ 21: 24 }) },
    outer: { low: FLAT, high: dayOf({ 21: 27 }) },
    oneDay: 'one Wednesday',
    words: {
      today: 'today',
      middleHalf: 'middle half',
      outer: 'lowest to highest',
      usual: 'usual,',
    },
  };

  it('name the bands at the hour where they are visible, and the line at its end', () => {
    const labels = endLabels(data, frame, scale);
    expect(labels.map(({ lines }) => lines[0])).toEqual([
      'one Wednesday',
      'middle half',
      'usual, 20.5',
      'lowest to highest',
      'today',
    ]);
    expect(labels[4]?.lines[1]).toBe('287 events');
    expect(labels[0]?.leader).toMatch(new RegExp(`^M${frame.x.left(22) - 2} `));
    expect(namesBands(data)).toBe(true);
  });

  it('do not overlap', () => {
    const heights = endLabels(data, frame, scale).map(({ y }) => y);
    heights.slice(1).forEach((y, index) => expect(y - (heights[index] ?? 0)).toBeGreaterThan(12));
  });

  it('name the usual level alone where all days agree, and the line alone without any', () => {
    const flat = {
      ...data,
      usual: FLAT,
      inner: { low: FLAT, high: FLAT },
      outer: { low: FLAT, high: FLAT },
    };
    expect(endLabels(flat, frame, scale).map(({ lines }) => lines[0])).toEqual([
      'today',
      'usual, 9',
    ]);
    expect(namesBands(flat)).toBe(false);
    const none = { ...data, usual: null, inner: null, outer: null };
    expect(endLabels(none, frame, scale)).toHaveLength(1);
  });
});
