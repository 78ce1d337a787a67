import type { z } from 'zod';
import { LARGEST_CALENDAR } from '../../../common/calendar';
import { parseSettings, settingsFileOf, type SettingsFile } from '../../../common/settings';
import { CalendarRefused, expandCalendar, triedDays } from '../../../server/app/calendar';
import { type FolderCalendar, type FolderContent, type FolderMark, icsName } from './folder_files';
import { calendarsSchema, floorsSchema, marksSchema } from './folder_schema';

/** Why a folder cannot be imported: a sentence that names the file. */
export class FolderFault extends Error {
  override readonly name = 'FolderFault';
}

/** Reads a file of a folder; undefined if there is none. */
export type ReadFile = (path: string) => Promise<string | undefined>;

async function readJson(read: ReadFile, path: string): Promise<unknown> {
  const found = await read(path);
  if (found === undefined) throw new FolderFault(`${path} is missing`);
  try {
    return JSON.parse(found);
  } catch (error) {
    throw new FolderFault(`${path} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

async function readPart<T>(read: ReadFile, path: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readJson(read, path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new FolderFault(`${path}${place === '' ? '' : `, at ${place}`}: ${issue?.message ?? ''}`);
}

async function readSettings(read: ReadFile): Promise<SettingsFile> {
  const others = await readJson(read, 'settings.json');
  if (typeof others !== 'object' || others === null || Array.isArray(others)) {
    throw new FolderFault('settings.json holds no settings: an object is expected');
  }
  const sources = await readJson(read, 'sources.json');
  const floors = await readPart(read, 'floors.json', floorsSchema);
  const whole = { ...others, sources, floors: floors.sources, series: floors.series };
  const parsed = parseSettings(whole);
  if ('errors' in parsed) throw new FolderFault(`the settings: ${parsed.errors.join('; ')}`);
  return settingsFileOf(whole);
}

/** @throws FolderFault for a calendar that cannot be used */
function assertUsable(calendar: FolderCalendar, path: string, now: Date, zone: string): void {
  if (Buffer.byteLength(calendar.ics) > LARGEST_CALENDAR) {
    throw new FolderFault(`${path} is too large: at most 500 kB`);
  }
  try {
    expandCalendar({ ...calendar, id: '' }, triedDays(now, zone));
  } catch (error) {
    if (!(error instanceof CalendarRefused)) throw error;
    throw new FolderFault(`${path}: ${error.message}`);
  }
}

async function readCalendars(read: ReadFile, now: Date, zone: string): Promise<FolderCalendar[]> {
  const calendars: FolderCalendar[] = [];
  for (const given of await readPart(read, 'calendars.json', calendarsSchema)) {
    const path = icsName(given.name);
    if (given.ics !== path) {
      throw new FolderFault(`calendars.json: the file of ${given.name} must be ${path}`);
    }
    if (calendars.some(({ name }) => name === given.name)) {
      throw new FolderFault(`calendars.json: ${given.name} is listed twice`);
    }
    const ics = await read(path);
    if (ics === undefined) throw new FolderFault(`${path} is missing`);
    const calendar = { ...given, ics };
    assertUsable(calendar, path, now, zone);
    calendars.push(calendar);
  }
  return calendars;
}

/** A mark without empty keys: the id of a mark is a digest of its content. */
function withoutUndefined(mark: object): FolderMark {
  const said = Object.entries(mark).filter(([, value]) => value !== undefined);
  // The schema has checked the content.
  return Object.fromEntries(said) as unknown as FolderMark;
}

/**
 * The content of a folder, checked as a whole before anything is written.
 *
 * @throws FolderFault
 */
export async function readFolder(read: ReadFile, now: Date): Promise<FolderContent> {
  const settings = await readSettings(read);
  const marks = (await readPart(read, 'marks.json', marksSchema)).map(withoutUndefined);
  const calendars = await readCalendars(read, now, settings.zone ?? 'UTC');
  return { settings, marks, calendars };
}
