import { BAD_REQUEST } from '../../common/http';
import { ApiError, getDocuments } from '../../common/api';
import type { Settings } from '../../common/settings';
import { isDigestKey, type Source } from '../../common/sources';
import { type Day, localDay, type LocalDay } from '../../common/time';
import { closedOn, closedWords, type IndexGroup } from '../app/counting';
import { createReader } from '../wiring';
import { parsePlace, type Place, fetchDocumentsPage } from '../elastic/reading';
import { asResponseError } from '../elastic/asking';
import {
  assertReadable,
  readDay,
  readRecord,
  findDay,
  assertSubtype,
  groupsOf,
  sourceOfDay,
  type Reader,
} from '../answers';
import { defineRoute } from './route';
const FORGED = 'query.after: give the value of next from the previous page';

function placeIn(after: string | undefined): Place | undefined {
  const place = after === undefined ? undefined : parsePlace(after);
  if (after !== undefined && place === undefined) throw new ApiError('bad_request', FORGED);
  return place;
}

/**
 * Elasticsearch cannot search for a key with a digest. The series of the day show which subtype it
 * stands for.
 */
async function wholeSubtype(
  reader: Reader,
  settings: Settings,
  source: Source,
  day: Day,
  asked: string,
  signal: AbortSignal,
): Promise<string> {
  if (!isDigestKey(asked)) return asked;
  const view = await readDay(reader, settings, day, signal);
  return (await readRecord(reader, view, { source: source.id, subtype: asked }, signal)).subtype;
}

/** Why the indices of the source may hold documents that no search finds, a phrase each. */
async function hiddenBy(
  { counting }: Reader,
  source: Source,
  groups: readonly IndexGroup[],
  day: LocalDay,
  now: Date,
  signal: AbortSignal,
): Promise<string[]> {
  const closed = await counting.closedIndices(source, now, signal);
  const names = closed.state === 'known' ? closedOn(closed.value.indices, day) : [];
  const unusable = new Set(groups.flatMap((group) => group.unusable ?? []));
  if (names.length > 0) return [...unusable, closedWords(names)];
  return groups.length === 0 ? [`no index matches "${source.index}"`] : [...unusable];
}

export const getDocumentsRoute = defineRoute(
  getDocuments,
  async ({ params, query, signal }, caller, services) => {
    const reader = createReader(caller);
    const { settings } = await services.settings.load(signal);
    const view = await findDay(reader, settings, params.day, signal);
    const source = sourceOfDay(view, settings, query.source);
    const subtype = await wholeSubtype(reader, settings, source, params.day, query.subtype, signal);
    assertSubtype(source, subtype, 'query.subtype');
    const after = placeIn(query.after);
    await assertReadable(reader, source, signal);
    const zone = view?.run.zone ?? settings.zone;
    const day = localDay(params.day, zone);
    const { columns } = day;
    const hours = query.hours?.split(',').map(Number) ?? columns.map((_, hour) => hour);
    const { size } = query;
    const ranges = hours.flatMap((hour) => columns[hour]?.ranges ?? []);
    const order = query.order === 'latest' ? ('desc' as const) : ('asc' as const);
    const request = { source, subtype, ranges, size, after, order };
    const groups = await groupsOf(reader, source, signal);
    const { total, documents, next, gaps } = await fetchDocumentsPage(
      caller.client,
      request,
      groups,
      signal,
    ).catch((error: unknown) => {
      const isForged = after !== undefined && asResponseError(error)?.statusCode === BAD_REQUEST;
      throw isForged ? new ApiError('bad_request', FORGED) : error;
    });
    const hidden = await hiddenBy(reader, source, groups, day, services.now(), signal);
    const missing = [...new Set([...gaps, ...hidden])].join('; ');
    return {
      zone,
      total,
      subtype_fields: [...source.subtype_fields],
      documents: documents.map((document) => ({
        ...document,
        fields: document.fields.map(([name, value]) => [name, value] as [string, string]),
      })),
      next,
      missing: missing === '' ? null : missing,
    };
  },
);
