/** An obstacle to the embedded Elasticsearch, in one sentence that says what to do. */
export class EmbeddedElasticsearchError extends Error {
  override readonly name = 'EmbeddedElasticsearchError';
}
