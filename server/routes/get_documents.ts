import { ApiError } from '../../common/api/errors';
import { getDocuments } from '../../common/api/get_documents';
import type { Source } from '../../common/sources/source';
import { localDay, type LocalDay } from '../../common/time/local_day';
import { closedOn, closedWords } from '../app/closed_indices';
import type { IndexGroup } from '../app/counting_ports';
import { createCountingPorts } from '../elastic/create_counting_ports';
import { parsePlace, type Place } from '../elastic/documents_place';
import { fetchDocumentsPage } from '../elastic/fetch_documents_page';
import { asResponseError } from '../elastic/response_error';
import { assertReadable } from './assert_readable';
import type { Caller } from './caller';
import { defineRoute } from './route';
import { findDay } from './read_day';
import { SCOPE } from './services';
import { assertSubtype, groupsOf } from './source_of';
import { sourceOfDay } from './source_of_day';

const BAD_REQUEST = 400;
const FORGED = 'query.after: give what the page before gave as next';

function placeIn(after: string | undefined): Place | undefined {
  const place = after === undefined ? undefined : parsePlace(after);
  if (after !== undefined && place === undefined) throw new ApiError('bad_request', FORGED);
  return place;
}

/** Why the indices of the source may hold documents that no search finds, a phrase each. */
async function hiddenBy(
  { client }: Caller,
  source: Source,
  groups: readonly IndexGroup[],
  day: LocalDay,
  now: Date,
  signal: AbortSignal,
): Promise<string[]> {
  const closed = await createCountingPorts(client, SCOPE).closedIndices(source, now, signal);
  const names = closed.state === 'known' ? closedOn(closed.value.indices, day) : [];
  const unusable = new Set(groups.flatMap((group) => group.unusable ?? []));
  if (names.length > 0) return [...unusable, closedWords(names)];
  return groups.length === 0 ? [`no index matches "${source.index}"`] : [...unusable];
}

export const getDocumentsRoute = defineRoute(
  getDocuments,
  async ({ params, query, signal }, caller, services) => {
    const { settings } = await services.settings.load(signal);
    const view = await findDay(caller, settings, params.day, signal);
    const source = sourceOfDay(view, settings, query.source);
    assertSubtype(source, query.subtype, 'query.subtype');
    const after = placeIn(query.after);
    await assertReadable(caller, source, signal);
    const zone = view?.run.zone ?? settings.zone;
    const day = localDay(params.day, zone);
    const { columns } = day;
    const hours = query.hours?.split(',').map(Number) ?? columns.map((_, hour) => hour);
    const { subtype, size } = query;
    const ranges = hours.flatMap((hour) => columns[hour]?.ranges ?? []);
    const request = { source, subtype, ranges, size, after };
    const groups = await groupsOf(caller, source, signal);
    const { total, documents, next, gaps } = await fetchDocumentsPage(
      caller.client,
      request,
      groups,
      signal,
    ).catch((error: unknown) => {
      const isForged = after !== undefined && asResponseError(error)?.statusCode === BAD_REQUEST;
      throw isForged ? new ApiError('bad_request', FORGED) : error;
    });
    const hidden = await hiddenBy(caller, source, groups, day, services.now(), signal);
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
