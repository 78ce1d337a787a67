import { createHash } from 'node:crypto';
import type { CalendarMark } from '../../../common/calendar';
import type { JudgmentMark } from '../../../common/marks';
import { settingsFileOf, type SettingsFile, sortedJson } from '../../../common/settings';
import { stableJson } from '../../../server/app/basics';
import type { Mark } from '../../../server/app/silence';

/** A judgment, a mute or another mark of a stream, as it is stored. */
export type FolderMark = Mark | JudgmentMark;

/** A calendar in use, as it is stored. */
export type FolderCalendar = CalendarMark & { readonly ics: string };

/** Everything that people have decided: the content of a folder for git. */
export interface FolderContent {
  readonly settings: SettingsFile;
  readonly marks: readonly FolderMark[];
  readonly calendars: readonly FolderCalendar[];
}

/** Where calendars are, and how their files are named. */
export const CALENDARS_FOLDER = 'calendars';
export const CALENDAR_FILE = /^[a-z0-9_]{0,40}_[0-9a-f]{8}\.ics$/;

const SLUG_LENGTH = 40;

/** A file name that every system accepts, different for each calendar. */
export function icsName(name: string): string {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${CALENDARS_FOLDER}/${slug.slice(0, SLUG_LENGTH)}_${digest}.ics`;
}

/** By source and series, then by their contents. */
function bySeries<T extends { source: string; subtype?: string }>(values: readonly T[]): T[] {
  const keyOf = (value: T): string => stableJson([value.source, value.subtype ?? null, value]);
  return [...values].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** In the order in which they were made. */
function byTime(marks: readonly FolderMark[]): FolderMark[] {
  const keyOf = (mark: FolderMark): string => `${mark.at} ${stableJson(mark)}`;
  return [...marks].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function text(value: unknown): string {
  return `${sortedJson(value)}\n`;
}

/**
 * The content of a folder, sorted: equal decisions are equal files, byte for byte.
 *
 * @returns the text of each file by its path in the folder
 */
export function filesOf({ settings, marks, calendars }: FolderContent): Map<string, string> {
  const { sources, floors, series, ...others } = settingsFileOf(settings);
  const sorted = [...calendars].sort((a, b) => (a.name < b.name ? -1 : 1));
  const listed = sorted.map((one) => ({ ...one, ics: icsName(one.name) }));
  return new Map([
    ['settings.json', text(others)],
    ['sources.json', text(sources ?? [])],
    ['floors.json', text({ sources: bySeries(floors ?? []), series: bySeries(series ?? []) })],
    ['marks.json', text(byTime(marks))],
    ['calendars.json', text(listed)],
    // Line ends are part of the format of calendars.
    [`${CALENDARS_FOLDER}/.gitattributes`, '*.ics -text\n'],
    ...sorted.map(({ name, ics }): [string, string] => [icsName(name), ics]),
  ]);
}
