/** What stands in the way of the embedded Elasticsearch, in one sentence that says what to do. */
export class EmbeddedElasticsearchError extends Error {
  override readonly name = 'EmbeddedElasticsearchError';
}
