import { SILENCE_DAYS } from '../../../common/api';
import {
  type AwaitedHours,
  beganAfter,
  countedUntil,
  type EndedSilence,
  instantOf,
  lengthWords,
  longestGapWords,
  missingEvents,
  morningOf,
  type SilenceLaw,
  silenceState,
  type SilenceMark,
  usualPerDay,
  usualWords,
  type WallHour,
  wallHourAt,
  dayOfWallHour,
} from '../../../common/silence';
import { weekdayOf } from '../../../common/time';
import { monthDayWords, pluralWords, weekdayWords } from '../../../common/waveform/words';
import type { CountedStreams } from './counted_streams';
import { type Mark, markOf } from './marks';
import type { SilenceRow, StreamRef } from './rows/silence_row';
import {
  awaitedHours,
  type Awaiting,
  deadlineOf,
  endedSilence,
  type WatchedStream,
} from './watched_stream';

/** What all streams of a look are assessed with. */
export interface LookContext extends Awaiting {
  readonly zone: string;
  /** Events until then are expected to have arrived. */
  readonly now: WallHour;
  readonly marks: readonly Mark[];
  /** When the day that is looked at begins. */
  readonly today: WallHour;
  /** The counts that a stream would be in; undefined if nothing is counted. */
  readonly countsOf: (ref: StreamRef) => CountedStreams | undefined;
  readonly nameOf: (ref: StreamRef) => string;
}

const MINUTE = 1 / 60;

/** "Tuesday 24 November 13:58", or without minutes if they are not known. */
export function seenWords(hour: WallHour, isToTheMinute: boolean): string {
  const day = dayOfWallHour(hour);
  const clock = ((hour % 24) + 24) % 24;
  const whole = String(Math.floor(clock + MINUTE / 60)).padStart(2, '0');
  const minutes = String(Math.floor((clock % 1) * 60 + MINUTE)).padStart(2, '0');
  const time = isToTheMinute ? `${whole}:${minutes}` : `between ${whole}:00 and ${whole}:59`;
  return `${weekdayWords(weekdayOf(day))} ${monthDayWords(day)} ${time}`;
}

export function silenceMark(mark: Mark | undefined, zone: string): SilenceMark | undefined {
  if (mark === undefined || mark.kind === 'back') return undefined;
  const hourOf = (time: string): WallHour => wallHourAt(Date.parse(time), zone);
  const until = mark.until === null ? null : hourOf(mark.until);
  return { kind: mark.kind, at: hourOf(mark.at), until };
}

/** What was learned about a stream, and what is missing compared with that. */
export interface Learned extends Pick<SilenceRow, 'usual' | 'longest_gap' | 'usual_per_day'> {
  readonly missed: Missed;
}

/** The missing events of a silence; the hour is null if they are counted to the end. */
export interface Missed {
  readonly events: number;
  readonly until: WallHour | null;
}

/** A silence and how well its beginning is known. */
export interface MissedSilence extends EndedSilence {
  /** False if only the hour of the last event is known: then it begins with that hour. */
  readonly isToTheMinute: boolean;
}

/**
 * Counts missing events: none in hours that are off. Of the hour of the last event only the part
 * after that event counts, by its share of what is usual in the hour. Where only the hour is known,
 * nothing of it counts, as in the length of the silence.
 */
export function missedIn(
  law: Pick<SilenceLaw, 'usual'>,
  { from: last, to, isToTheMinute }: MissedSilence,
  hours: AwaitedHours,
): Missed {
  const silence = { from: beganAfter(last, isToTheMinute), to };
  const until = countedUntil(silence, hours);
  const events = missingEvents(law, silence, hours);
  return { events, until: until < silence.to ? until : null };
}

function learnedOf(
  law: SilenceLaw | undefined,
  silence: MissedSilence,
  stream: WatchedStream,
  context: LookContext,
): Learned {
  if (law === undefined) {
    const missed = { events: 0, until: null };
    return { usual: '', longest_gap: '', usual_per_day: 0, missed };
  }
  return {
    usual: usualWords(law),
    longest_gap: longestGapWords(law),
    usual_per_day: Math.round(usualPerDay(law) * 100) / 100,
    missed: missedIn(law, silence, awaitedHours(law, stream, context)),
  };
}

/** The details of a stream for its row. */
export interface Told {
  readonly ref: StreamRef;
  readonly state: SilenceRow['state'];
  readonly last: WallHour;
  readonly isToTheMinute: boolean;
  readonly due: WallHour | undefined;
  readonly back: WallHour | null;
  readonly learned: Learned;
  readonly mark: Mark | undefined;
  readonly daily: SilenceRow['daily'];
}

function stateWords(told: Told, now: WallHour): string {
  const { state, last, isToTheMinute, back, mark, learned } = told;
  const began = beganAfter(last, isToTheMinute);
  const length = lengthWords(Math.max(0, (back ?? now) - began));
  switch (state) {
    case 'recovered':
      return `silent for ${length}, logs again; ${pluralWords(learned.missed.events, 'event')} missing`;
    case 'late':
      return `late: nothing for ${length}`;
    case 'gone':
      return `marked as gone${mark?.reason == null ? '' : ` (${mark.reason})`}`;
    case 'muted':
      return `silent for ${length}; muted${mark?.until == null ? '' : ` until ${mark.until.slice(0, 10)}`}`;
    case 'silent':
      return `silent for ${length}`;
  }
}

export function toRow(told: Told, { zone, now, nameOf }: LookContext): SilenceRow {
  const { ref, state, last, isToTheMinute, due, back, learned, mark } = told;
  const iso = (hour: WallHour): string => new Date(instantOf(hour, zone)).toISOString();
  const { usual, longest_gap: gap, usual_per_day: perDay, missed } = learned;
  const parts = [
    `last seen ${seenWords(last, isToTheMinute)}`,
    ...(gap === '' ? [] : [`longest gap ${gap}`]),
    stateWords(told, now),
    ...(usual === '' ? [] : [`usual: ${usual}`]),
  ];
  return {
    source: ref.source,
    host: ref.host,
    subtype: ref.subtype,
    series_name: nameOf(ref),
    state,
    last_seen: iso(last),
    is_to_the_minute: isToTheMinute,
    due_by: due === undefined ? null : iso(due),
    silent_since: iso(last),
    recovered_at: back === null ? null : iso(back),
    usual_per_day: perDay,
    usual,
    longest_gap: gap,
    mornings: due === undefined || state === 'recovered' ? 0 : morningOf(due, now),
    missing: missed.events,
    missing_until: missed.until === null ? null : iso(missed.until),
    muted_until: state === 'muted' ? (mark?.until ?? null) : null,
    reason: state === 'muted' || state === 'gone' ? (mark?.reason ?? null) : null,
    daily: told.daily,
    below: [],
    folded: 0,
    sentence: `${parts.join('; ')}.`,
  };
}

/** The law by which a stream may be silent; undefined if it certainly is not, or has none. */
function lawOfSilence(
  stream: WatchedStream,
  isMarked: boolean,
  now: WallHour,
): SilenceLaw | undefined {
  return isMarked ? stream.law() : stream.lawOfUnusual({ from: stream.last, to: now });
}

/** What became of a stream; undefined for one that speaks as usual, or is too irregular to tell. */
export function judgeStream(stream: WatchedStream, context: LookContext): SilenceRow | undefined {
  const { zone, now } = context;
  const { source, host, subtype, last, isToTheMinute } = stream;
  const ref = { source, host, subtype };
  const mark = markOf(context.marks, ref);
  const held = silenceMark(mark, zone);
  // A stream with events in the last full hour is not silent. For most streams this check is
  // enough.
  const mayBeSilent = now - last > 1 || held !== undefined;
  const law = mayBeSilent ? lawOfSilence(stream, held !== undefined, now) : undefined;
  const deadline = mayBeSilent ? deadlineOf(law, stream, context) : undefined;
  const question = { last, deadline, now, mark: held };
  const state = silenceState(question);
  // With many rare series, some are late each day.
  if (state === 'late' && subtype !== null) return undefined;
  const base = { ref, mark, last, isToTheMinute };
  if (state !== null) {
    const learned = learnedOf(law, { from: last, to: now, isToTheMinute }, stream, context);
    const told = { ...base, state, due: deadline?.at, back: null, learned };
    return toRow({ ...told, daily: stream.daily(SILENCE_DAYS) }, context);
  }
  const ended = endedSilence(stream, now, context);
  if (ended === undefined) return undefined;
  const { from, to, due, law: earlier } = ended;
  // Counts know only hours.
  const told = { ...base, last: from, isToTheMinute: false, due, back: to };
  const learned = learnedOf(earlier, { from, to, isToTheMinute: false }, stream, context);
  return toRow(
    { ...told, learned, state: 'recovered', daily: stream.daily(SILENCE_DAYS) },
    context,
  );
}
