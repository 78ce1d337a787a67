export { parsePlace, type Place } from './documents_place';
export { fetchDocumentsPage } from './fetch_documents_page';
export { fetchTopFields } from './fetch_top_fields';
