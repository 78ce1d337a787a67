export { parsePlace, type Place } from './documents_place';
export { fetchDocumentsPage } from './fetch_documents_page';
export { fetchSampledLines } from './fetch_sampled_lines';
export { fetchTopFields } from './fetch_top_fields';
export { getRangesQuery } from './get_ranges_query';
export { fieldName, getTopFieldsQuery, type TopFieldsAggregations } from './get_top_fields_query';
