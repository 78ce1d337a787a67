/** Elasticsearch takes no documents for want of disk space: waiting does not help. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}
