import type { Client } from '../../../server/elastic/client';
import { calendarsInForce } from '../../../common/calendar';
import { DEFAULT_SCOPE, stableJson } from '../../../server/app/basics';
import { addMark, fetchDecidedMarks } from '../../../server/elastic/silence';
import { ensureMarks } from '../../../server/wiring';
import type { FolderCalendar, FolderContent, FolderMark } from './folder_files';

/** Marks that were added, and calendars. */
export interface Added {
  readonly marks: number;
  readonly calendars: number;
}

/** Calendars and marks without their id, which is a digest of the rest. */
function withoutId<T extends { readonly id: string }>(kept: T): Omit<T, 'id'> {
  const copy: Omit<T, 'id'> & { id?: string } = { ...kept };
  delete copy.id;
  return copy;
}

/** All stored marks, and the calendars in use. */
export async function fetchContent(
  client: Client,
  signal: AbortSignal,
): Promise<Omit<FolderContent, 'settings'>> {
  const { streams, judgments, calendars } = await fetchDecidedMarks(client, DEFAULT_SCOPE, signal);
  const marks: FolderMark[] = [...streams.map(withoutId), ...judgments.map(withoutId)];
  return { marks, calendars: calendarsInForce(calendars).map(withoutId) };
}

/** Whether two calendars have the same content. Who added them does not matter. */
function isSame(a: FolderCalendar, b: FolderCalendar | undefined): boolean {
  if (b === undefined) return false;
  const { means, sources, ics } = a;
  return (
    stableJson({ means, sources, ics }) ===
    stableJson({ means: b.means, sources: b.sources, ics: b.ics })
  );
}

/**
 * Adds the marks and calendars of a folder to the stored ones. Nothing is removed, and existing
 * ones are not added again.
 *
 * @param now from when a calendar is in use again that another one has replaced since
 */
export async function addContent(
  client: Client,
  { marks, calendars }: Omit<FolderContent, 'settings'>,
  now: Date,
  signal: AbortSignal,
): Promise<Added> {
  await ensureMarks(client, signal);
  const kept = await fetchContent(client, signal);
  const known = new Set(kept.marks.map(stableJson));
  const fresh = marks.filter((mark) => !known.has(stableJson(mark)));
  for (const mark of fresh) await addMark(client, mark, signal);
  const { calendars: all } = await fetchDecidedMarks(client, DEFAULT_SCOPE, signal);
  const others = calendars.filter(
    (one) =>
      !isSame(
        one,
        kept.calendars.find(({ name }) => name === one.name),
      ),
  );
  for (const calendar of others) {
    const isOld = all.some(({ name, at }) => name === calendar.name && at >= calendar.at);
    await addMark(client, isOld ? { ...calendar, at: now.toISOString() } : calendar, signal);
  }
  return { marks: fresh.length, calendars: others.length };
}
