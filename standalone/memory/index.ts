export { answerFromMemory, memoryConnection } from './memory_connection';
export { MemoryCluster } from './memory_cluster';
export type { IndexDefinition, LazyDocuments } from './memory_index';
export type { Stored } from './stored';
export type { Span } from './query/narrow_query';
export { answer } from './answer';
export { compileQuery } from './query/compile_query';
export { UnknownRequest, type MemoryAnswer, type MemoryRequest } from './request';
