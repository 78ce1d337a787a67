export { LOG_INDICES } from './documents/index_name';
export { LOG_TYPES } from './documents/log_document';
export { ingestFiles, type IngestOptions } from './ingest_files';
export type { IngestProgress, IngestSummary } from './ingest_summary';
export { listLogFiles } from './reading/list_log_files';
export type { AskedType } from './reading/log_type';
export { RefusedFileError } from './writing/refused_file';
