import { HOURS_PER_DAY } from '../../../common/time';
import type { Random } from '../../generator/random';
import type { Stream } from '../../generator/silence_streams';
import type { Fleet } from './fleet';
import { lookAt, type Method } from './methods';

/** What a method did on one stream. */
export interface Measured {
  readonly kind: string;
  readonly days: number;
  /** How often it called a stream silent that was not cut. */
  readonly falseSilences: number;
  /** Hours from each cut until it was reported; Infinity for never. */
  readonly delays: readonly number[];
  /** Hours from each cut until an event was missing first, where that is known: none can tell sooner. */
  readonly soonest: readonly number[];
}

/** The last event before a time; undefined if unknown. */
function lastBefore(stream: Stream, time: number): number | undefined {
  const { from, counts, first, last } = stream;
  const hour = Math.floor(time) - from;
  for (let at = hour; at >= 0; at -= 1) {
    const count = counts[at] ?? 0;
    if (Number.isNaN(count)) return undefined;
    if (count === 0) continue;
    const end = from + at + (last[at] ?? 0);
    if (end <= time) return end;
    if (from + at + (first[at] ?? 0) <= time) return time;
  }
  return undefined;
}

/** The first event after a time; undefined if there is none, or it is unknown. */
function firstAfter(stream: Stream, time: number): number | undefined {
  const { from, counts, first, last } = stream;
  for (let at = Math.floor(time) - from; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    if (Number.isNaN(count)) return undefined;
    if (count === 0) continue;
    const begin = from + at + (first[at] ?? 0);
    if (begin > time) return begin;
    if (from + at + (last[at] ?? 0) > time) return time;
  }
  return undefined;
}

/** Gaps of an hour and more between the events of the tested days. */
function* gapsOf(stream: Stream, from: number, to: number): Generator<readonly [number, number]> {
  const { counts, first, last } = stream;
  let before: number | undefined;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    // What is not known may hold events.
    if (Number.isNaN(count)) before = undefined;
    if (!(count > 0)) continue;
    const begin = stream.from + at + (first[at] ?? 0);
    if (before !== undefined && begin - before >= 1 && begin >= from) yield [before, begin];
    before = stream.from + at + (last[at] ?? 0);
  }
  // The tested days end, the stream does not. Reports before that count all the same.
  if (before !== undefined && to - before >= 1) yield [before, to];
}

/** Measures a method on the tested days as they are, and on so many cuts of each stream. */
export function measure(
  { streams, testFrom, testTo }: Fleet,
  method: Method,
  random: Random,
  cuts: number,
): Measured[] {
  return streams.map((stream) => {
    let falseSilences = 0;
    for (const [last, next] of gapsOf(stream, testFrom, testTo)) {
      const told = method(stream, last);
      if (told < next && told >= testFrom) falseSilences += 1;
    }
    const delays: number[] = [];
    const soonest: number[] = [];
    for (let cut = 0; cut < cuts; cut += 1) {
      const time = testFrom + random.uniform() * (testTo - testFrom);
      const last = lastBefore(stream, time);
      if (last === undefined) continue;
      const told = method(stream, last);
      delays.push(Math.max(lookAt(time), told) - time);
      const next = firstAfter(stream, time);
      if (next !== undefined) soonest.push(lookAt(next) - time);
    }
    const days = (testTo - testFrom) / HOURS_PER_DAY;
    return { kind: stream.kind, days, falseSilences, delays, soonest };
  });
}
