import { ApiError } from '../../common/api/errors';
import { getDocuments } from '../../common/api/get_documents';
import { localDay } from '../../common/time/local_day';
import { fetchDocumentsPage, parsePlace } from '../elastic/fetch_documents_page';
import { assertReadable } from './assert_readable';
import { defineRoute } from './route';
import { groupsOf, sourceOf } from './source_of';

export const getDocumentsRoute = defineRoute(
  getDocuments,
  async ({ params, query, signal }, caller, services) => {
    const { settings } = await services.settings.load(signal);
    const source = sourceOf(settings, query.source);
    if (query.after !== undefined && parsePlace(query.after) === undefined) {
      throw new ApiError('bad_request', 'query.after: give what the page before gave as next');
    }
    await assertReadable(caller, source, signal);
    const { columns } = localDay(params.day, settings.zone);
    const hours = query.hours?.split(',').map(Number) ?? columns.map((_, hour) => hour);
    const { subtype, size, after } = query;
    const ranges = hours.flatMap((hour) => columns[hour]?.ranges ?? []);
    const request = { source, subtype, ranges, size, after };
    const groups = await groupsOf(caller, source, signal);
    const { total, documents, next } = await fetchDocumentsPage(
      caller.client,
      request,
      groups,
      signal,
    );
    return {
      total,
      subtype_fields: [...source.subtype_fields],
      documents: documents.map((document) => ({
        ...document,
        fields: document.fields.map(([name, value]) => [name, value] as [string, string]),
      })),
      next,
    };
  },
);
