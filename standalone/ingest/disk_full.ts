/** Elasticsearch accepts no documents because disk space is missing: waiting does not help. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}
