export { fetchDocumentPages } from './fetch_document_pages';
export { fetchDocuments } from './fetch_documents';
export { type DocumentsToTag, fetchDocumentsToTag } from './fetch_documents_to_tag';
export { fetchTaggedSources } from './fetch_tagged_sources';
export { createTagJournal } from './tag_journal';
export { tagsIn } from './tags_in_source';
export { createUpdateGuard } from './update_guard';
export { withListedDocuments } from './with_listed_documents';
export { writeTags } from './write_tags';
