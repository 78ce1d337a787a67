import type { Calendar } from '../calendar';
import type { Judgment, StreamMark } from '../marks';
import type { SettingsChange } from './settings_changes';

export const HISTORY_KINDS = ['settings', 'judgment', 'mark', 'calendar'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** A change of the settings as it is stored among the marks: added once, and never changed. */
export interface SettingsMark {
  readonly version: 1;
  readonly kind: 'settings';
  readonly scope: string;
  readonly changes: readonly SettingsChange[];
  /** Digests of the settings before and after. If they do not join, a change is missing. */
  readonly before: string;
  readonly after: string;
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

type Kept<T> = T & { readonly id: string };

/** Everything that people have decided, in any order. */
export interface DecidedMarks {
  readonly settings: readonly Kept<SettingsMark>[];
  readonly judgments: readonly Judgment[];
  readonly streams: readonly Kept<StreamMark>[];
  readonly calendars: readonly Calendar[];
}

/** One decision: who made it, when, what it is about, and the values before and after. */
export interface HistoryEntry {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly author: string | null;
  readonly kind: HistoryKind;
  /** What it is about, such as "training.days" or "syslog 5 on 2026-11-25". */
  readonly about: string;
  /** Null if there was no value before. */
  readonly from: string | null;
  /** Null if it was taken back. */
  readonly to: string | null;
  /** The reason, or what a reader should know; null if nothing was written. */
  readonly note: string | null;
}

interface Step extends Omit<HistoryEntry, 'from'> {
  readonly id: string;
}

const REPEATING = { once: '', weekday: ' on this weekday', daily: ' every day' } as const;
const pad = (hour: number): string => String(hour).padStart(2, '0');

function streamWords({ source, host, subtype }: Pick<StreamMark, 'source' | 'host' | 'subtype'>) {
  const parts = [source, host === null ? null : `host ${host}`, subtype];
  return parts.filter((part) => part !== null).join(' ') || 'everything';
}

function judgmentStep(mark: Judgment): Step {
  const { id, at, author, reason: note, judgment, hours, repeats, until } = mark;
  const end = until === null ? '' : ` until ${until}`;
  const words = `${judgment}, hours ${hours.map(pad).join(' ')}${REPEATING[repeats]}${end}`;
  const about = `${streamWords({ ...mark, host: null })} on ${mark.day}`;
  const to = judgment === 'none' ? null : words;
  return { id, at, author, kind: 'judgment', about, to, note };
}

function markWords({ kind, from, until, owner }: StreamMark): string {
  const parts = [
    kind === 'mute' ? 'muted' : 'gone',
    from == null ? '' : `from ${from}`,
    until === null ? '' : `until ${until}`,
    owner == null ? '' : `owner ${owner}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function calendarStep(mark: Calendar, digestOf: (text: string) => string): Step {
  const { id, at, author, name, means, sources, ics } = mark;
  const where = sources === null ? 'all sources' : sources.join(', ');
  const to = ics === null ? null : `${means.join(', ')} for ${where}, file ${digestOf(ics)}`;
  return { id, at, author, kind: 'calendar', about: `calendar ${name}`, to, note: null };
}

function byTime(a: { at: string; id: string }, b: { at: string; id: string }): number {
  return `${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1;
}

/** Each with the earlier decision on the same thing. */
function chained(steps: readonly Step[]): HistoryEntry[] {
  const latest = new Map<string, string | null>();
  return [...steps].sort(byTime).map(({ at, author, kind, about, to, note }) => {
    const from = latest.get(about) ?? null;
    latest.set(about, to);
    return { at, author, kind, about, from, to, note };
  });
}

/** Whether a mark is about all that another one is about. */
function includes(mark: StreamMark, other: StreamMark): boolean {
  const isPart = (whole: string | null, part: string | null) => whole === null || whole === part;
  return (
    isPart(mark.source, other.source) &&
    isPart(mark.host, other.host) &&
    isPart(mark.subtype, other.subtype)
  );
}

/** Marks of streams: one that takes back ends all marks of what it is about. */
function streamEntries(marks: readonly Kept<StreamMark>[]): HistoryEntry[] {
  const set = new Map<string, StreamMark>();
  return [...marks].sort(byTime).map((mark): HistoryEntry => {
    const { at, author, reason: note, kind } = mark;
    const about = streamWords(mark);
    const isBack = kind === 'back';
    const same = set.get(about);
    const replaced = same === undefined ? [] : [same];
    const ended = isBack ? [...set.values()].filter((one) => includes(mark, one)) : replaced;
    for (const one of ended) set.delete(streamWords(one));
    if (!isBack) set.set(about, mark);
    const before = ended.map((one) => {
      const ofOne = streamWords(one);
      return ofOne === about ? markWords(one) : `${ofOne} ${markWords(one)}`;
    });
    const from = before.length === 0 ? null : before.join(', ');
    const to = isBack ? null : markWords(mark);
    return { at, author, kind: 'mark', about, from, to, note };
  });
}

const GAP = 'the settings were changed before this without a record';

function settingsEntries(marks: readonly Kept<SettingsMark>[]): HistoryEntry[] {
  let last: string | undefined;
  return [...marks].sort(byTime).flatMap(({ at, author, changes, before, after }) => {
    const note = last === undefined || last === before ? null : GAP;
    last = after;
    return changes.map(({ path, from, to }): HistoryEntry => {
      return { at, author, kind: 'settings', about: path, from, to, note };
    });
  });
}

/**
 * What people have decided, the latest first.
 *
 * @param digestOf a digest of a text
 */
export function historyOf(
  { settings, judgments, streams, calendars }: DecidedMarks,
  digestOf: (text: string) => string,
): HistoryEntry[] {
  const entries = [
    ...settingsEntries(settings),
    ...chained(judgments.map(judgmentStep)),
    ...streamEntries(streams),
    ...chained(calendars.map((mark) => calendarStep(mark, digestOf))),
  ];
  // The sort is stable: simultaneous decisions keep their order.
  return entries.reverse().sort((a, b) => b.at.localeCompare(a.at, 'en'));
}
