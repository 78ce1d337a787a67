import {
  type AwaitedHours,
  type Deadline,
  deadlineAfter,
  type EndedSilence,
  isLightGap,
  isOffice,
  isUsualGap,
  lawOf,
  type SilenceLaw,
  type StreamHistory,
  type TaughtHours,
  type WallHour,
} from '../../../common/silence';
import { HOURS_PER_DAY } from '../../../common/time';
import type { CountedStreams, StreamNumber } from './counted_streams';
import type { DecidedHours } from './decided_hours';
import type { StreamRef } from './rows/silence_row';

/** Fewer than two empty hours are not silence. */
const LEAST_GAP = 2;
const DAY_HOURS = HOURS_PER_DAY;

/** The days since it was last seen are not learned from. */
const dayStart = (hour: WallHour): WallHour => Math.floor(hour / DAY_HOURS) * DAY_HOURS;

type Taught = Pick<DecidedHours, 'of'>;

/** A stream with what its days before the last event say. A class: there are many, and all are alike. */
export class WatchedStream implements StreamRef {
  readonly source: string;
  readonly host: string | null;
  readonly subtype: string | null;
  private ofLast: SilenceLaw | 'none' | undefined;

  /**
   * @param row the number of the stream among those that were counted
   * @param isToTheMinute false if only the hour of the last event is known
   */
  constructor(
    ref: StreamRef,
    private readonly row: StreamNumber,
    private readonly streams: CountedStreams,
    private readonly decided: Taught,
    readonly last: WallHour,
    readonly isToTheMinute: boolean,
  ) {
    this.source = ref.source;
    this.host = ref.host;
    this.subtype = ref.subtype;
  }

  /** What the days before the last event teach; undefined if they are too few. */
  law(): SilenceLaw | undefined {
    // Computed lazily: most streams are active, so it is not needed.
    return this.learn(undefined);
  }

  /** What the days before an hour teach. */
  lawBefore(hour: WallHour): SilenceLaw | undefined {
    return this.isOfLast(hour) ? this.law() : lawOf(this.historyBefore(hour));
  }

  /**
   * As `lawBefore`, where a silence is not as usual: to learn the law takes long.
   *
   * @param to the end of the silence, or the present
   */
  lawOfUnusual({ from, to }: EndedSilence): SilenceLaw | undefined {
    const isOfLast = this.isOfLast(from);
    if (isOfLast && this.ofLast !== undefined) return this.law();
    const history = this.historyBefore(from);
    if (history === undefined || isUsualGap(history, from, to)) return undefined;
    if (isLightGap(history, from, to)) return undefined;
    return isOfLast ? this.learn(history) : lawOf(history);
  }

  /** Whether it speaks on working days only: known without its law. */
  isOffice(): boolean {
    if (this.streams.isBusyOnWeekends(this.row, dayStart(this.last), this.taught())) return false;
    const history = this.ofLast === undefined ? this.historyBefore(this.last) : undefined;
    if (history !== undefined && !isOffice(history)) return false;
    return this.learn(history)?.isOffice === true;
  }

  /** Whether it has events in an hour, from the first known hour on. */
  occupied(): { readonly from: WallHour; readonly hours: Uint8Array } {
    return this.streams.occupied(this.row);
  }

  /** Events on each of this many days, the present one last; null if unknown. */
  daily(days: number): readonly (number | null)[] {
    return this.streams.daily(this.row, days);
  }

  /** The longest gap that ended after an instant and is longer than this many hours. */
  longestGap(after: WallHour, least: number): EndedSilence | undefined {
    return this.streams.longestGap(this.row, after, least);
  }

  isUnknown(hour: WallHour): boolean {
    return this.streams.isUnknown(hour);
  }

  private taught(): TaughtHours {
    return this.decided.of(this);
  }

  private isOfLast(hour: WallHour): boolean {
    return dayStart(hour) === dayStart(this.last);
  }

  private historyBefore(hour: WallHour): StreamHistory | undefined {
    return this.streams.history(this.row, dayStart(hour), this.taught());
  }

  /** @param history of the days before the last event, where the caller has it */
  private learn(history: StreamHistory | undefined): SilenceLaw | undefined {
    this.ofLast ??= lawOf(history ?? this.historyBefore(this.last)) ?? 'none';
    return this.ofLast === 'none' ? undefined : this.ofLast;
  }
}

/**
 * Reads a stream from its counts.
 *
 * @param exact the last event to the minute; undefined if only the counts are known
 * @param decided what people said about the hours that teach
 */
export function watchStream(
  ref: StreamRef,
  streams: CountedStreams,
  exact: WallHour | undefined,
  decided: Taught,
): WatchedStream | undefined {
  const row = streams.numberOf(ref.host ?? ref.subtype);
  const counted = streams.lastHour(row);
  if (counted === undefined && exact === undefined) return undefined;
  const last = Math.max(counted ?? -Infinity, exact ?? -Infinity);
  return new WatchedStream(ref, row, streams, decided, last, last === exact);
}

/** Hours in which streams are not expected as usual. */
export interface Awaiting {
  /** Hours in which offices are closed. */
  readonly isHoliday: (hour: WallHour) => boolean;
  readonly decided: Pick<DecidedHours, 'of'>;
}

type Asked = Pick<WatchedStream, 'isUnknown'> & StreamRef;
type Last = Pick<WatchedStream, 'last' | 'isToTheMinute'>;

/** In which hours a stream is awaited: not in unknown ones, and not where people excuse it. */
export function awaitedHours(
  law: Pick<SilenceLaw, 'isOffice'>,
  stream: Asked,
  { isHoliday, decided }: Awaiting,
): AwaitedHours {
  const { off, like } = decided.of(stream);
  const isOff = (hour: WallHour): boolean =>
    stream.isUnknown(hour) || (law.isOffice && isHoliday(hour)) || off.has(hour);
  return like.size === 0 ? { isOff } : { isOff, like: (hour: WallHour) => like.get(hour) };
}

export function deadlineOf(
  law: SilenceLaw | undefined,
  stream: Asked & Last,
  awaiting: Awaiting,
): Deadline | undefined {
  if (law === undefined) return undefined;
  const hours = awaitedHours(law, stream, awaiting);
  return deadlineAfter(law, stream.last, hours, stream.isToTheMinute);
}

/** A silence that ended within the last day, if there is one, in whole hours like the counts. */
export function endedSilence(
  stream: WatchedStream,
  now: WallHour,
  awaiting: Awaiting,
): (EndedSilence & { readonly due: WallHour; readonly law: SilenceLaw }) | undefined {
  const gap = stream.longestGap(now - DAY_HOURS, LEAST_GAP);
  if (gap === undefined) return undefined;
  const law = stream.lawOfUnusual(gap);
  if (law === undefined) return undefined;
  const hours = awaitedHours(law, stream, awaiting);
  const due = deadlineAfter(law, gap.from, hours, false);
  return due !== undefined && due.at <= gap.to ? { ...gap, due: due.at, law } : undefined;
}
