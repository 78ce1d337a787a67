export { acquireElasticsearch, type AcquiredElasticsearch, type EmbeddedOptions } from './acquire';
export {
  elasticsearchStatus,
  startDetached,
  stopElasticsearch,
  type ElasticsearchStatus,
} from './control';
export { EmbeddedElasticsearchError } from './embedded_error';
export { installElasticsearch } from './install_elasticsearch';
export { parseHeap } from './java_arguments';
export { errorCode } from './error_code';
