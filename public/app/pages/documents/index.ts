export { DocumentsPage } from './documents_page';
export { MissingDocuments } from './missing_documents';
